export * from "./blocks.ts";
export * from "./conllu.ts";
export * from "./data.ts";
export * from "./perceptron.ts";
export * from "./progress.ts";
export * from "./random.ts";
export * from "./treebank.ts";
