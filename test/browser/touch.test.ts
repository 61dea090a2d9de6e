import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { explorerFixture } from "./fixture.ts";
import { PHONE, placeOf } from "./harness.ts";

const LAM = "person:carrie-lam-cheng-yuet-ngor";
const MACAO = "place:macao";
const fixture = explorerFixture();
const { show, addressHas } = fixture;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Puts fingers down, moves each from its first to its last place, and lifts them. */
async function touch(page: Page, fingers: readonly { readonly from: Point; readonly to: Point }[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const at = (share: number) =>
    fingers.map(({ from, to }, id) => ({
      id,
      x: Math.round(from.x + (to.x - from.x) * share),
      y: Math.round(from.y + (to.y - from.y) * share),
    }));
  const send = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: { id: number; x: number; y: number }[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints });
  await send("touchStart", at(0));
  for (let step = 1; step <= 8; step++) await send("touchMove", at(step / 8));
  await send("touchEnd", []);
  await session.detach();
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

/** A place in the picture where nothing lies. */
async function emptyPlace(page: Page): Promise<Point> {
  const box = await page.locator(".canvas").boundingBox();
  if (box === null) throw new Error("there is no picture");
  return { x: box.x + 24, y: box.y + box.height * 0.72 };
}

describe("the picture under fingers", () => {
  it("goes nearer where two fingers part, and farther where they meet", async () => {
    const page = await show({ size: PHONE });
    const [one, other] = [await placeOf(page, LAM), await placeOf(page, MACAO)];
    const apart = distance(one, other);
    const middle = { x: 195, y: 420 };
    const near = { left: { x: middle.x - 40, y: middle.y }, right: { x: middle.x + 40, y: middle.y } };
    const far = { left: { x: middle.x - 120, y: middle.y }, right: { x: middle.x + 120, y: middle.y } };
    await touch(page, [
      { from: near.left, to: far.left },
      { from: near.right, to: far.right },
    ]);
    const wider = async () => distance(await placeOf(page, LAM), await placeOf(page, MACAO));
    await expect.poll(wider).toBeGreaterThan(apart * 1.8);
    await addressHas("camera=");
    const opened = await wider();
    await touch(page, [
      { from: far.left, to: near.left },
      { from: far.right, to: near.right },
    ]);
    await expect.poll(wider).toBeLessThan(opened * 0.6);
    // The page itself is neither scrolled nor enlarged by it.
    expect(await page.evaluate(() => [scrollX, scrollY, visualViewport?.scale])).toEqual([0, 0, 1]);
  });

  it("moves under one finger, and selects what is tapped", async () => {
    const page = await show({ size: PHONE });
    const before = await placeOf(page, LAM);
    const start = await emptyPlace(page);
    await touch(page, [{ from: start, to: { x: start.x + 70, y: start.y + 50 } }]);
    await expect.poll(async () => (await placeOf(page, LAM)).x - before.x).toBeGreaterThan(50);
    await expect.poll(async () => (await placeOf(page, LAM)).y - before.y).toBeGreaterThan(30);
    await addressHas("camera=");
    expect(page.url()).not.toContain("pin=");
    const { x, y } = await placeOf(page, LAM);
    await page.touchscreen.tap(x, y);
    await page
      .getByRole("region", { name: "Selected" })
      .getByRole("heading", { name: /Carrie Lam/ })
      .waitFor();
    await addressHas(`node=${LAM}`);
  });

  it("leaves what is drawn free of the tools while a sheet is open", async () => {
    const page = await show({ size: PHONE, view: `node=${LAM}` });
    await page.getByRole("region", { name: "Selected" }).getByRole("heading").first().waitFor();
    const tools = await page.getByRole("toolbar", { name: "Zoom" }).boundingBox();
    if (tools === null) throw new Error("there are no tools");
    const places = await Promise.all(fixture.explorer.graph.nodes().map((key) => placeOf(page, key)));
    expect(places.length).toBeGreaterThan(10);
    const under = places.filter(
      ({ x, y }) => x > tools.x && x < tools.x + tools.width && y > tools.y && y < tools.y + tools.height,
    );
    expect(under).toEqual([]);
  });
});
