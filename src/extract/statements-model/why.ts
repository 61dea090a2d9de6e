import type { Why } from "../../model/index.ts";
import { formOf } from "../../model/index.ts";
import { shares } from "./agreement.ts";
import type { Columns } from "./columns.ts";
import type { JudgedReading } from "./propose.ts";
import type { Runs } from "./readings.ts";

/** Says in words why a reading was taken: its cue, where the content stands to it, what else could have been. */
export function explain(
  columns: Columns,
  judged: JudgedReading,
  rival: JudgedReading | null,
  confidenceOf: (reading: JudgedReading) => number,
): Why {
  const other = rival === null ? null : runnerUp(columns, judged, rival, confidenceOf(rival));
  if (judged.reading.rule !== null) return { ...judged.reading.rule.why, runnerUp: other };
  const { anchor, cue, content, source } = judged.reading;
  const first = content[0];
  const last = content[content.length - 1];
  const quoted = columns.quotation[first] >= 0 && columns.quotation[last] >= 0;
  const place = last < anchor ? "before" : first > anchor ? "after" : "around";
  const rule = `cue-${place}-${quoted ? "quotation" : "content"}`;
  const words = wordsOf(columns, cue);
  const where = {
    before: `follows ${quoted ? "the quotation" : "what is reported"}`,
    after: `introduces ${quoted ? "the quotation" : "what is reported"}`,
    around: `stands inside ${quoted ? "the quotation" : "what is reported"}`,
  }[place];
  const by = source.length > 0 ? ` with “${wordsOf(columns, source)}” as its source` : " without a source of its own";
  return {
    reason: `The cue “${words}” ${where}${by}.`,
    rule,
    runnerUp: other,
  };
}

function runnerUp(
  columns: Columns,
  own: JudgedReading,
  rival: JudgedReading,
  confidence: number,
): NonNullable<Why["runnerUp"]> {
  const { cue, content } = rival.reading;
  const what = shares(cue, own.reading.cue)
    ? `the words “${wordsOf(columns, content)}”`
    : `the cue “${wordsOf(columns, cue)}”`;
  return { what, confidence };
}

/** So many words of a run are shown. */
const MOST_WORDS = 8;

function wordsOf({ words }: Columns, runs: Runs): string {
  const parts: string[] = [];
  for (let k = 0; k < runs.length; k += 2) {
    const last = Math.min(runs[k + 1], runs[k] + MOST_WORDS - 1);
    const text = words.text.slice(words.start[runs[k]], words.end[last]);
    parts.push(last < runs[k + 1] ? `${text} …` : text);
  }
  return parts.length > 0 ? parts.join(" … ") : formOf(words, 0);
}
