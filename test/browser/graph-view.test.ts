import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { explorerFixture } from "./fixture.ts";
import { clickNode, drawn, placeOf } from "./harness.ts";

const LAM = "person:carrie-lam-cheng-yuet-ngor";
const MACAO = "place:macao";
const CHINA = "place:china";
const { show, addressHas } = explorerFixture();

async function layOut(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: /^Layout:/ }).click();
  await page.getByRole("menuitemradio", { name }).click();
}

/** Drags a node by so many pixels, in steps as a hand does. */
async function drag(page: Page, key: string, by: { x: number; y: number }): Promise<void> {
  const { x, y } = await placeOf(page, key);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by.x / 2, y + by.y / 2, { steps: 3 });
  await page.mouse.move(x + by.x, y + by.y, { steps: 3 });
  await page.mouse.up();
}

const rounded = async (page: Page, key: string) => {
  const { x, y } = await placeOf(page, key);
  return [Math.round(x), Math.round(y)];
};

/** So many people beside one another, as graph.json: a node a line, as the build writes it. */
function crowd(count: number): string {
  const people = Array.from({ length: count }, (_, i) => ({
    key: `person:p${i}`,
    attributes: {
      kind: "Person",
      label: `Person ${i}`,
      name: `Person ${i}`,
      aliases: [],
      unnamed: false,
      mentionCount: 1,
      statementCount: 0,
      quotedWords: 0,
      size: 5,
      x: (i % 30) * 20,
      y: Math.floor(i / 30) * 20,
    },
  }));
  return [
    '{"schema":"onrecord/1","graph":{"attributes":{"schema":"onrecord/1","title":"Crowd"},',
    '"nodes":[',
    people.map((person) => JSON.stringify(person)).join(",\n"),
    '],"edges":[',
    "]}}\n",
  ].join("\n");
}

describe("opening a large graph", () => {
  it("says how far it has come", async () => {
    const page = await show();
    await page.route("**/data/graph.json", (route) =>
      route.fulfill({ contentType: "application/json", body: crowd(24_000) }),
    );
    // Bars come and go while nobody looks: the page writes down each that it shows.
    await page.addInitScript(() => {
      const shown: number[] = [];
      Object.assign(window, { shown });
      new MutationObserver(() => {
        const bar = document.querySelector<HTMLProgressElement>('progress[aria-label="Opening the graph …"]');
        if (bar !== null && bar.value !== shown.at(-1)) shown.push(bar.value);
      }).observe(document, { subtree: true, childList: true, attributes: true });
    });
    await page.reload();
    await page.getByRole("application", { name: "Graph" }).waitFor();
    const shown = await page.evaluate(() => (window as unknown as { shown: number[] }).shown);
    expect(shown.length).toBeGreaterThan(1);
    expect(shown).toEqual(shown.toSorted((a, b) => a - b));
  });
});

describe("layouts", () => {
  it("are chosen in a menu, stand in the address, and are undone", async () => {
    const page = await show();
    const before = await rounded(page, LAM);
    await layOut(page, "In rings");
    await addressHas("layout=circle");
    await expect.poll(() => rounded(page, LAM)).not.toEqual(before);
    await page.keyboard.press("Escape");
    await page.locator("body").press("Control+z");
    await expect.poll(() => rounded(page, LAM)).toEqual(before);
    expect(page.url()).not.toContain("layout");
  });

  it("by forces come to rest where they did before, and can be asked for by a key", async () => {
    const page = await show();
    await page.getByRole("application", { name: "Graph" }).press("2");
    await addressHas("layout=force");
    await page.getByRole("status").getByText("Laid out: By forces").waitFor({ state: "attached" });
    const rest = await rounded(page, LAM);
    await page.reload();
    await drawn(page);
    await expect.poll(() => rounded(page, LAM)).toEqual(rest);
  });

  it("by date say which day is where", async () => {
    const page = await show("layout=date");
    await page.getByRole("list", { name: "Dates" }).getByText("6 Sept").waitFor();
    await expect
      .poll(async () => (await placeOf(page, "document:14th-five-year-plan")).x)
      .toBeGreaterThan((await page.locator(".canvas").boundingBox())?.x ?? 0);
  });

  it("by community wait for the communities", async () => {
    const page = await show();
    const before = await rounded(page, LAM);
    await layOut(page, "By community");
    await expect.poll(() => rounded(page, LAM)).not.toEqual(before);
    await addressHas("layout=community");
  });
});

describe("nodes", () => {
  it("stay where they are dragged, after a reload too, until they are let go of or it is undone", async () => {
    const page = await show();
    const before = await rounded(page, MACAO);
    await drag(page, MACAO, { x: -90, y: 60 });
    await addressHas(`,${MACAO}`);
    const dragged = [before[0] - 90, before[1] + 60];
    const isDragged = async () => {
      const now = await rounded(page, MACAO);
      return Math.hypot(now[0] - dragged[0], now[1] - dragged[1]) < 4;
    };
    await expect.poll(isDragged).toBe(true);
    expect(page.url()).not.toContain("node=");
    await page.reload();
    await drawn(page);
    await expect.poll(isDragged).toBe(true);
    await clickNode(page, MACAO);
    await page.getByRole("button", { name: "Let go of its place" }).click();
    await expect.poll(() => rounded(page, MACAO)).toEqual(before);
    await page.locator("body").press("Control+z");
    await expect.poll(isDragged).toBe(true);
    await page.getByRole("button", { name: /^Layout:/ }).click();
    await page.getByRole("menuitem", { name: "Let go of 1 pinned node" }).click();
    await expect.poll(() => rounded(page, MACAO)).toEqual(before);
  });

  it("give way to one that is put on them", async () => {
    const page = await show();
    const [from, onto] = [await placeOf(page, MACAO), await placeOf(page, CHINA)];
    await drag(page, MACAO, { x: onto.x - from.x + 2, y: onto.y - from.y });
    await addressHas(`,${MACAO}`);
    const [a, b] = [await placeOf(page, MACAO), await placeOf(page, CHINA)];
    expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(9);
  });

  it("that are pointed at stand out with their neighbours, while the rest fades", async () => {
    const page = await show();
    const canvas = page.getByRole("application", { name: "Graph" });
    const { x, y } = await placeOf(page, LAM);
    await page.mouse.move(x, y);
    await expect.poll(() => canvas.getAttribute("data-lit")).toBe("true");
    await expect
      .poll(() => page.locator(".sigma-nodes").evaluate((layer) => Number(getComputedStyle(layer).opacity)))
      .toBeLessThan(0.5);
    await page.mouse.move(x, y + 4000);
    await page.mouse.move(5, 400);
    await expect.poll(() => canvas.getAttribute("data-lit")).toBe("false");
  });
});

describe("the camera", () => {
  it("goes nearer, to the selection, and back to everything by keys", async () => {
    const page = await show(`node=${LAM}`);
    const canvas = page.getByRole("application", { name: "Graph" });
    await canvas.press("+");
    await addressHas("camera=");
    await canvas.press("0");
    await expect.poll(() => page.url()).not.toContain("camera=");
    await canvas.press("f");
    await addressHas("camera=");
  });

  it("is moved on a small map where there are many nodes, and only there", async () => {
    const page = await show();
    expect(await page.getByRole("img", { name: /The whole graph/ }).count()).toBe(0);
    await page.route("**/data/graph.json", (route) =>
      route.fulfill({ contentType: "application/json", body: crowd(640) }),
    );
    await page.reload();
    await drawn(page);
    const map = page.getByRole("img", { name: /The whole graph/ });
    const box = await map.boundingBox();
    if (box === null) throw new Error("the small map isn't on the page");
    const before = await placeOf(page, "person:p0");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 4, box.y + box.height / 2, { steps: 3 });
    await page.mouse.up();
    await expect.poll(async () => (await placeOf(page, "person:p0")).x).toBeGreaterThan(before.x + 40);
    await addressHas("camera=");
  });
});
