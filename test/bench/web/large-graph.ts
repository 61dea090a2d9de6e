/** Statements, their speakers and whom they mention, by a fixed sequence of numbers. */
export function makeGraph(nodes: number, edges: number): object {
  let seed = 1;
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const people = Math.max(2, Math.floor(nodes / 10));
  const article = "article:bench";
  const list = [
    {
      key: article,
      attributes: {
        kind: "Article",
        label: "Bench",
        title: "Bench",
        x: 0,
        y: 0,
        size: 9,
        color: "#8c877c",
        date: "2024-01-01",
        sha256: "",
        length: 0,
      },
    },
    ...Array.from({ length: nodes - 1 }, (_, i) => {
      const place = { x: next(10_000), y: next(10_000) };
      if (i < people)
        return {
          key: `person:p${i}`,
          attributes: {
            kind: "Person",
            label: `Person ${i}`,
            name: `Person ${i}`,
            aliases: [],
            unnamed: i % 9 === 0,
            mentionCount: 1,
            statementCount: 1,
            quotedWords: 0,
            article,
            start: 0,
            end: 1,
            size: 4 + next(8),
            color: "#0072b2",
            ...place,
          },
        };
      return {
        key: `statement:bench:${i}-${i + 1}`,
        attributes: {
          kind: "Statement",
          label: `Statement ${i}`,
          text: `Statement ${i} on matter ${next(500)}`,
          statementKind: ["direct", "indirect", "mixed"][i % 3],
          floating: false,
          speech: true,
          confidence: 0.9,
          why: "",
          rule: "",
          article,
          start: i,
          end: i + 1,
          content: [],
          cueSpans: [],
          sourceSpans: [],
          size: 4,
          color: "#4a4843",
          ...place,
        },
      };
    }),
  ];
  const statement = () => `statement:bench:${people + next(nodes - 1 - people)}`;
  const ties = Array.from({ length: edges }, (_, i) => {
    const [person, said] = [`person:p${next(people)}`, statement()];
    const key = `${said}-${Number(said.split(":")[2]) + 1}`;
    const kind = i % 3 === 0 ? "SAID" : "MENTIONS";
    const [source, target] = kind === "SAID" ? [person, key] : [key, person];
    return {
      key: `e${i}`,
      source,
      target,
      attributes: { kind, label: kind.toLowerCase(), weight: 1, article, start: 0, end: 1 },
    };
  });
  return {
    schema: "onrecord/1",
    graph: { attributes: { schema: "onrecord/1", title: "Bench" }, nodes: list, edges: ties },
  };
}
