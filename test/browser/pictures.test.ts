import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, drawn, type Explorer, PHONE, startExplorer } from "./harness.ts";
import { packPng } from "./pack-png.ts";

/**
 * The main views beside their reference pictures, which the documents show. After a change of looks that is wanted, look at the new pictures and keep them:
 *
 *     ONRECORD_PICTURES=keep npx vitest run test/browser/pictures.test.ts
 */
const KEEP = process.env.ONRECORD_PICTURES === "keep";
const FOLDER = resolve(import.meta.dirname, "../../docs/pictures");
/** A pixel is another where one of its channels is off by more than this, of 255: fonts are smoothed a little differently. */
const CHANNEL = 40;
/** At most this share of the pixels may be others. */
const SHARE = 0.015;

const LAM = "person:carrie-lam-cheng-yuet-ngor";
const VIEWS = [
  { name: "graph", size: DESKTOP, view: `node=${LAM}` },
  { name: "passages", size: DESKTOP, view: `view=passages&passages=said:${LAM}&node=${LAM}` },
  { name: "table", size: DESKTOP, view: "view=table" },
  { name: "telephone-graph", size: PHONE, view: `node=${LAM}` },
  { name: "telephone-read", size: PHONE, view: `node=${LAM}`, read: true },
] as const;

let explorer: Explorer;
let canvas: Page;
beforeAll(async () => {
  explorer = await startExplorer();
  canvas = await explorer.browser.newPage();
  mkdirSync(FOLDER, { recursive: true });
});
afterAll(() => explorer?.close());

/** Waits until nothing of the page changes any more: fonts are there, and two pictures in a row are the same. */
async function still(page: Page): Promise<Buffer> {
  // Where the article was scrolled to depends on whether its font was there by then.
  await page.evaluate(async () => {
    await document.fonts.ready;
    const [pane, lit] = [document.querySelector(".article-scroll"), document.querySelector(".article-text .lit")];
    if (pane === null || lit === null) return;
    pane.scrollTop += lit.getBoundingClientRect().top - pane.getBoundingClientRect().top - 100;
  });
  let last = await page.screenshot();
  await expect
    .poll(
      async () => {
        const before = last;
        last = await page.screenshot();
        return last.equals(before);
      },
      { timeout: 40_000, interval: 250 },
    )
    .toBe(true);
  return last;
}

/** The share of pixels that differ, counted by the browser; 1 where the pictures differ in size. */
function difference(one: Buffer, other: Buffer): Promise<number> {
  return canvas.evaluate(
    async ({ pictures, most }) => {
      const read = async (data: string) => {
        const picture = await createImageBitmap(await (await fetch(data)).blob());
        const surface = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
        surface?.drawImage(picture, 0, 0);
        return surface?.getImageData(0, 0, picture.width, picture.height) ?? null;
      };
      const [a, b] = [await read(pictures[0]), await read(pictures[1])];
      if (a === null || b === null || a.width !== b.width || a.height !== b.height) return 1;
      let others = 0;
      for (let at = 0; at < a.data.length; at += 4)
        for (let channel = 0; channel < 3; channel++)
          if (Math.abs(a.data[at + channel] - b.data[at + channel]) > most) {
            others++;
            break;
          }
      return others / (a.width * a.height);
    },
    { pictures: [one, other].map((picture) => `data:image/png;base64,${picture.toString("base64")}`), most: CHANNEL },
  );
}

describe.each(["light", "dark"] as const)("in the %s theme", { timeout: 60_000 }, (theme) => {
  it.each(VIEWS)("the $name looks as it did", async ({ name, size, view, ...more }) => {
    const { page, context } = await explorer.open({ theme, size, view });
    if (view.startsWith("view=")) await page.getByRole("row").nth(1).waitFor();
    else await drawn(page);
    if ("read" in more) {
      await page.getByRole("button", { name: "Read", exact: true }).click();
    }
    // The article is fetched by itself, and goes to the words of what is selected.
    if (size !== PHONE || "read" in more)
      await page
        .locator(view.includes("node=") ? ".lit" : ".article-text .piece")
        .first()
        .waitFor();
    const picture = await still(page);
    await context.close();
    const path = join(FOLDER, `${name}-${theme}.png`);
    if (KEEP) writeFileSync(path, await packPng(canvas, picture));
    expect(existsSync(path), `${path} is there`).toBe(true);
    const share = await difference(readFileSync(path), picture);
    if (share > SHARE) writeFileSync(path.replace(/\.png$/, ".other.png"), picture);
    expect(share, "the share of pixels that differ").toBeLessThanOrEqual(SHARE);
  });
});
