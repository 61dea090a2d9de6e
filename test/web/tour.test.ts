import { describe, expect, it } from "vitest";
import { isRoomy, placeCard, placeInside } from "../../web/tour/place.ts";

const card = { width: 300, height: 150 };
const screen = { width: 1000, height: 800 };

describe("a card of the tour", () => {
  it("stands below what it points at, above it, beside it, and always on the screen", () => {
    expect(placeCard({ left: 400, top: 10, width: 200, height: 40 }, card, screen)).toEqual({ left: 350, top: 62 });
    expect(placeCard({ left: 0, top: 740, width: 100, height: 50 }, card, screen)).toEqual({ left: 12, top: 578 });
    expect(placeCard({ left: 600, top: 50, width: 400, height: 740 }, card, screen).left).toBe(288);
    const { left, top } = placeCard({ left: -50, top: -50, width: 2000, height: 2000 }, card, screen);
    expect(left).toBeGreaterThanOrEqual(12);
    expect(top + card.height).toBeLessThanOrEqual(screen.height - 12);
  });

  it("stands in the corner of the graph that has the fewest nodes", () => {
    const graph = { left: 200, top: 50, width: 700, height: 600 };
    expect(isRoomy(graph, card)).toBe(true);
    expect(placeInside(graph, card, [])).toEqual({ left: 212, top: 488 });
    const lowerLeft = [{ x: 300, y: 560 }];
    expect(placeInside(graph, card, lowerLeft)).toEqual({ left: 588, top: 106 });
    expect(placeInside(graph, card, [...lowerLeft, { x: 700, y: 200 }])).toEqual({ left: 212, top: 106 });
  });
});
