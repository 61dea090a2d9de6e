import { articleFromText, buildGraph, type OnRecordGraph, type Reading } from "../../src/index.ts";

const TEXT = `Ferry line to close for the winter

"We can't run empty boats until spring," Ines Okafor said on Monday. She said that the islanders agreed.

"Nobody asked the islanders," Tom Reyes said.
`;

const at = (words: string, from = 0) => {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length };
};

/** A small reading made by hand, so that what is tested here is the explorer alone. */
export function sampleReading(): Reading {
  const article = articleFromText(TEXT, { name: "2024-11-04-ferry.txt" });
  const id = (span: { start: number; end: number }) => `statement:${article.id}:${span.start}-${span.end}`;
  const [first, second, third] = [
    at('"We can\'t run empty boats until spring,"'),
    at("that the islanders agreed"),
    at('"Nobody asked the islanders,"'),
  ];
  const base = { addressee: null, floating: false, speech: true, saidOn: null, confidence: 0.9 };
  const why = { reason: "the cue stands beside it", rule: "cue", runnerUp: null };
  const entity = (key: string, kind: "Person" | "Group", name: string) => ({
    id: key,
    kind,
    name,
    aliases: [],
    unnamed: false,
  });
  return {
    article,
    entities: [
      entity("person:ines-okafor", "Person", "Ines Okafor"),
      entity("person:tom-reyes", "Person", "Tom Reyes"),
      entity("group:the-islanders", "Group", "the islanders"),
    ],
    mentions: [
      { ...at("Ines Okafor"), form: "named", entity: "person:ines-okafor" },
      { ...at("She"), form: "pronoun", entity: "person:ines-okafor" },
      { ...at("the islanders"), form: "nominal", entity: "group:the-islanders" },
      { ...at("the islanders", third.start), form: "nominal", entity: "group:the-islanders" },
      { ...at("Tom Reyes"), form: "named", entity: "person:tom-reyes" },
    ],
    statements: [
      {
        ...base,
        id: id(first),
        kind: "direct",
        content: [first],
        cue: [at("said")],
        source: [at("Ines Okafor")],
        speaker: "person:ines-okafor",
        why,
      },
      {
        ...base,
        id: id(second),
        kind: "indirect",
        content: [second],
        cue: [at("said", at("She").start)],
        source: [at("She")],
        speaker: "person:ines-okafor",
        why,
      },
      {
        ...base,
        id: id(third),
        kind: "direct",
        content: [third],
        cue: [at("said", third.start)],
        source: [at("Tom Reyes")],
        speaker: "person:tom-reyes",
        why,
      },
    ],
    relations: [],
    quantities: [],
    warnings: [],
    reader: "by hand",
  };
}

export function sampleGraph(): { readonly graph: OnRecordGraph; readonly reading: Reading } {
  const reading = sampleReading();
  return { graph: buildGraph([reading]), reading };
}
