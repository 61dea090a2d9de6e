import type { TourStep } from "../tour/tour.ts";

const TITLES: Readonly<Record<TourStep["id"], string>> = {
  graph: "Who speaks of whom",
  text: "The words behind it",
  find: "Find, or add your own",
};

const WORDS: Readonly<Record<TourStep["id"], string>> = {
  graph:
    "Every shape is someone or something the articles name, every line words that tie two of them. Click one: you see what was said, and where.",
  text: "The article as it stands. What is underlined was said by somebody; click it, and the graph goes to it. Nothing is claimed without its words.",
  find: "Search names and words here. Paste an article of your own, or drop a file on the page: it is read on your machine and goes nowhere.",
};

/** The words of the first visit. */
export const tourText = {
  start: "Take the tour",
  also: "help first steps introduction",
  skip: "Skip the tour",
  next: "Next",
  done: "Start exploring",
  step: (step: number, of: number) => `${step} of ${of}`,
  titles: TITLES,
  words: WORDS,
} as const;
