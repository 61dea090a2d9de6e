import type { Entity, Reading } from "../model/index.ts";
import type { Context } from "./context.ts";
import { foldName, wordsOfName } from "./names.ts";
import { isHeldOn, type Register, type RegisterEntry, type RegisterRole, termOf } from "./register.ts";

/** A role in the register, ready to be compared. */
interface HeldRole {
  readonly entry: RegisterEntry;
  readonly held: RegisterRole;
  readonly role: string;
  /** Folded names of what it is a role in: the name given, and all others the register has for it. */
  readonly of: ReadonlySet<string>;
}

/** The roles of a register by their words. */
export interface RoleIndex {
  readonly byRole: ReadonlyMap<string, readonly HeldRole[]>;
  /** Whether one of an entry's roles is what the article says of someone, on its day. */
  fits(entry: RegisterEntry, context: Context, day: string | null): boolean;
}

/** Words that make a description another's: a former holder, a deputy, one who speaks for the holder. */
const NOT_THE_HOLDER =
  /\b(?:former|ex|deputy|vice|acting|assistant|next|future|past|previous|then|late|would be|candidate|designate|elect|spokes\p{L}+|aide|adviser|advisor|wife|husband|son|daughter|an?|one|some|another|several)\b/u;

export function roleIndexOf(register: Register): RoleIndex {
  const namesOf = new Map<string, Set<string>>();
  for (const { name, aliases } of register) {
    const all = [name, ...aliases].map(foldName);
    for (const one of all) namesOf.set(one, new Set([...(namesOf.get(one) ?? []), ...all]));
  }
  const byRole = new Map<string, HeldRole[]>();
  for (const entry of register) {
    for (const held of entry.roles ?? []) {
      const role = foldName(held.role);
      const of = namesOf.get(foldName(held.of)) ?? new Set([foldName(held.of)]);
      byRole.set(role, [...(byRole.get(role) ?? []), { entry, held, role, of }]);
    }
  }
  const fits = (entry: RegisterEntry, { roles, ties }: Context, day: string | null) =>
    [...byRole.values()].flat().some(({ entry: holder, held, role, of }) => {
      if (holder !== entry || (day !== null && !isHeldOn(held, day))) return false;
      return roles.has(role) || [...ties].some((tie) => of.has(tie));
    });
  return { byRole, fits };
}

export interface RoleHolder {
  readonly entry: RegisterEntry;
  /** Whether the article itself ties the role to what it is a role in. */
  readonly certain: boolean;
  readonly why: string;
}

/**
 * Who a description means by the register, on the article's day: "the Chief Executive" where the article names Hong Kong, "Hong
 * Kong's chief executive" anywhere. Not certain where nothing but the role is said; null where nobody or several held it, or
 * the article has no day.
 */
export function holderByDescription(
  index: RoleIndex,
  entity: Entity,
  { article, entities, mentions }: Reading,
): RoleHolder | null {
  if (article.date === null || index.byRole.size === 0) return null;
  const day = article.date;
  const words = foldName(entity.name.replace(/[’']s\b/g, ""));
  // an indefinite article is gone from the folded name
  if (/^an?\s/i.test(entity.name) || NOT_THE_HOLDER.test(words)) return null;
  const named = new Set(
    entities.filter(({ unnamed }) => !unnamed).flatMap(({ name, aliases }) => [name, ...aliases].map(foldName)),
  );
  const holders: RoleHolder[] = [];
  for (const [role, all] of index.byRole) {
    if (!words.includes(role)) continue;
    for (const { entry, held, of } of all) {
      if (!isHeldOn(held, day)) continue;
      const rest = words
        .replace(role, " ")
        .replace(/\b(?:the|of|for|s)\b/g, " ")
        .replace(/\s+/g, " ")
        .trim();
      const said = of.has(rest);
      if (!said && rest !== "") continue;
      // "the Chief Executive" is a title, "the chief executive" anybody's of whom the article tells
      const isTitle = mentions.some(
        ({ entity: id, start, end }) => id === entity.id && isCapitalised(article.text.slice(start, end), held.role),
      );
      const certain = said || (isTitle && [...of].some((name) => named.has(name)));
      const why = `"${entity.name}": by the register ${entry.name} was ${held.role} of ${held.of} (${termOf(held)}) on ${day}`;
      holders.push({ entry, certain, why });
    }
  }
  const certain = holders.filter((holder) => holder.certain);
  if (certain.length === 1) return certain[0];
  return certain.length === 0 && holders.length === 1 ? holders[0] : null;
}

/** Whether the words of a role stand in a mention as a title does, each longer one with a capital. */
function isCapitalised(words: string, role: string): boolean {
  const at = words.toLowerCase().indexOf(role.toLowerCase());
  if (at < 0) return false;
  return words
    .slice(at, at + role.length)
    .split(/\s+/)
    .every((word) => word.length <= 3 || /^\p{Lu}/u.test(word));
}

/** Who a single name with a role means by the register: "Chief Executive Lam" in 2021. */
export function holderOfShortName(
  index: RoleIndex,
  name: string,
  { roles }: Context,
  day: string | null,
): { entry: RegisterEntry; why: string } | null {
  if (day === null) return null;
  const holders = [...roles].flatMap((role) =>
    (index.byRole.get(role) ?? []).filter(
      ({ entry, held }) =>
        isHeldOn(held, day) && [entry.name, ...entry.aliases].some((one) => wordsOfName(foldName(one)).includes(name)),
    ),
  );
  const entries = new Set(holders.map(({ entry }) => entry));
  if (entries.size !== 1) return null;
  const [{ entry, held }] = holders;
  return {
    entry,
    why: `the name and the role: by the register ${entry.name} was ${held.role} of ${held.of} (${termOf(held)}) on ${day}`,
  };
}
