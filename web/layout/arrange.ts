import type { Places } from "../scene/scene.ts";
import { partNodes } from "./apart.ts";
import { byCommunity } from "./by-community.ts";
import { byDate } from "./by-date.ts";
import { circle } from "./circle.ts";
import { type ForceStep, forces } from "./force.ts";
import type { LayoutInput } from "./layouts.ts";

/** Above so many nodes there is no room to part them all. */
const MOST_PARTED = 3_000;

/** Lays out a graph, step by step where that takes many: the last step is the layout. */
export function* arrange(input: LayoutInput): Generator<ForceStep, void, void> {
  if (input.layout === "force") {
    let last: Places | null = null;
    for (const step of forces(input)) {
      last = step.places;
      if (step.done < 1) yield step;
    }
    // Forces pull what is closely tied into one place: there each gets room of its own.
    const settled = last ?? input.start;
    yield { places: input.radius.length <= MOST_PARTED ? part(settled, input) : parted(settled, input), done: 1 };
  } else yield { places: parted(placesFor(input), input), done: 1 };
}

function placesFor(input: LayoutInput): Places {
  if (input.layout === "circle") return circle(input);
  if (input.layout === "date") return byDate(input);
  if (input.layout === "community") return byCommunity(input);
  return input.start;
}

function parted(places: Places, input: LayoutInput): Places {
  return input.apart ? part(places, input) : places;
}

const part = (places: Places, { radius, fixed }: LayoutInput) => partNodes(places, radius, fixed);
