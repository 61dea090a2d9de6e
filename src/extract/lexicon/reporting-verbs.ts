import { wordSet } from "./word-list.ts";

/** What a reporting verb can be followed by, and what kind of report it makes. */
export interface ReportingFrame {
  /** Said or written, as against thought, hoped or planned. */
  readonly speech: boolean;
  /** "said the plan would": a clause without "that". */
  readonly bareClause: boolean;
  /** "noted that". */
  readonly thatClause: boolean;
  /** "asked whether". */
  readonly question: boolean;
  /** "vowed to fight". */
  readonly infinitive: boolean;
  /** "urged the council to act". */
  readonly objectInfinitive: boolean;
  /** "proposes increasing". */
  readonly gerund: boolean;
  /** "called it 'a disgrace'": only with words in quotation marks. */
  readonly description: boolean;
  /** May stand behind what is reported: "…, she added". */
  readonly behind: boolean;
  /** Only quotations stand in front of it: "…," she smiled. */
  readonly manner: boolean;
  /** "told reporters": the person addressed is the object. */
  readonly addressee: boolean;
}

const SAY = wordSet(`say add claim argue insist admit acknowledge concede maintain contend assert believe reckon warn
  note declare announce explain complain suggest confirm predict think allege stress estimate vow promise swear joke
  testify reply report write tweet conclude indicate hope fear feel`);
const SAY_THAT =
  wordSet(`state emphasize emphasise reiterate respond answer remark comment observe recall reveal disclose
  deny forecast repeat continue quip lament caution hint imply signal recommend propose demand request decide expect doubt
  suspect worry agree find show rule stipulate provide post affirm attest opine posit retort counter protest shout yell cry
  whisper mutter exclaim brag gush interject muse volunteer relate recount underline underscore highlight reaffirm
  acknowledge decree prove prophesy surmise intimate grumble vent fume clarify specify pledge assure convey advise guess
  boast realise realize understand know learn mean project calculate determine require propose ask wonder plead beg inquire
  enquire query question urge order threaten offer snap chuckle laugh sigh smile intone bellow scream plan`);
const QUESTION = wordSet("ask wonder inquire enquire query question explain know doubt say debate consider");
const INFINITIVE = wordSet(`promise vow pledge threaten offer agree plan intend hope aim want decide swear propose
  ask demand expect claim seek undertake commit request`);
const OBJECT_INFINITIVE = wordSet(`urge ask tell order advise warn encourage invite instruct command beg implore request
  direct expect want call remind require exhort press lobby petition summon challenge`);
const GERUND = wordSet("propose suggest recommend advocate deny admit consider envisage advise oppose support");
const DESCRIPTION = wordSet(
  "call describe label brand dub term slam blast characterize characterise denounce dismiss decry hail praise criticize criticise condemn refer cite reference thank blame ridicule mock deride",
);
const ADDRESSEE = wordSet("tell inform assure remind warn advise notify ask convince persuade");
/** Said only in the mind: a report of these is no speech. */
const THOUGHT =
  wordSet(`believe think feel hope fear expect doubt suspect worry wonder know realise realize understand learn
  plan intend aim want decide consider reckon guess determine mean seek surmise oppose support`);
/** Say how something was said and take no clause: only words in quotation marks stand with them. */
const MANNER = wordSet(
  "snap chuckle laugh sigh smile intone bellow scream gush fume vent interject muse grumble beg plead read recite chant sing go begin",
);
/** Verbs that may stand behind their content although they take no clause themselves. */
const BEHIND_ONLY = wordSet("go begin read recite chant sing tell hear");
/** Take a clause in front of them only as questions or never. */
const NOT_BEHIND = wordSet(
  "plan intend aim want seek require provide decide demand order propose oppose support mean learn offer threaten urge determine decline refuse",
);

const frames = new Map<string, ReportingFrame>();
for (const lemma of new Set([
  ...SAY,
  ...SAY_THAT,
  ...QUESTION,
  ...INFINITIVE,
  ...OBJECT_INFINITIVE,
  ...GERUND,
  ...DESCRIPTION,
  ...ADDRESSEE,
  ...BEHIND_ONLY,
])) {
  frames.set(lemma, {
    speech: !THOUGHT.has(lemma),
    bareClause: SAY.has(lemma),
    thatClause: SAY.has(lemma) || SAY_THAT.has(lemma) || ADDRESSEE.has(lemma),
    question: QUESTION.has(lemma) || ADDRESSEE.has(lemma),
    infinitive: INFINITIVE.has(lemma),
    objectInfinitive: OBJECT_INFINITIVE.has(lemma),
    gerund: GERUND.has(lemma),
    description: DESCRIPTION.has(lemma),
    behind: (SAY.has(lemma) || SAY_THAT.has(lemma) || BEHIND_ONLY.has(lemma)) && !NOT_BEHIND.has(lemma),
    manner: MANNER.has(lemma),
    addressee: ADDRESSEE.has(lemma),
  });
}

/** The frame of a reporting verb by its lemma, or undefined. */
export function reportingFrame(lemma: string): ReportingFrame | undefined {
  return frames.get(lemma);
}

/** Verbs with which someone issues a document. */
export const ISSUING_VERBS = wordSet(
  "issue release publish unveil sign adopt enact promulgate pass approve ratify circulate introduce draft file submit",
);
