import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong on a page, or within a part of it, as `rule: element`. */
export async function violations(page: Page, rules: object = {}, within = "html"): Promise<string[]> {
  await page.evaluate(AXE);
  const results = await page.evaluate(
    ([part, options]) =>
      (window as unknown as { axe: { run(part: string, options: object): Promise<AxeResults> } }).axe.run(
        part,
        options,
      ),
    [within, { rules }] as const,
  );
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Whether anything makes the page wider than the screen. */
export const overflows = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/**
 * What is pressed with a finger and smaller than 44 × 44 pixels on a narrow screen (WCAG 2.2, 2.5.5); links and buttons
 * within a line of text may be as high as the line. Empty on wide screens.
 */
export const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    if (innerWidth >= 720) return [];
    const pressed = document.querySelectorAll<HTMLElement>("button, select, input, [role=radio], [role=option]");
    return [...pressed].flatMap((element) => {
      const target = element.closest<HTMLElement>("label") ?? element;
      const { width, height } = target.getBoundingClientRect();
      const isHidden = width <= 1 || height <= 1 || element.closest("[aria-hidden=true], [inert]") !== null;
      const isInLine = getComputedStyle(target).display === "inline";
      if (isHidden || isInLine || (width >= 43.5 && height >= 43.5)) return [];
      if (element.matches(".table-head *, .article-text *")) return [];
      return [`${Math.round(width)} × ${Math.round(height)}: ${target.outerHTML.slice(0, 120)}`];
    });
  });
