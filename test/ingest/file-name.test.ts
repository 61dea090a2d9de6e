import { describe, expect, it } from "vitest";
import { readFileName } from "../../src/ingest/file-name.ts";
import { articleFromText } from "../../src/ingest/index.ts";

describe("the name of a file", () => {
  it.each([
    ["2021-09-07 Reuters Ferry strike ends.txt", "2021-09-07", "Reuters", "Ferry strike ends"],
    ["2021-09-07 Harbour Times Budget row deepens.docx", "2021-09-07", "Harbour Times", "Budget row deepens"],
    ["20210907_guardian_budget-row-deepens.html", "2021-09-07", "guardian", "budget row deepens"],
    ["saved/2021_09_07__BBC__Ferry strike.txt", "2021-09-07", "BBC", "Ferry strike"],
    [
      "The Morning Courier - Ferry strike ends - 7 Sept 2021.pdf",
      "2021-09-07",
      "The Morning Courier",
      "Ferry strike ends",
    ],
    ["2021-09-07-ferry-strike.txt", "2021-09-07", null, "ferry strike"],
    ["Ferry strike ends after talks.md", null, null, "Ferry strike ends after talks"],
    ["2021-09-07 Harbour Times.txt", "2021-09-07", "Harbour Times", null],
    ["2021-09-07 BBC.txt", "2021-09-07", "BBC", null],
    ["2021-09-07.txt", "2021-09-07", null, null],
    ["2021-02-30 scan.pdf", null, null, null],
    ["scan0001.pdf", null, null, null],
    ["document (3).docx", null, null, null],
  ])("tells what %s is", (name, date, outlet, title) => {
    expect(readFileName(name)).toEqual({ date, outlet, title });
  });

  it("counts only where the article itself says nothing", () => {
    const body = "The ferry came late.\n\nNobody minded, the captain said.";
    const named = articleFromText(body, { name: "2021-09-07 Reuters Ferry strike ends.txt" });
    expect([named.title, named.outlet, named.date]).toEqual(["Ferry strike ends", "Reuters", "2021-09-07"]);
    const own = articleFromText(`Captain on time\n\n2021-09-08\n\nSource: Daily Tide\n\n${body}`, {
      name: "2021-09-07 Reuters Ferry strike ends.txt",
    });
    expect([own.title, own.outlet, own.date]).toEqual(["Captain on time", "Daily Tide", "2021-09-08"]);
  });
});
