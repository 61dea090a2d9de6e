import type { DatedOn, Span } from "../model/index.ts";
import type { Cluster } from "./cluster.ts";
import type { Coreference } from "./coreference.ts";
import type { TimeExpression } from "./dates.ts";
import { ROLES } from "./lexicon/people.ts";
import type { MentionCandidate } from "./mentions.ts";
import { spanKey } from "./name-index.ts";
import type { Prose } from "./prose.ts";

/** A relation between clusters, before entities have their ids. */
export interface RelationCandidate extends Span {
  readonly kind: "HOLDS_ROLE" | "SPEAKS_FOR" | "ISSUED" | "PART_OF";
  readonly from: Cluster;
  readonly to: Cluster;
  readonly role: string | null;
  readonly on: DatedOn | null;
}

/** Words that name a role, as a range of words. */
export interface RoleWords {
  readonly words: string;
  readonly first: number;
  readonly last: number;
}

/** The mentions of an article by where they begin and end, for those who look for relations between them. */
export class RelationContext {
  readonly prose: Prose;
  readonly mentions: readonly MentionCandidate[];
  readonly coreference: Coreference;
  readonly times: readonly TimeExpression[];
  private readonly named = new Map<string, MentionCandidate>();
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
      const { first, last } = mention;
      this.beginning.set(first, [...(this.beginning.get(first) ?? []), mention]);
      this.ending.set(last, [...(this.ending.get(last) ?? []), mention]);
    }
  }

  /** Mentions that begin with the word. */
  from(word: number): readonly MentionCandidate[] {
    return this.beginning.get(word) ?? [];
  }

  /** Mentions that end right before the word. */
  before(word: number): readonly MentionCandidate[] {
    return this.ending.get(word) ?? [];
  }

  clusterOf(mention: MentionCandidate | null | undefined): Cluster | null {
    return mention ? (this.coreference.clusterOf.get(mention) ?? null) : null;
  }

  /** What the name at exactly this span means. */
  clusterAt(span: Span): Cluster | null {
    return this.clusterOf(this.named.get(spanKey(span)));
  }

  /** The named persons, with what they mean. */
  *persons(): Generator<readonly [MentionCandidate, Cluster]> {
    for (const mention of this.mentions) {
      const cluster = mention.form === "named" && mention.kinds[0] === "Person" ? this.clusterOf(mention) : null;
      if (cluster !== null) yield [mention, cluster];
    }
  }

  /** A name of an organisation or place that begins at `word`, or a definite description of one. */
  institutionFrom(word: number): MentionCandidate | undefined {
    const fitting = this.from(word).filter(({ kinds: [kind] }) => kind === "Organization" || kind === "Place");
    return (
      fitting.find(({ form }) => form === "named") ??
      fitting.find((mention) => mention.form === "nominal" && this.clusterOf(mention)?.named === true) ??
      fitting.find(({ form, kinds: [kind], definite }) => form === "nominal" && kind === "Organization" && definite)
    );
  }

  /** What stands behind "of", "for", "at", "with" or "in" at `word`, over an article. */
  heldBehind(word: number): MentionCandidate | null {
    const { prose } = this;
    if (word + 1 >= prose.count || !/^(?:of|for|at|with|in)$/.test(prose.lower(word))) return null;
    const target = prose.tag(word + 1) === "DT" ? word + 2 : word + 1;
    return this.institutionFrom(target) ?? this.institutionFrom(word + 1) ?? null;
  }

  /** Who has what begins at `word`: "its", "the company's". */
  ownerBefore(word: number): MentionCandidate | undefined {
    const end = this.prose.tag(word - 1) === "POS" ? word - 1 : word;
    return this.before(end).find(
      (other) =>
        (other.form === "pronoun" || end < word) &&
        (this.clusterOf(other)?.named === true || (other.form === "nominal" && other.kinds[0] === "Organization")),
    );
  }

  /** The longest known role that begins at `first`. */
  roleFrom(first: number): RoleWords | null {
    for (let last = Math.min(this.prose.count, first + 4); last > first; last--) {
      const words = this.words(first, last);
      if (ROLES.has(words.toLowerCase())) return { words, first, last };
    }
    return null;
  }

  /** The longest known role that ends right before `last`. */
  roleBefore(last: number): RoleWords | null {
    for (let first = Math.max(0, last - 4); first < last; first++) {
      const words = this.words(first, last);
      if (ROLES.has(words.toLowerCase())) return { words, first, last };
    }
    return null;
  }

  words(first: number, last: number): string {
    return this.prose.text.slice(this.prose.words.start[first], this.prose.words.end[last - 1]);
  }

  made(
    kind: RelationCandidate["kind"],
    from: Cluster,
    to: Cluster,
    { start, end }: Span,
    role: string | null = null,
    on: DatedOn | null = null,
  ): RelationCandidate {
    return { kind, from, to, role, on, start, end };
  }
}
