import type { DatedOn, Span } from "../model/index.ts";
import { compareSpans } from "../model/index.ts";
import type { Cluster } from "./cluster.ts";
import type { Coreference } from "./coreference.ts";
import { dayWithin, firstTimeFrom, type TimeExpression } from "./dates.ts";
import { ORGANIZATION_HEADS } from "./lexicon/organizations.ts";
import { COURTESY_TITLES, ROLES, SPOKES_NOUNS } from "./lexicon/people.ts";
import { ISSUING_VERBS } from "./lexicon/reporting-verbs.ts";
import type { MentionCandidate } from "./mentions.ts";
import { spanKey } from "./name-index.ts";
import type { Names } from "./name-span.ts";
import type { Prose } from "./prose.ts";

/** A relation between clusters, before entities have their ids. */
export interface RelationCandidate extends Span {
  readonly kind: "HOLDS_ROLE" | "SPEAKS_FOR" | "ISSUED" | "PART_OF";
  readonly from: Cluster;
  readonly to: Cluster;
  readonly role: string | null;
  readonly on: DatedOn | null;
}

/** The relations an article states, in reading order, each pair once per kind and role. */
export function findRelations(
  prose: Prose,
  mentions: readonly MentionCandidate[],
  names: Names,
  coreference: Coreference,
  times: readonly TimeExpression[],
): RelationCandidate[] {
  const finder = new RelationFinder(prose, mentions, coreference, times);
  const found = [
    ...finder.rolesBeforeNames(names),
    ...finder.rolesBehindNames(),
    ...finder.spokespeople(),
    ...finder.partsOfInstitutions(),
    ...finder.issues(),
  ];
  const seen = new Map<Cluster, { to: Cluster; label: string }[]>();
  return found.sort(compareSpans).filter(({ kind, from, to, role }) => {
    const label = `${kind} ${role ?? ""}`;
    const known = seen.get(from) ?? [];
    if (from === to || known.some((other) => other.to === to && other.label === label)) return false;
    seen.set(from, [...known, { to, label }]);
    return true;
  });
}

class RelationFinder {
  private readonly prose: Prose;
  private readonly mentions: readonly MentionCandidate[];
  private readonly coreference: Coreference;
  private readonly times: readonly TimeExpression[];
  private readonly named = new Map<string, MentionCandidate>();
  /** Mentions by the word they begin with, and by the word after their last. */
  private readonly beginning = new Map<number, MentionCandidate[]>();
  private readonly ending = new Map<number, MentionCandidate[]>();

  constructor(
    prose: Prose,
    mentions: readonly MentionCandidate[],
    coreference: Coreference,
    times: readonly TimeExpression[],
  ) {
    this.prose = prose;
    this.mentions = mentions;
    this.coreference = coreference;
    this.times = times;
    for (const mention of mentions) {
      if (mention.form === "named") this.named.set(spanKey(mention), mention);
      this.beginning.set(mention.first, [...(this.beginning.get(mention.first) ?? []), mention]);
      this.ending.set(mention.last, [...(this.ending.get(mention.last) ?? []), mention]);
    }
  }

  private clusterAt(span: Span): Cluster | null {
    const mention = this.named.get(spanKey(span));
    return mention === undefined ? null : (this.coreference.clusterOf.get(mention) ?? null);
  }

  private made(
    kind: RelationCandidate["kind"],
    from: Cluster,
    to: Cluster,
    span: Span,
    role: string | null = null,
    on: DatedOn | null = null,
  ): RelationCandidate {
    return { kind, from, to, role, on, start: span.start, end: span.end };
  }

  /** "Hong Kong Chief Executive Carrie Lam", "Acme spokesman John Doe". */
  rolesBeforeNames(names: Names): RelationCandidate[] {
    const found: RelationCandidate[] = [];
    for (const { role, holder, held, start, end } of names.roles) {
      const from = this.clusterAt(holder);
      const to = held === null ? null : this.clusterAt(held);
      if (from !== null && to !== null) found.push(this.roleRelation(from, to, role, { start, end }));
    }
    for (const mention of this.mentions) {
      if (mention.form !== "named" || mention.kinds[0] !== "Person") continue;
      const relation = this.lowerRoleBefore(mention);
      if (relation !== null) found.push(relation);
    }
    return found;
  }

  /** A role in small letters between a name and the person's: "Acme chief executive Jo Bloggs". */
  private lowerRoleBefore(person: MentionCandidate): RelationCandidate | null {
    const { prose } = this;
    for (let length = 4; length >= 1; length--) {
      const first = person.first - length;
      if (first < 1) continue;
      const role = prose.text.slice(prose.words.start[first], prose.words.end[person.first - 1]);
      if (!ROLES.has(role.toLowerCase())) continue;
      const before = prose.tag(first - 1) === "POS" ? first - 1 : first;
      const held = this.ending
        .get(before)
        ?.find((other) => other.form === "named" && (other.kinds[0] === "Organization" || other.kinds[0] === "Place"));
      const from = this.coreference.clusterOf.get(person);
      const to = held === undefined ? undefined : this.coreference.clusterOf.get(held);
      return from && to ? this.roleRelation(from, to, role, { start: held!.start, end: person.end }) : null;
    }
    return null;
  }

  private roleRelation(from: Cluster, to: Cluster, role: string, span: Span): RelationCandidate {
    const lastWord = role.toLowerCase().split(/\s+/).at(-1)!;
    const speaks = SPOKES_NOUNS.has(lastWord) && to.kind === "Organization" && lastWord.startsWith("spokes");
    return speaks ? this.made("SPEAKS_FOR", from, to, span) : this.made("HOLDS_ROLE", from, to, span, role);
  }

  /** "Ann Lee, the mayor of Oslo", "Jo Bloggs, Acme's chief executive". */
  rolesBehindNames(): RelationCandidate[] {
    const found: RelationCandidate[] = [];
    const { prose } = this;
    for (const person of this.mentions) {
      if (person.form !== "named" || person.kinds[0] !== "Person" || person.last + 1 >= prose.count) continue;
      const from = this.coreference.clusterOf.get(person);
      if (from === undefined) continue;
      if (prose.lower(person.last) === "of") found.push(...this.roleAround(person, from));
      found.push(...this.roleInFront(person, from));
      if (prose.tag(person.last) !== ",") continue;
      const behind = this.roleAt(person.last + 1);
      if (behind !== null)
        found.push(this.roleRelation(from, behind.to, behind.role, { start: person.start, end: behind.end }));
    }
    return found;
  }

  /** "Foreign Minister Luc Moreau of Ostrava": a role before the name, what it is held in behind it. */
  private roleAround(person: MentionCandidate, from: Cluster): RelationCandidate[] {
    const { prose } = this;
    const held = this.institutionAt(prose.tag(person.last + 1) === "DT" ? person.last + 2 : person.last + 1);
    const to = held === undefined ? undefined : this.coreference.clusterOf.get(held);
    if (to === undefined) return [];
    for (let first = Math.max(0, person.first - 4); first < person.first; first++) {
      const role = prose.text.slice(prose.words.start[first], prose.words.end[person.first - 1]);
      if (ROLES.has(role.toLowerCase()))
        return [this.roleRelation(from, to, role, { start: prose.words.start[first], end: held!.end })];
    }
    return [];
  }

  /** "Its chairwoman, Sofia Lindgren", "the company's chief executive, Tomas Brandt": the role in front, the name behind. */
  private roleInFront(person: MentionCandidate, from: Cluster): RelationCandidate[] {
    const { prose } = this;
    let comma = person.first - 1;
    while (comma > 2 && prose.lower(comma).replace(/\.$/, "") in COURTESY_TITLES) comma--;
    if (comma < 2 || prose.tag(comma) !== "," || this.roleFrom(comma - 1) === null) return [];
    let first = comma - 1;
    while (
      first > 1 &&
      comma - first < 5 &&
      (prose.isNoun(first - 1) || prose.tag(first - 1) === "JJ") &&
      this.ownerBefore(first) === undefined
    )
      first--;
    const owner = this.ownerBefore(first);
    const to = owner === undefined ? undefined : this.coreference.clusterOf.get(owner);
    if (to === undefined || (to.kind !== "Organization" && to.kind !== "Place")) return [];
    const role = prose.text.slice(prose.words.start[first], prose.words.end[comma - 1]);
    return [this.roleRelation(from, to, role, { start: owner!.start, end: person.end })];
  }

  /** Who has what begins at `word`: "its", "the company's". */
  private ownerBefore(word: number): MentionCandidate | undefined {
    const end = this.prose.tag(word - 1) === "POS" ? word - 1 : word;
    return this.ending
      .get(end)
      ?.find((other) => this.coreference.clusterOf.get(other)?.named === true && other.kinds[0] !== "Person");
  }

  /** A role with "of" or "for" and a name behind it, or a name and "'s" before it, from `word` on. */
  private roleAt(word: number): { role: string; to: Cluster; end: number } | null {
    const { prose } = this;
    const owner = this.institutionAt(word);
    const afterOwner = owner === undefined ? word : prose.tag(owner.last) === "POS" ? owner.last + 1 : owner.last;
    let first = afterOwner;
    while (first < prose.count && first < afterOwner + 4 && !this.roleFrom(first)) {
      const tag = prose.tag(first);
      if (tag !== "DT" && tag !== "JJ" && tag !== "NN" && tag !== "VBN" && tag !== "PRP$" && tag !== "RB") return null;
      first++;
    }
    const role = this.roleFrom(first);
    if (role === null) return null;
    const to = owner === undefined ? this.heldBehind(role.last) : owner;
    const cluster = to === null ? undefined : this.coreference.clusterOf.get(to);
    if (cluster === undefined || to === null) return null;
    return { role: role.words, to: cluster, end: Math.max(to.end, prose.words.end[role.last - 1]) };
  }

  private roleFrom(first: number): { words: string; last: number } | null {
    const { prose } = this;
    for (let last = Math.min(prose.count, first + 4); last > first; last--) {
      const words = prose.text.slice(prose.words.start[first], prose.words.end[last - 1]);
      if (ROLES.has(words.toLowerCase())) return { words, last };
    }
    return null;
  }

  private heldBehind(word: number): MentionCandidate | null {
    const { prose } = this;
    if (word + 1 >= prose.count || !/^(?:of|for|at|with|in)$/.test(prose.lower(word))) return null;
    const target = prose.tag(word + 1) === "DT" ? word + 2 : word + 1;
    return this.institutionAt(target) ?? this.institutionAt(word + 1) ?? null;
  }

  /** A name of an organisation or place that begins at `word`, or a description that means a named one. */
  private institutionAt(word: number): MentionCandidate | undefined {
    return this.beginning.get(word)?.find((other) => {
      if (other.kinds[0] !== "Organization" && other.kinds[0] !== "Place") return false;
      return (
        other.form === "named" || (other.form === "nominal" && this.coreference.clusterOf.get(other)?.named === true)
      );
    });
  }

  /** "a spokesperson of the Liaison Office". */
  spokespeople(): RelationCandidate[] {
    const found: RelationCandidate[] = [];
    for (const mention of this.mentions) {
      if (mention.form !== "nominal" || !SPOKES_NOUNS.has(mention.head)) continue;
      const from = this.coreference.clusterOf.get(mention);
      const to = this.spokenFor(mention);
      const target = to === null ? undefined : this.coreference.clusterOf.get(to);
      if (from && target && from.kind === "Person")
        found.push(
          this.made("SPEAKS_FOR", from, target, {
            start: Math.min(mention.start, to!.start),
            end: Math.max(mention.end, to!.end),
          }),
        );
    }
    return found;
  }

  private spokenFor(mention: MentionCandidate): MentionCandidate | null {
    const { prose } = this;
    for (let word = mention.first; word < mention.last + 1 && word < prose.count; word++) {
      if (prose.lemma(word) !== mention.head) continue;
      const behind = this.heldBehind(word + 1);
      if (behind !== null && behind.kinds[0] === "Organization") return behind;
      const before = prose.tag(word - 1) === "POS" ? word - 1 : word;
      return (
        this.ending.get(before)?.find((other) => other.form === "named" && other.kinds[0] === "Organization") ?? null
      );
    }
    return null;
  }

  /** "Liaison Office of the Central People's Government": the part and the whole. */
  partsOfInstitutions(): RelationCandidate[] {
    const found: RelationCandidate[] = [];
    const { prose } = this;
    for (const whole of this.mentions) {
      if (whole.form !== "named" || whole.kinds[0] !== "Organization") continue;
      for (let word = whole.first + 1; word + 1 < whole.last; word++) {
        if (prose.lower(word) !== "of" || !ORGANIZATION_HEADS.has(prose.lower(word - 1))) continue;
        const target = prose.tag(word + 1) === "DT" ? word + 2 : word + 1;
        const inner = this.beginning
          .get(target)
          ?.find((other) => other !== whole && other.form === "named" && other.kinds[0] === "Organization");
        const from = this.coreference.clusterOf.get(whole);
        const to = inner === undefined ? undefined : this.coreference.clusterOf.get(inner);
        if (from && to) found.push(this.made("PART_OF", from, to, { start: whole.start, end: inner!.end }));
        break;
      }
    }
    return found;
  }

  /** "China's central authorities issued a plan on Monday", "a report published by the ministry". */
  issues(): RelationCandidate[] {
    const found: RelationCandidate[] = [];
    for (const document of this.mentions) {
      if (document.kinds[0] !== "Document" || document.form === "pronoun") continue;
      const relation = this.issuerBefore(document) ?? this.issuerBehind(document);
      if (relation !== null) found.push(relation);
    }
    return found;
  }

  private issuerBefore(document: MentionCandidate): RelationCandidate | null {
    const { prose } = this;
    let verb = document.first - 1;
    while (verb >= 0 && (prose.tag(verb) === "DT" || prose.tag(verb) === "RB" || prose.tag(verb) === "JJ")) verb--;
    if (
      verb < 1 ||
      !ISSUING_VERBS.has(prose.lemma(verb)) ||
      !prose.tag(verb).startsWith("VB") ||
      prose.tag(verb) === "VBG"
    )
      return null;
    let end = verb;
    while (end > 0 && (prose.tag(end - 1) === "RB" || /^(?:has|have|had)$/.test(prose.lower(end - 1)))) end--;
    const issuer = this.issuerIn(this.ending.get(end));
    return issuer === null ? null : this.issued(issuer, document, issuer.start, document.end);
  }

  private issuerBehind(document: MentionCandidate): RelationCandidate | null {
    const { prose } = this;
    const verb = document.last < prose.count && prose.tag(document.last) === "," ? document.last + 1 : document.last;
    if (verb + 2 >= prose.count || !ISSUING_VERBS.has(prose.lemma(verb)) || prose.tag(verb) !== "VBN") return null;
    for (let word = verb + 1; word < prose.count && word < verb + 7; word++) {
      if (prose.lower(word) !== "by") continue;
      const target = prose.tag(word + 1) === "DT" ? word + 2 : word + 1;
      const issuer = this.issuerIn([...(this.beginning.get(word + 1) ?? []), ...(this.beginning.get(target) ?? [])]);
      return issuer === null ? null : this.issued(issuer, document, document.start, issuer.end);
    }
    return null;
  }

  private issuerIn(mentions: readonly MentionCandidate[] | undefined): MentionCandidate | null {
    const fitting =
      mentions?.filter(
        ({ kinds, form }) => form !== "pronoun" && (kinds[0] === "Organization" || kinds[0] === "Person"),
      ) ?? [];
    return fitting.length === 0
      ? null
      : fitting.reduce((best, next) => (next.end - next.start > best.end - best.start ? next : best));
  }

  private issued(
    issuer: MentionCandidate,
    document: MentionCandidate,
    start: number,
    end: number,
  ): RelationCandidate | null {
    const from = this.coreference.clusterOf.get(issuer);
    const to = this.coreference.clusterOf.get(document);
    if (!from || !to) return null;
    const next = firstTimeFrom(this.times, end);
    const adjoins = next !== undefined && next.start - end < 4 && /^\s+$/.test(this.prose.text.slice(end, next.start));
    const whole = { start, end: adjoins ? next.end : end };
    return this.made("ISSUED", from, to, whole, null, dayWithin(this.times, whole, [], end));
  }
}
