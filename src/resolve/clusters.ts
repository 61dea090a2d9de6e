import type { Entity, EntityKind, Reading } from "../model/index.ts";
import { isCommonName } from "./common-names.ts";
import { type Context, companyOf, contextOf, contextsOf, shared, type Weight, weighContexts } from "./context.ts";
import { foldName, wordsOfName } from "./names.ts";
import type { Register, RegisterEntry } from "./register.ts";
import { holderByDescription, holderOfShortName, type RoleIndex, roleIndexOf } from "./roles.ts";

/** One entity of one article, and why it was taken for the stakeholder. */
export interface Link {
  /** The index of the reading. */
  readonly reading: number;
  readonly entity: Entity;
  readonly why: string;
}

/** A cluster of links while it is being put together. `register` is what a person said it is. */
export interface Cluster {
  readonly kind: EntityKind;
  readonly links: Link[];
  readonly register: RegisterEntry | null;
  /** Its own full name, folded. */
  readonly name: string;
  /** What doesn't tell by its name who is meant stays with its article. */
  readonly local: boolean;
}

/** Two clusters, by their numbers, that may be one. */
export interface Doubt {
  readonly from: number;
  readonly to: number;
  readonly reason: string;
  readonly confidence: number;
}

export interface Clusters {
  readonly clusters: readonly Cluster[];
  /** People of one name who were kept apart, and holders of a role that nothing ties to the article. */
  readonly doubts: readonly Doubt[];
}

/** Of people with one name no more than this are told apart; the others are each their article's own. */
const MOST_NAMESAKES = 24;

/**
 * First step: one cluster for each kind and full name. What a name doesn't tell gets a cluster of its own: people called by a
 * single word, descriptions. People of one name are two where what the articles say of them contradicts, or where the name is
 * common and nothing ties them. The register comes first, also for whoever is called by a role alone ("the Chief Executive").
 */
export function clusterByName(readings: readonly Reading[], register: Register): Clusters {
  const state = new State(register, weighContexts(readings));
  readings.forEach((reading, index) => {
    state.add(reading, index);
  });
  return { clusters: state.clusters, doubts: state.doubts };
}

/** A person as far as articles have told of them. */
interface Namesake {
  readonly cluster: number;
  readonly roles: Set<string>;
  readonly ties: Set<string>;
  readonly company: Set<string>;
}

class State {
  readonly clusters: Cluster[] = [];
  readonly doubts: Doubt[] = [];
  readonly #register = new Map<string, number[]>();
  readonly #byName = new Map<string, number>();
  readonly #people = new Map<string, Namesake[]>();
  readonly #clusterOfEntry = new Map<RegisterEntry, number>();
  readonly #roles: RoleIndex;
  readonly #weight: Weight;

  constructor(register: Register, weight: Weight) {
    this.#weight = weight;
    this.#roles = roleIndexOf(register);
    for (const entry of register) {
      const number = this.#open(entry.kind, foldName(entry.name), entry, false);
      this.#clusterOfEntry.set(entry, number);
      for (const name of new Set([entry.name, ...entry.aliases].map(foldName))) {
        const key = `${entry.kind}:${name}`;
        this.#register.set(key, [...(this.#register.get(key) ?? []), number]);
      }
    }
  }

  add(reading: Reading, index: number): void {
    const named = new Set<string>();
    for (const mention of reading.mentions) if (mention.form === "named") named.add(mention.entity);
    const contexts = contextsOf(reading);
    const company = companyOf(reading);
    for (const entity of reading.entities) {
      const context = contextOf(contexts, entity.id);
      const name = foldName(entity.name);
      // what a person wrote into the register is a name, whatever it looks like: "central authorities"
      const isNamed =
        !entity.unnamed && name !== "" && (named.has(entity.id) || this.#register.has(`${entity.kind}:${name}`));
      if (isNamed) this.#addNamed(reading, index, entity, context, company);
      else this.#addDescribed(reading, index, entity);
    }
  }

  #open(kind: EntityKind, name: string, register: RegisterEntry | null, local: boolean): number {
    this.clusters.push({ kind, links: [], register, name, local });
    return this.clusters.length - 1;
  }

  #link(cluster: number, reading: number, entity: Entity, why: string): void {
    this.clusters[cluster].links.push({ reading, entity, why });
  }

  #addNamed(reading: Reading, index: number, entity: Entity, context: Context, company: ReadonlySet<string>): void {
    const name = foldName(entity.name);
    const key = `${entity.kind}:${name}`;
    const known = this.#register.get(key) ?? [];
    if (known.length === 1) {
      this.#link(known[0], index, entity, `"${entity.name}" stands in the register`);
      return;
    }
    if (known.length > 1) {
      this.#addRegistered(reading, index, entity, known, context);
      return;
    }
    if (entity.kind === "Person" && wordsOfName(name).length < 2) {
      const holder = holderOfShortName(this.#roles, name, context, reading.article.date);
      if (holder !== null) {
        this.#link(this.#clusterOfEntry.get(holder.entry)!, index, entity, holder.why);
        return;
      }
      this.#link(this.#open("Person", name, null, true), index, entity, `the name, "${entity.name}"`);
      return;
    }
    if (entity.kind === "Person") {
      this.#addPerson(index, entity, name, context, company);
      return;
    }
    let cluster = this.#byName.get(key);
    const why = cluster === undefined ? `the name, "${entity.name}"` : `the same name, "${entity.name}"`;
    if (cluster === undefined) this.#byName.set(key, (cluster = this.#open(entity.kind, name, null, false)));
    this.#link(cluster, index, entity, why);
  }

  /** Several in the register have the name: the one whose role or tie the article tells, else none of them. */
  #addRegistered(reading: Reading, index: number, entity: Entity, known: readonly number[], context: Context): void {
    const { date } = reading.article;
    const fitting = known.filter((number) => this.#roles.fits(this.clusters[number].register!, context, date));
    if (fitting.length === 1) {
      const why = `"${entity.name}" stands in the register more than once; the role tells which`;
      this.#link(fitting[0], index, entity, why);
      return;
    }
    const why = `"${entity.name}" stands in the register more than once: kept to its article`;
    const own = this.#open(entity.kind, foldName(entity.name), null, true);
    this.#link(own, index, entity, why);
    for (const to of known) {
      const reason = `"${entity.name}" stands in the register ${known.length} times`;
      this.doubts.push({ from: own, to, reason, confidence: 0.8 / known.length });
    }
  }

  #addPerson(index: number, entity: Entity, name: string, context: Context, company: ReadonlySet<string>): void {
    const namesakes = this.#people.get(name) ?? [];
    this.#people.set(name, namesakes);
    const common = isCommonName(name);
    const rejected: { cluster: number; reason: string }[] = [];
    let chosen: { namesake: Namesake; why: string; told: number } | null = null;
    for (const namesake of namesakes) {
      const { same, why, told } = compare(namesake, context, company, name, common, this.#weight);
      if (!same) rejected.push({ cluster: namesake.cluster, reason: `the same name, "${entity.name}", but ${why}` });
      else if (chosen === null || told > chosen.told)
        chosen = { namesake, why: `the same name, "${entity.name}"${why}`, told };
    }
    if (chosen === null) {
      const local = namesakes.length >= MOST_NAMESAKES;
      const own = this.#open("Person", name, null, local);
      for (const { cluster, reason } of rejected.slice(0, 3))
        this.doubts.push({ from: own, to: cluster, reason, confidence: 0.5 });
      chosen = {
        namesake: { cluster: own, roles: new Set(), ties: new Set(), company: new Set() },
        why: `the name, "${entity.name}"`,
        told: 0,
      };
      if (!local) namesakes.push(chosen.namesake);
    }
    const { namesake, why } = chosen;
    for (const role of context.roles) namesake.roles.add(role);
    for (const tie of context.ties) namesake.ties.add(tie);
    for (const other of company) if (other !== name) namesake.company.add(other);
    this.#link(namesake.cluster, index, entity, why);
  }

  /** Someone or something by a description: its article's own, unless the register says who held that role on that day. */
  #addDescribed(reading: Reading, index: number, entity: Entity): void {
    const found = entity.kind === "Person" ? holderByDescription(this.#roles, entity, reading) : null;
    if (found?.certain) {
      this.#link(this.#clusterOfEntry.get(found.entry)!, index, entity, found.why);
      return;
    }
    const own = this.#open(entity.kind, foldName(entity.name), null, true);
    this.#link(own, index, entity, "described, not named: kept to its article");
    if (found !== null) {
      const to = this.#clusterOfEntry.get(found.entry)!;
      this.doubts.push({ from: own, to, reason: found.why, confidence: 0.5 });
    }
  }
}

/**
 * How much two articles must share before a common name stands for one person; a role or a tie counts double. Chosen on half
 * of the training articles (docs/workspace.md): more keeps people apart who are one, less joins people who aren't.
 */
const ENOUGH = 2;

/** Whether what an article says of someone fits what others say of a namesake. */
function compare(
  namesake: Namesake,
  { roles, ties }: Context,
  company: ReadonlySet<string>,
  name: string,
  common: boolean,
  weight: Weight,
): { same: boolean; why: string; told: number } {
  const role = shared(roles, namesake.roles, weight);
  const tie = shared(ties, namesake.ties, weight);
  const others = shared(
    [...company].filter((other) => other !== name),
    namesake.company,
    weight,
  );
  const contradicts =
    roles.size > 0 &&
    namesake.roles.size > 0 &&
    ties.size > 0 &&
    namesake.ties.size > 0 &&
    role.best === null &&
    tie.best === null;
  const told = 2 * role.weight + 2 * tie.weight + others.weight;
  const why = [
    ...(role.best === null ? [] : [`the same role, ${role.best}`]),
    ...(tie.best === null ? [] : [`the same place, ${tie.best}`]),
    ...(others.best === null ? [] : [`${others.best} beside it in both`]),
  ].join(", ");
  if (common ? told >= ENOUGH : !contradicts || told > 0)
    return { same: true, why: why === "" ? "" : ` and ${why}`, told };
  if (contradicts) return { same: false, why: `once ${[...namesake.roles][0]}, once ${[...roles][0]}`, told };
  return {
    same: false,
    why: why === "" ? "it is a common one, and nothing else is the same" : `it is a common one; ${why}`,
    told,
  };
}
