import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";

const GIVEN =
  "Ada Bruno Carla Darius Elin Farid Greta Hugo Imke Jonas Katja Leif Mona Nils Olga Pavel Quentin Rosa Sven Tilda Ugo Vera Wim Xenia Yara Zeno".split(
    " ",
  );
const FAMILY =
  "Abel Brandt Castor Dorn Ekholm Falk Grau Holm Iversen Jansen Krol Lund Marek Nowak Okafor Petersen Quist Rask Sommer Tamm Ullman Varga Weiss Yilmaz Zander".split(
    " ",
  );
const TOWNS = "Selm Brack Torsund Havel Lindau Morvik Ostrand Pellau Quarn Rosby Steyn Tarn Ulvik Vester Wendel".split(
  " ",
);
const ROLES = [
  "mayor",
  "harbour master",
  "police chief",
  "transport minister",
  "school director",
  "union leader",
  "hospital director",
];
const MATTERS = [
  "the ferry line",
  "the new bridge",
  "the school budget",
  "the night train",
  "the old market",
  "the flood wall",
  "the water tax",
  "the wind park",
];
const VERDICTS = [
  "will cost NUMBER million more than the BODY had been told in MONTH",
  "has to wait until MONTH for the BODY and its ADJECTIVE NUMBER pages",
  "is ADJECTIVE for NUMBER families who came in MONTH",
  "was never discussed by the ADJECTIVE BODY in all of MONTH",
  "should have been stopped by NUMBER ADJECTIVE members of the BODY",
  "makes NUMBER streets as ADJECTIVE as the BODY wished in MONTH",
];
const REASONS = [
  "because NUMBER people had asked the BODY in MONTH",
  "after NUMBER ADJECTIVE months with the BODY",
  "although the figures of MONTH were ADJECTIVE to NUMBER of us",
  "while the ADJECTIVE BODY looked on for NUMBER days",
  "since MONTH and its NUMBER letters to the BODY",
];
const PLAIN = [
  "The BODY has had NUMBER ADJECTIVE letters since MONTH.",
  "NUMBER shops stayed closed for most of a ADJECTIVE MONTH.",
  "The ADJECTIVE vote was put off NUMBER times by the BODY.",
  "About NUMBER people had come to the BODY on that ADJECTIVE evening in MONTH.",
];
const SLOTS: Readonly<Record<string, readonly string[]>> = {
  BODY: "council committee assembly parish court cabinet panel board chamber union club senate agency bureau office".split(
    " ",
  ),
  MONTH: "January February March April May June July August September October November December".split(" "),
  ADJECTIVE:
    "long short quiet loud strange plain bitter careful sudden narrow early late modest bold gloomy cheerful stubborn patient costly cheap".split(
      " ",
    ),
};
const CUES = ["said", "told reporters", "added", "warned", "insisted"];

/** Numbers from 0 to 1 of a seed (Mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** An article made of the sentences above, the same for the same number. One in forty repeats an older one. */
export function makeArticle(number: number): { title: string; date: string; outlet: string; text: string } {
  const own = number % 40 === 39 ? number - 17 : number;
  const random = seeded(own * 7919 + 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const fill = (sentence: string) =>
    sentence.replace(/[A-Z]{4,}/g, (slot) =>
      slot === "NUMBER" ? String(2 + Math.floor(random() * 9000)) : pick(SLOTS[slot]),
    );
  const town = pick(TOWNS);
  const matter = pick(MATTERS);
  const people = Array.from({ length: 3 }, () => ({ name: `${pick(GIVEN)} ${pick(FAMILY)}`, role: pick(ROLES) }));
  const paragraphs: string[] = [];
  for (const { name, role } of people) {
    const content = `In ${town}, ${matter} ${fill(pick(VERDICTS))}, ${fill(pick(REASONS))}`;
    const short = name.split(" ")[1];
    paragraphs.push(`"${content}," ${pick(CUES)} ${name}, the ${role} of ${town}, on Monday.`);
    if (random() < 0.5)
      paragraphs.push(
        `${short} ${pick(CUES).replace("told reporters", "said")} that ${matter} ${fill(pick(VERDICTS))}.`,
      );
    paragraphs.push(fill(pick(PLAIN)));
  }
  const day = 1 + (number % 28);
  const month = 1 + (Math.floor(number / 28) % 12);
  const date = `${2010 + (Math.floor(number / 336) % 14)}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return {
    title: `${town} argues about ${matter}, part ${number}`,
    date,
    outlet: `${pick(TOWNS)} Times`,
    text: paragraphs.join("\n\n"),
  };
}

/** Writes `count` articles into a workspace, ten thousand a file. */
export async function writeCorpus(folder: string, count: number): Promise<void> {
  await mkdir(join(folder, "articles"), { recursive: true });
  for (let first = 0; first < count; first += 10_000) {
    const file = createWriteStream(join(folder, "articles", `part-${String(first).padStart(7, "0")}.jsonl`));
    for (let number = first; number < Math.min(count, first + 10_000); number++) {
      if (!file.write(`${JSON.stringify(makeArticle(number))}\n`)) await once(file, "drain");
    }
    file.end();
    await once(file, "finish");
  }
}
