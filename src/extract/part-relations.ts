import type { Cluster } from "./cluster.ts";
import { ORGANIZATION_HEADS } from "./lexicon/organizations.ts";
import { REGIONS } from "./lexicon/regions.ts";
import type { MentionCandidate } from "./mentions.ts";
import type { RelationCandidate, RelationContext } from "./relation-context.ts";

/** What is part of what, by names alone: institutions of institutions, places in regions and countries. */
export function findParts(context: RelationContext): RelationCandidate[] {
  return [...partsOfInstitutions(context), ...placesInRegions(context)];
}

/** "Liaison Office of the Central People's Government": the part and the whole. */
function partsOfInstitutions(context: RelationContext): RelationCandidate[] {
  const found: RelationCandidate[] = [];
  const { prose } = context;
  for (const whole of context.mentions) {
    if (whole.form !== "named" || whole.kinds[0] !== "Organization") continue;
    for (let word = whole.first + 1; word + 1 < whole.last; word++) {
      if (prose.lower(word) !== "of" || !ORGANIZATION_HEADS.has(prose.lower(word - 1))) continue;
      const target = prose.tag(word + 1) === "DT" ? word + 2 : word + 1;
      const inner = context
        .from(target)
        .find((other) => other !== whole && other.form === "named" && other.kinds[0] === "Organization");
      const from = context.clusterOf(whole);
      const to = context.clusterOf(inner);
      if (from !== null && to !== null)
        found.push(context.made("PART_OF", from, to, { start: whole.start, end: inner!.end }));
      break;
    }
  }
  return found;
}

/** "Dayton, Ohio," and "the town of Vester in Jutland": a place and the state, province or country behind it. */
function placesInRegions(context: RelationContext): RelationCandidate[] {
  const found: RelationCandidate[] = [];
  for (const place of context.mentions) {
    if (!isPlaceName(place)) continue;
    const region = regionBehindComma(context, place) ?? regionOfKind(context, place);
    const from = context.clusterOf(place);
    const to: Cluster | null = context.clusterOf(region);
    if (from !== null && to !== null && from !== to && from.kind === "Place" && to.kind === "Place")
      found.push(context.made("PART_OF", from, to, { start: place.start, end: region!.end }));
  }
  return found;
}

function isPlaceName({ form, kinds }: MentionCandidate): boolean {
  return form === "named" && kinds[0] === "Place";
}

function nameOf({ prose }: RelationContext, { start, end }: MentionCandidate): string {
  return prose.text.slice(start, end).replace(/\s+/g, " ");
}

/** "Dayton, Ohio,": what is no region itself, before a region that no further name follows ("Dublin, Ireland and Spain" lists). */
function regionBehindComma(context: RelationContext, place: MentionCandidate): MentionCandidate | null {
  const { prose } = context;
  const comma = place.last;
  if (comma + 1 >= prose.count || prose.tag(comma) !== "," || REGIONS.has(nameOf(context, place))) return null;
  const region = context.from(comma + 1).find((other) => isPlaceName(other) && REGIONS.has(nameOf(context, other)));
  if (region === undefined || region.sentence !== place.sentence) return null;
  const next = region.last;
  if (next >= prose.count || prose.words.sentence[next] !== region.sentence) return region;
  if (/^(?:and|or|&)$/.test(prose.lower(next))) return null;
  const listed = prose.tag(next) === "," && context.from(next + 1).some(isPlaceName);
  return listed || isListedBefore(context, place) ? null : region;
}

/** Whether a name of a place and a comma, or "and", stand before the place: one of a list. */
function isListedBefore(context: RelationContext, place: MentionCandidate): boolean {
  const { prose } = context;
  const before = place.first - 1;
  return before > 0 && prose.tag(before) === "," && context.before(before).some(isPlaceName);
}

const KIND_OF_PLACE =
  /^(?:city|town|village|port|district|county|province|state|region|island|suburb|municipality|territory|neighbourhood|neighborhood|borough)$/;

/** "the port of Halden Bay in Norland", "the Ohio city of Dayton": its kind said, and the region behind or before it. */
function regionOfKind(context: RelationContext, place: MentionCandidate): MentionCandidate | null {
  const { prose } = context;
  const of = place.first - 1;
  if (of < 1 || prose.lower(of) !== "of" || !KIND_OF_PLACE.test(prose.lemma(of - 1))) return null;
  const isRegion = (other: MentionCandidate) => isPlaceName(other) && other.sentence === place.sentence;
  if (place.last + 1 < prose.count && prose.lower(place.last) === "in") {
    const target = prose.tag(place.last + 1) === "DT" ? place.last + 2 : place.last + 1;
    const behind = context.from(target).find(isRegion);
    if (behind !== undefined) return behind;
  }
  return null;
}
