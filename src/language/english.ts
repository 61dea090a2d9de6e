import { isApostrophe, kindOf, LETTER, UPPER } from "./characters.ts";
import { ENGLISH_HEADLINE_WORDS, HEADLINE_WORDS, WORD_SHAPES } from "./headline-words.ts";

/** What language a text is taken for. */
export interface LanguageGuess {
  /** BCP 47 tag: "en", "fr" …; "und" where nothing was recognised. */
  readonly language: string;
  /** Probability that the tag is right, 0…1, as far as such a small profile can tell. */
  readonly confidence: number;
}

/**
 * Frequent words of little meaning in languages written in Latin script. Words that several languages share stay in: what
 * counts is how many words of the text a list knows.
 */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: "the of and to in a is that for it was on with as he be at by his from they have this had not are but or she an which you we their been has were will would who said one more about its there than when if can all",
  de: "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde ich",
  fr: "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec la son mais comme ou si leur y dont elle nous vous ils aux été cette ces sa ses être fait deux même tout après selon",
  es: "de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros fue ser es son ha",
  pt: "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos são",
  it: "di e il la che in a per un è del non con si una le da i sono della al nel dei lo ha più ma gli alla come anche delle o se ci su questo dal questa quando essere stato tra suo sua loro cui nella dalla fatto hanno degli dopo",
  nl: "de van het een en in is dat op te zijn met voor niet aan er die om hij als ook bij maar door naar uit dan nog wordt over of tot was worden heeft hebben deze werd meer geen zo ze wel zij kan veel mensen ik we je",
  sv: "och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än här då",
  da: "og i at det er en til af på for med der den som de har ikke et han var fra men vi kan om så sig ved skal blev også efter eller nu hvor vil ud være over når havde efter bliver min mod år hun jeg",
  no: "og i det er til på som en for med at av den har de ikke om et han men var fra jeg vi kan så seg ved skal ble også etter eller nå hvor vil ut være over når hadde mot år hun etter blir mer dette",
  fi: "ja on ei se että oli hän mutta ovat myös kun joka kuin niin sen ole jos tai mukaan vain mitä siitä sitä nyt vielä olla ollut tämä hänen jo voi kanssa sekä vuonna joka jotka eivät kuitenkin koska",
  pl: "w i na z się nie do to że jest o jak za od po co ale przez jego dla ma są już oraz był było tym być może tylko przed także jej ich które który która roku ze jako czy tego tak przy",
  cs: "a v se na je že to s z do o i jako za ale k pro by jsou po si tak není podle bylo byl od aby jeho která které který už jen však při nebo také ve jsem než má až když",
  ro: "de și în a la cu din că pe pentru nu este o un care au fost mai se ca sunt prin dar sau după fi când ce lui al ale aceasta acest despre între până doar către",
  hu: "a az és hogy nem is egy ez volt de meg csak van ha már még el mint vagy azt ki kell lehet aki amely szerint ezt után között pedig majd sem lesz nagyon minden",
  tr: "ve bir bu da de için ile çok olarak daha ne gibi olan kadar sonra var ama ise en o diye değil ya her göre olduğu oldu yeni iki ki mi şu dedi kendi tarafından",
  id: "yang dan di untuk dengan dari itu pada ini tidak dalam akan ke juga adalah oleh ada telah bisa saya mereka kata karena sebagai lebih tersebut kepada atau sudah para namun saat bahwa menjadi",
  vi: "và của là có không được cho các trong một người này với những đã để khi đó ra năm vào đến về từ cũng như theo nhiều tại sẽ trên bị phải lại nhưng",
  tl: "ang ng sa na mga ay at si ni ito kay para niya hindi may siya ako mo ko nang kung pa rin lang ba din naman dahil",
  hr: "je i u na se da su za od s o kao što bi ili ali nije koji koja koje iz to biti će samo više bio bila bilo nakon prema između također još kako sve do po te ga im nisu već",
  sk: "a v sa na je že to s z do o ako za ale k pre by sú po tak nie podľa bol od aby jeho ktorá ktoré ktorý už len však pri alebo aj som než má až keď jej ich",
  sl: "je in v na se da so za od z o kot pa ki bi ali ne iz to bo tudi po pri do še že le bil bila bilo so ga jih med kaj ko saj",
  ca: "de la que el en i a els les del per un amb una no es va ha al com més però seu ja o aquest aquesta són ser entre quan molt sense sobre també fins hi on des dels han fer segons",
  af: "die van en in is het dat om te nie met op vir sy hy was aan wat ook by as maar sal kan deur word na oor haar ons hulle nog daar uit sê tot baie hierdie gesê",
  et: "ja on ei et see oli ta ka kui mis ning aga oma selle välja siis veel pole mida kes või nii üle peale kuid olid olla juba seda mille",
  lt: "ir yra ne kad į iš su o tai kaip jis bet buvo už nuo po ar apie dar tik per jau jo kurie prie dėl taip pat kuris savo",
  lv: "un ir ne ka no ar par uz tas kā bet bija arī pēc vai lai tika kas to viņš jau tikai šo savu pie līdz gan nav",
  sw: "ya na wa kwa ni la katika cha za kuwa hii huo huyo baada lakini kama hiyo pia alisema watu yake wake hayo kutoka ambao ambayo sana",
};

/** Scripts that tell a language, or nearly. */
const SCRIPTS: readonly (readonly [language: string, script: RegExp])[] = [
  ["ja", /[\u3040-\u30FF]/],
  ["ko", /[\uAC00-\uD7AF\u1100-\u11FF]/],
  ["zh", /[\u4E00-\u9FFF\u3400-\u4DBF]/],
  ["fa", /[پچژگ]/],
  ["ar", /[\u0600-\u06FF]/],
  ["he", /[\u0590-\u05FF]/],
  ["uk", /[іїєґІЇЄҐ]/],
  ["ru", /[\u0400-\u04FF]/],
  ["el", /[\u0370-\u03FF]/],
  ["hi", /[\u0900-\u097F]/],
  ["bn", /[\u0980-\u09FF]/],
  ["ta", /[\u0B80-\u0BFF]/],
  ["th", /[\u0E00-\u0E7F]/],
  ["ka", /[\u10A0-\u10FF]/],
  ["hy", /[\u0530-\u058F]/],
  ["am", /[\u1200-\u137F]/],
];

/** So many words are enough to tell a language. */
const SAMPLE_WORDS = 2000;
/** With fewer words the guess is worth less. */
const SURE_WORDS = 25;
/** The share of function words in running text of a language is about this. */
const USUAL_SHARE = 0.3;

const lists = Object.entries(FUNCTION_WORDS).map(([language, words]) => [language, new Set(words.split(" "))] as const);

/** The numbers of the lists that know a word. */
const knownBy = new Map<string, number[]>();
lists.forEach(([, list], number) => {
  for (const word of list) knownBy.set(word, [...(knownBy.get(word) ?? []), number]);
});

/** Guesses the language of a text from its scripts and function words; looks at the first 2,000 words at most. */
export function guessLanguage(text: string): LanguageGuess {
  const { words, byScript: found } = wordsAndScript(text);
  return found ?? byFunctionWords(words);
}

/** The first words of a text, and its language where the script tells it. */
function wordsAndScript(text: string): { readonly words: readonly string[]; readonly byScript: LanguageGuess | null } {
  const words: string[] = [];
  const scripts = new Map<string, number>();
  let letters = 0;
  let start = -1;
  for (let i = 0; i <= text.length && words.length < SAMPLE_WORDS; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 32;
    const isLetter = (kindOf(code) & LETTER) !== 0;
    if (isLetter) {
      letters++;
      if (code > 0x36f) {
        const script = scriptOf(text[i]);
        if (script !== null) scripts.set(script, (scripts.get(script) ?? 0) + 1);
      }
      if (start < 0) start = i;
    } else if (start >= 0 && !(isApostrophe(code) && i + 1 < text.length && kindOf(text.charCodeAt(i + 1)) & LETTER)) {
      // "don't" is one word: its parts are words of other languages
      words.push(text.slice(start, i));
      start = -1;
    }
    if (letters > SAMPLE_WORDS * 8) break;
  }
  return { words, byScript: byScript(scripts, letters) };
}

function scriptOf(character: string): string | null {
  return SCRIPTS.find(([, script]) => script.test(character))?.[0] ?? null;
}

/** The language of the script most letters are in, if that isn't Latin. */
function byScript(scripts: ReadonlyMap<string, number>, letters: number): LanguageGuess | null {
  const foreign = [...scripts.values()].reduce((sum, n) => sum + n, 0);
  if (foreign === 0 || foreign < letters / 2) return null;
  const share = (language: string) => (scripts.get(language) ?? 0) / foreign;
  const confidence = foreign / letters;
  // kana among Chinese characters is Japanese, і and ї among Cyrillic letters Ukrainian, پ and گ among Arabic ones Persian
  if (share("ja") > 0.1) return { language: "ja", confidence };
  if (share("uk") > 0.03) return { language: "uk", confidence };
  if (share("fa") > 0.03) return { language: "fa", confidence };
  const [language] = [...scripts].sort((a, b) => b[1] - a[1])[0];
  return { language, confidence };
}

const NO_LISTS: readonly number[] = [];

/** A list of function words and the share of a text's words that it knows. */
interface Share {
  readonly language: string;
  readonly share: number;
}

/** The shares of all languages, the greatest first, and of how many words. */
function sharesOf(words: readonly string[]): { readonly shares: readonly Share[]; readonly count: number } {
  const ordinary = words.filter((word) => !isAllCapitals(word)).map((word) => word.toLowerCase());
  const counted = ordinary.length > words.length / 2 ? ordinary : words.map((word) => word.toLowerCase());
  const count = Math.max(1, counted.length);
  const known = new Int32Array(lists.length);
  for (const word of counted) for (const number of knownBy.get(word) ?? NO_LISTS) known[number]++;
  const shares = lists
    .map(([language], number) => ({ language, share: known[number] / count }))
    .sort((a, b) => b.share - a.share);
  return { shares, count: counted.length };
}

/** How sure it is that a text is of the language of one share rather than of another. */
function confidenceOf(best: Share, other: Share, count: number): number {
  const margin = (best.share - other.share) / best.share;
  const evidence = Math.min(1, best.share / USUAL_SHARE) * Math.min(1, count / SURE_WORDS);
  return Math.min(0.99, evidence * (0.5 + margin / 2) * 1.2);
}

function byFunctionWords(words: readonly string[]): LanguageGuess {
  const headline = headlineLanguage(words);
  if (headline !== null) return { language: headline, confidence: HEADLINE_CONFIDENCE };
  const { shares, count } = sharesOf(words);
  const [best, second] = shares;
  if (best.share === 0) return { language: "und", confidence: 0 };
  return { language: best.language, confidence: confidenceOf(best, second, count) };
}

function isAllCapitals(word: string): boolean {
  if (word.length < 2) return false;
  for (let i = 0; i < word.length; i++) if (!(kindOf(word.charCodeAt(i)) & UPPER)) return false;
  return true;
}

/** A headline has fewer words than this. */
const HEADLINE_LENGTH = 25;
/** So many different words of another language tell it in a headline, and so many times as many as of English. */
const TELLING_WORDS = 2;
const TELLING_RATIO = 2;
/** Small words alone tell less: names are made of them ("Rio de Janeiro"). */
const TELLING_SMALL_WORDS = 3;
/** The least share of a headline's words that has to tell its language. */
const TELLING_SHARE = 0.25;
/** Ends of words that are English. */
const ENGLISH_SHAPE = /\p{L}{3}(?:ed|ly|ing|'s|’s|ness|ship|ful|ght)$/u;
/** How sure a headline is of its language. */
const HEADLINE_CONFIDENCE = 0.6;

const wordsOf = (list: string) => list.trim().split(/\s+/);
const englishWords: ReadonlySet<string> = new Set([...wordsOf(FUNCTION_WORDS.en), ...wordsOf(ENGLISH_HEADLINE_WORDS)]);
/** For each language its words that aren't English: those of headlines and those of running text. */
const tellingWords = lists
  .filter(([language]) => language !== "en")
  .map(([language, small]) => {
    const headline = wordsOf(HEADLINE_WORDS[language] ?? "").filter((word) => !englishWords.has(word));
    return [language, new Set(headline), new Set([...small].filter((word) => !englishWords.has(word)))] as const;
  });

/** For each language all its words, those that are English too among them. */
const ownWords = new Map(
  lists.map(([language, small]) => [language, new Set([...small, ...wordsOf(HEADLINE_WORDS[language] ?? "")])]),
);

/**
 * Whether a text can be read as English: it is, or it is so short or so full of names that no other language is more
 * likely than not. Which of several others it is (Danish or Norwegian) doesn't matter here.
 */
export function isEnglish(text: string): boolean {
  const { words, byScript: other } = wordsAndScript(text);
  if (other !== null) return other.confidence < 0.5;
  if (headlineLanguage(words) !== null) return false;
  const { shares, count } = sharesOf(words);
  const [best] = shares;
  if (best.share === 0 || best.language === "en") return true;
  const english = shares.find(({ language }) => language === "en")!;
  return confidenceOf(best, english, count) < 0.5;
}

/**
 * The language of a headline that isn't English: "Politie pakt drie verdachten op". Names are left out, and words that are
 * English too ("will", "die") speak for English; null where nothing tells.
 */
function headlineLanguage(words: readonly string[]): string | null {
  if (words.length >= HEADLINE_LENGTH) return null;
  const isShouted = words.every(isAllCapitals);
  const different = new Map(
    words.map((word, index) => [word.toLowerCase(), isShouted || index === 0 || isLower(word)]),
  );
  let best: string | null = null;
  let bestScore = 0;
  for (const [language, headline, small] of tellingWords) {
    let told = 0;
    let toldSmall = 0;
    let shaped = 0;
    let english = 0;
    for (const [word, isOrdinary] of different) {
      // German writes all its nouns with capitals
      if (headline.has(word) && (isOrdinary || language === "de")) told++;
      else if (small.has(word) && isOrdinary) toldSmall++;
      else if (isOrdinary && englishWords.has(word) && !hasOwn(language, word)) english++;
      else if (isOrdinary && ENGLISH_SHAPE.test(word)) english++;
      else if (isOrdinary && word.length > 3 && WORD_SHAPES[language]?.test(word)) shaped++;
    }
    const all = told + shaped + toldSmall;
    if (all < TELLING_WORDS || (told + shaped === 0 && toldSmall < TELLING_SMALL_WORDS)) continue;
    if (all < english * TELLING_RATIO || all < words.length * TELLING_SHARE) continue;
    const score = told + (toldSmall + shaped) / 2;
    if (score > bestScore) [best, bestScore] = [language, score];
  }
  return best;
}

/** Whether a word is of a language, be it English as well. */
function hasOwn(language: string, word: string): boolean {
  return ownWords.get(language)!.has(word);
}

function isLower(word: string): boolean {
  return word === word.toLowerCase();
}
