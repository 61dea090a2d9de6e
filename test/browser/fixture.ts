import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { drawn, type Explorer, type OpenOptions, type OpenPage, type StartOptions, startExplorer } from "./harness.ts";

export interface ExplorerFixture {
  /** The explorer of this test file. */
  readonly explorer: Explorer;
  /** Opens a page on it, and waits for the picture where the view has one. */
  show(options?: string | OpenOptions): Promise<Page>;
  /** Waits until the address of the page opened last holds this part. */
  addressHas(part: string): Promise<void>;
}

/**
 * Starts an explorer for the tests of a file. Each test opens a page with `show`; after it the page is closed, and held to
 * have had no error on its console and no request to elsewhere.
 */
export function explorerFixture(start: StartOptions = {}): ExplorerFixture {
  let explorer: Explorer | null = null;
  let open: OpenPage[] = [];
  beforeAll(async () => {
    explorer = await startExplorer(start);
  });
  afterAll(() => explorer?.close());
  afterEach(async () => {
    const problems = open.flatMap((page) => page.problems);
    for (const { context } of open) await context.close();
    open = [];
    expect(problems, "errors on the console or requests to elsewhere").toEqual([]);
  });
  const started = () => {
    if (explorer === null) throw new Error("the explorer starts with the first test");
    return explorer;
  };
  return {
    get explorer() {
      return started();
    },
    async show(options = "") {
      const wanted = typeof options === "string" ? { view: options } : options;
      const opened = await started().open(wanted);
      open.push(opened);
      if (!/(?:^|&)view=/.test(wanted.view ?? "")) await drawn(opened.page);
      return opened.page;
    },
    async addressHas(part) {
      await expect.poll(() => decodeURIComponent(open.at(-1)?.page.url() ?? "")).toContain(part);
    },
  };
}
