import { describe, expect, it } from "vitest";
import { explorerFixture } from "./fixture.ts";
import { litWords, placeOf } from "./harness.ts";

/** Three articles of three days: who speaks of whom, and who is only talked about. */
const ARTICLES = [
  [
    "2024-03-04",
    "Bridge delayed",
    `"The bridge will open in May," Ines Okafor said on Monday.\n\nTom Reyes said that Ines Okafor had promised it for January.`,
  ],
  [
    "2024-03-06",
    "Ferry dispute",
    `Tom Reyes said that Ines Okafor should pay for the ferries.\n\n"Nobody in Port Alder agrees with Tom Reyes," Ines Okafor said.`,
  ],
  ["2024-03-09", "Budget passed", `Mara Lindqvist said that Tom Reyes had asked for less money.`],
] as const;

const fixture = explorerFixture({ articles: ARTICLES.map(([date, title, text]) => ({ date, title, text })) });
const { show, addressHas } = fixture;

describe("many articles in the explorer", () => {
  it("shows stakeholders with ties whose weight opens the sentences behind it", async () => {
    const page = await show("edge=tie:MENTIONS:person:tom-reyes>person:ines-okafor&show=stakeholders");
    const detail = page.getByRole("region", { name: "Selected" });
    await detail.getByText("2 statements", { exact: true }).waitFor();
    expect(await detail.locator(".quote").count()).toBe(2);
    await detail.locator(".quote", { hasText: "pay for the ferries" }).click();
    await expect.poll(async () => (await litWords(page)).join("")).toContain("should pay for the ferries");
    await page.getByRole("heading", { name: "Ferry dispute" }).waitFor();
  });

  it("unfolds a stakeholder into its statements, and folds it again", async () => {
    const page = await show("node=person:tom-reyes&show=stakeholders");
    const [statement] = fixture.explorer.graph
      .outNeighbors("person:tom-reyes")
      .filter((key) => key.startsWith("statement:"));
    await expect(placeOf(page, statement)).rejects.toThrow("isn't in the picture");
    await page.getByRole("button", { name: "Unfold in the graph" }).click();
    await expect.poll(() => placeOf(page, statement).catch(() => null)).not.toBeNull();
    await addressHas("unfold=person:tom-reyes");
    await page.getByRole("button", { name: "Fold in the graph" }).click();
    await expect.poll(() => placeOf(page, statement).catch(() => null)).toBeNull();
    await page.getByRole("radio", { name: "Statements" }).click();
    await expect.poll(() => placeOf(page, statement).catch(() => null)).not.toBeNull();
  });

  it("shows where statements come from while a stakeholder unfolds", async () => {
    const page = await show("node=person:tom-reyes&show=stakeholders");
    await page.emulateMedia({ reducedMotion: "no-preference" });
    const [statement] = fixture.explorer.graph
      .outNeighbors("person:tom-reyes")
      .filter((key) => key.startsWith("statement:"));
    const speaker = await placeOf(page, "person:tom-reyes");
    // Writes down where the statement is in every frame from its first on.
    const way = page.evaluate(
      (key) =>
        new Promise<{ x: number; y: number }[]>((done) => {
          const canvas = document.querySelector(".canvas");
          const frame = canvas?.getBoundingClientRect();
          const places: { x: number; y: number }[] = [];
          const look = () => {
            const detail: { key: string; place?: { x: number; y: number } | null } = { key };
            canvas?.dispatchEvent(new CustomEvent("onrecord:locate", { detail }));
            if (detail.place && frame) places.push({ x: frame.x + detail.place.x, y: frame.y + detail.place.y });
            const [before, last] = places.slice(-2);
            const isStill = places.length > 2 && before.x === last.x && before.y === last.y;
            const hasMoved = places.some(({ x, y }) => Math.hypot(x - places[0].x, y - places[0].y) > 5);
            if (isStill && hasMoved) done(places);
            else requestAnimationFrame(look);
          };
          look();
        }),
      statement,
    );
    await page.getByRole("button", { name: "Unfold in the graph" }).click();
    const places = await way;
    expect(Math.hypot(places[0].x - speaker.x, places[0].y - speaker.y)).toBeLessThan(3);
  });

  it("filters by speaker and by days, shows each filter as a chip, and takes it away there", async () => {
    const page = await show("");
    await page.getByRole("checkbox", { name: /Tom Reyes/ }).check();
    await page.getByRole("button", { name: "Remove the filter: Tom Reyes" }).waitFor();
    await expect(placeOf(page, "person:mara-lindqvist")).rejects.toThrow("isn't in the picture");
    await page.getByRole("button", { name: "Remove the filter: Tom Reyes" }).click();
    await expect.poll(() => placeOf(page, "person:mara-lindqvist").catch(() => null)).not.toBeNull();
    const last = page.getByRole("slider", { name: "Last day" });
    await last.focus();
    await page.keyboard.press("Home");
    await addressHas("to=2024-03-04");
    await page.getByRole("radio", { name: "Table" }).click();
    await expect.poll(() => page.locator(".table-row").count()).toBe(2);
  });

  it("keeps the days that are brushed over the timeline", async () => {
    const page = await show("");
    const bars = page.locator(".bar-slot");
    const [from, to] = [await bars.nth(2).boundingBox(), await bars.nth(5).boundingBox()];
    if (from === null || to === null) throw new Error("the timeline has no bars");
    await page.mouse.move(from.x + 2, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(to.x + 4, to.y + 10, { steps: 4 });
    await page.mouse.up();
    await addressHas("from=2024-03-06&to=2024-03-09");
    // What is kept is said between the ends of all days.
    const timeline = page.getByRole("region", { name: "Articles over time" });
    await timeline.getByText("6 Mar 2024 – 9 Mar 2024: 3 statements").waitFor();
    await timeline.getByText("4 Mar 2024", { exact: true }).waitFor();
  });
});
