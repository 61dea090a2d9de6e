import { describe, expect, it } from "vitest";
import { isHeldOn, type Register, resolve } from "../../src/resolve/index.ts";
import { sketchReading } from "../fixtures/readings.ts";

const register: Register = [
  {
    kind: "Person",
    name: "Ines Okafor",
    aliases: [],
    wikidata: null,
    roles: [{ role: "Harbour Master", of: "Port Selm", from: "2017-07", to: "2022-06-30" }],
  },
  {
    kind: "Person",
    name: "Paul Brandt",
    aliases: [],
    wikidata: "Q42",
    color: "#112233",
    roles: [
      { role: "Harbour Master", of: "Port Selm", from: "2022-07-01" },
      { role: "Mayor", of: "Old Quay", from: "2010", to: "2014" },
    ],
  },
  { kind: "Place", name: "Port Selm", aliases: ["Selm"], wikidata: null },
];

/** An article in which someone is called by a role alone. */
function called(words: string, date: string | null, place: string | null = "Selm") {
  const text = `${words} said no.${place === null ? "" : ` ${place} was quiet.`}`;
  return sketchReading({
    id: "x",
    title: "x",
    date,
    text,
    entities: {
      who: { kind: "Person", name: words.replace(/^The /, "the "), unnamed: true, nominal: [words] },
      ...(place !== null && { place: { kind: "Place" as const, name: place, named: [place] } }),
    },
  });
}
const who = (reading: ReturnType<typeof called>) => {
  const { stakeholders, proposals } = resolve([reading], { register });
  const person = stakeholders.find(({ kind }) => kind === "Person")!;
  return { name: person.name, why: person.links[0].why, proposed: proposals.map(({ to }) => to) };
};

describe("a role in the register", () => {
  it("is whoever held it on the article's day", () => {
    expect(who(called("The Harbour Master", "2021-09-07")).name).toBe("Ines Okafor");
    expect(who(called("The Harbour Master", "2023-09-07")).name).toBe("Paul Brandt");
    expect(who(called("The Harbour Master", "2016-09-07")).name).toBe("the Harbour Master");
    expect(who(called("The Harbour Master", null)).name).toBe("the Harbour Master");
    expect(who(called("The Harbour Master", "2021-09-07")).why).toBe(
      '"the Harbour Master": by the register Ines Okafor was Harbour Master of Port Selm (2017-07 to 2022-06-30) on 2021-09-07',
    );
  });

  it("may be said with its place, under any of the place's names", () => {
    expect(who(called("Selm's harbour master", "2021-09-07", null)).name).toBe("Ines Okafor");
    expect(who(called("the harbour master of Port Selm", "2021-09-07", null)).name).toBe("Ines Okafor");
  });

  it.each([
    "a harbour master",
    "the former harbour master of Selm",
    "the deputy harbour master of Selm",
    "a spokesperson for the Harbour Master",
    "the harbour master of Old Quay",
  ])("is not meant by %s", (words) => {
    expect(who(called(words, "2021-09-07")).name).toBe(words);
  });

  it("is only proposed where the article doesn't say of what", () => {
    const { stakeholders, proposals } = resolve(
      [
        called("The Harbour Master", "2021-09-07", null),
        sketchReading({
          id: "y",
          title: "y",
          date: "2021-09-08",
          text: "Ines Okafor left.",
          entities: { ines: { kind: "Person", name: "Ines Okafor", named: ["Ines Okafor"] } },
        }),
      ],
      { register },
    );
    expect(stakeholders.map(({ name }) => name)).toEqual(["the Harbour Master", "Ines Okafor"]);
    expect(proposals).toMatchObject([
      { to: "person:ines-okafor", confidence: 0.5, reason: expect.stringContaining("by the register") },
    ]);
  });

  it("has ends that include their day, month or year", () => {
    const role = { role: "r", of: "o", from: "2017-07", to: "2019" };
    expect(["2017-06-30", "2017-07-01", "2019-12-31", "2020-01-01"].map((day) => isHeldOn(role, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe("someone only ever called by a role", () => {
  it("has the name and the key that the register gives", () => {
    const { stakeholders } = resolve([called("The Harbour Master", "2021-09-07")], { register });
    const person = stakeholders.find(({ kind }) => kind === "Person")!;
    expect(person).toMatchObject({ key: "person:ines-okafor", name: "Ines Okafor", unnamed: false });
  });

  it("stays unnamed where the register says nobody", () => {
    const { stakeholders } = resolve([called("The Harbour Master", "2016-09-07")], { register });
    expect(stakeholders.find(({ kind }) => kind === "Person")!.unnamed).toBe(true);
  });
});

describe("a name in the register", () => {
  it("is one even where articles only describe", () => {
    const described = sketchReading({
      id: "x",
      title: "x",
      date: null,
      text: "The port authorities met.",
      entities: { who: { kind: "Organization", name: "the port authorities", nominal: ["The port authorities"] } },
    });
    const authorities: Register = [
      { kind: "Organization", name: "Selm Port Authorities", aliases: ["port authorities"], wikidata: null },
    ];
    expect(resolve([described], { register: authorities }).stakeholders.map(({ name }) => name)).toEqual([
      "Selm Port Authorities",
    ]);
  });
});

describe("two of one name", () => {
  const john = (id: string, role: string, tie: string, company: string, name = "John Smith") =>
    sketchReading({
      id,
      title: id,
      date: "2021-09-07",
      text: `${name}, ${role} of ${tie}, met ${company}.`,
      entities: {
        john: { kind: "Person", name, named: [name] },
        tie: { kind: "Organization", name: tie, named: [tie] },
        company: { kind: "Person", name: company, named: [company] },
      },
      relations: [{ kind: "HOLDS_ROLE", from: "john", to: "tie", role, words: `${role} of ${tie}` }],
    });
  const johns = (...readings: ReturnType<typeof john>[]) => {
    const { keys, proposals } = resolve(readings);
    return { keys: readings.map((reading, index) => keys[index].get(reading.entities[0].id)), proposals };
  };

  it("stay two until something tells, and the doubt is proposed with its reason", () => {
    const { keys, proposals } = johns(
      john("x", "coach", "Quay Rowers", "Ana Bell"),
      john("y", "minister", "Tide Ministry", "Carl Wu"),
    );
    expect(keys[0]).not.toBe(keys[1]);
    expect(proposals[0].reason).toBe('the same name, "John Smith", but once coach, once minister');
  });

  it("are one where role, place or company are the same", () => {
    const first = john("x", "coach", "Quay Rowers", "Ana Bell");
    for (const second of [
      john("y", "coach", "Harbour Rowers", "Carl Wu"),
      john("y", "captain", "Quay Rowers", "Carl Wu"),
    ]) {
      const { keys } = johns(first, second);
      expect(keys[0]).toBe(keys[1]);
    }
  });

  it("are one by their name alone where few have it", () => {
    const rare = (id: string) =>
      sketchReading({
        id,
        title: id,
        date: "2021-09-07",
        text: "Okwudili Brandstrup left.",
        entities: { o: { kind: "Person", name: "Okwudili Brandstrup", named: ["Okwudili Brandstrup"] } },
      });
    const common = (id: string) => ({
      ...rare(id),
      entities: rare(id).entities.map((entity) => ({ ...entity, name: "John Smith" })),
    });
    expect(resolve([rare("x"), rare("y")]).stakeholders).toHaveLength(1);
    expect(resolve([common("x"), common("y")]).stakeholders).toHaveLength(2);
  });

  it("are told apart by the register where their roles are in it", () => {
    const twins: Register = ["coach", "minister"].map((role) => ({
      kind: "Person",
      name: "John Smith",
      aliases: [],
      wikidata: null,
      roles: [{ role, of: "anything" }],
      notes: role,
    }));
    const readings = [
      john("x", "coach", "A Club", "Ana Bell"),
      john("y", "minister", "B House", "Ana Bell"),
      john("z", "pilot", "C Air", "Ana Bell"),
    ];
    const { stakeholders, proposals } = resolve(readings, { register: twins });
    expect(stakeholders.filter(({ name }) => name === "John Smith")).toHaveLength(3);
    expect(proposals.filter(({ reason }) => reason.includes("stands in the register 2 times"))).toHaveLength(2);
  });
});

describe("other writings of a name", () => {
  const people = (...names: string[]) =>
    resolve(
      names.map((name, index) =>
        sketchReading({
          id: `a${index}`,
          title: name,
          date: null,
          text: `${name} left.`,
          entities: {
            one: {
              kind: /^[A-Z]+$/.test(name) || name.includes("Board") ? "Organization" : "Person",
              name,
              named: [name],
            },
          },
        }),
      ),
    );

  it("join without middle names, but not where initials or generations differ", () => {
    expect(people("Maren Elin Lindqvist", "Maren Lindqvist").stakeholders).toHaveLength(1);
    expect(people("Georg W. Lindqvist", "Georg H. W. Lindqvist").stakeholders).toHaveLength(2);
    expect(people("Georg Lindqvist Jr.", "Georg Lindqvist").stakeholders).toHaveLength(2);
  });

  it("are proposed, not taken, where spelling or order differ, or an acronym fits", () => {
    for (const [a, b, reason] of [
      ["Volodya Zelenskyy", "Volodya Zelensky", /spelled alike/],
      ["Jinpeng Xi", "Xi Jinpeng", /another order/],
      ["Mohammed al-Rashid", "Muhammad Al Rasheed", /spelled alike/],
      ["Jens Müller", "Jens Mueller", /spelled alike/],
      ["Yekaterina Chaikovskaya", "Ekaterina Tchaikovskaya", /spelled alike/],
      ["Open Harbour Board", "OHB", /may stand for/],
    ] as const) {
      const { stakeholders, proposals } = people(a, b);
      expect(stakeholders).toHaveLength(2);
      expect(proposals[0].reason).toMatch(reason);
    }
  });
});

describe("what a person decided", () => {
  it("is taken in order, on what was resolved", () => {
    const reading = called("The Harbour Master", "2021-09-07");
    const seen: string[] = [];
    resolve([reading], {
      register,
      steps: [
        (resolution) => {
          seen.push(resolution.stakeholders.map(({ name }) => name).join(", "));
          return { ...resolution, stakeholders: [] };
        },
        (resolution) => {
          seen.push(String(resolution.stakeholders.length));
          return resolution;
        },
      ],
    });
    expect(seen).toEqual(["Ines Okafor, Port Selm", "0"]);
  });
});
