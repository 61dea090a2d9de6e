// Reads the made-up articles of corpus.ts by their patterns, in a hundredth of the reader's time: for measuring what comes after
const SAID =
  /"(?<content>[^"]+)," (?<cue>[a-z ]+?) (?<name>\p{Lu}\p{L}+ \p{Lu}\p{L}+), the (?<role>[a-z ]+) of (?<town>\p{Lu}\p{L}+)/gu;

export function createPatternReader() {
  return { version: "pattern/1", read: readByPattern };
}

function readByPattern(article) {
  const { text, id } = article;
  const entities = new Map();
  const mentions = [];
  const statements = [];
  const relations = [];
  const mention = (kind, name, start) => {
    const entity = `${kind.toLowerCase()}:${name.toLowerCase().replaceAll(" ", "-")}`;
    if (!entities.has(entity)) entities.set(entity, { id: entity, kind, name, aliases: [], unnamed: false });
    mentions.push({ start, end: start + name.length, form: "named", entity });
    return entity;
  };
  for (const match of text.matchAll(SAID)) {
    const { content, cue, name, role, town } = match.groups;
    const end = match.index + content.length + 3;
    const nameAt = text.indexOf(name, end);
    const townAt = text.indexOf(town, nameAt + name.length);
    const person = mention("Person", name, nameAt);
    const place = mention("Place", town, townAt);
    const inside = text.indexOf(town, match.index);
    if (inside < end) mention("Place", town, inside);
    relations.push({
      kind: "HOLDS_ROLE",
      from: person,
      to: place,
      role,
      on: null,
      start: nameAt,
      end: townAt + town.length,
    });
    statements.push({
      id: `statement:${id}:${match.index}-${end}`,
      kind: "direct",
      content: [{ start: match.index, end }],
      cue: [{ start: end + 1, end: end + 1 + cue.length }],
      source: [{ start: nameAt, end: nameAt + name.length }],
      speaker: person,
      addressee: null,
      floating: false,
      speech: true,
      saidOn: { date: article.date ?? "2020", reason: "on Monday", span: { start: 0, end: 1 } },
      confidence: 0.97,
      why: { reason: `"${cue}" after the quotation names the source`, rule: "cue-after-quotation", runnerUp: null },
    });
  }
  mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  return {
    article,
    entities: [...entities.values()],
    mentions,
    statements,
    relations,
    quantities: [],
    warnings: [],
    reader: "pattern/1",
  };
}
