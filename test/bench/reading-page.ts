/**
 * How long a person waits for an article on the built page, in real Chromium: the first one on a cold page (worker, weights
 * and all), asked for as soon as the dialog is open and a second later, as people paste; then others one by one. Milliseconds
 * from asking to the answer, as the page's own thread sees it.
 * `npm run build && npx tsx test/bench/reading-page.ts`
 */
import { readdirSync, readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { startExplorer } from "../browser/harness.ts";

const TEXTS = readdirSync("test/articles")
  .filter((name) => name.endsWith(".txt"))
  .map((name) => readFileSync(`test/articles/${name}`, "utf8"));
const COLD_PAGES = 5;

/** Times of one request to the reading worker: asked, and told of each stage, in milliseconds of the page's clock. */
interface Request {
  /** When the dialog was asked for. */
  readonly opened: number;
  readonly asked: number;
  readonly stages: { readonly stage: string; readonly at: number }[];
}

/** Notes what goes to the page's workers and what comes back. */
const LISTEN = `(() => {
  const requests = (window.readingRequests = []);
  const Original = window.Worker;
  window.Worker = class extends Original {
    constructor(...args) {
      super(...args);
      if (!String(args[0]).includes("reader.worker")) return;
      this.addEventListener("message", ({ data }) => {
        const stage = data.type === "stage" ? data.stage : data.type;
        requests.at(-1)?.stages.push({ stage, at: performance.now() });
      });
      const post = this.postMessage.bind(this);
      this.postMessage = (message, ...rest) => {
        if (message.articles?.length > 0) requests.push({ asked: performance.now(), stages: [] });
        post(message, ...rest);
      };
    }
  };
})();`;

async function paste(page: Page, text: string, pause = 0): Promise<Request> {
  const before = await page.evaluate("window.readingRequests.length");
  const opened = (await page.evaluate("performance.now()")) as number;
  await page.getByRole("button", { name: "Add an article" }).click();
  const dialog = page.getByRole("dialog", { name: "Read an article here" });
  await dialog.getByRole("textbox").fill(text);
  await page.waitForTimeout(pause);
  await dialog.getByRole("button", { name: "Read it" }).click();
  await dialog.waitFor({ state: "detached", timeout: 60_000 });
  const request = (await page.evaluate(`window.readingRequests[${before}]`)) as Omit<Request, "opened">;
  return { ...request, opened };
}

/** From asking to the end of a stage, which is the beginning of the next. */
function until({ asked, stages }: Request, stage: string): number {
  return (stages.find((other) => other.stage === stage)?.at ?? Number.NaN) - asked;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1];

async function main(): Promise<void> {
  const explorer = await startExplorer();
  const first: Request[] = [];
  const later: Request[] = [];
  const next: Request[] = [];
  for (let cold = 0; cold < 2 * COLD_PAGES; cold++) {
    const isLater = cold >= COLD_PAGES;
    // a new context has no cache: everything is fetched again
    const { page, context } = await explorer.open();
    await page.addInitScript(LISTEN);
    await page.reload();
    await page.getByRole("button", { name: "Add an article" }).waitFor();
    (isLater ? later : first).push(await paste(page, TEXTS[cold % TEXTS.length], isLater ? 1000 : 0));
    const others = TEXTS.filter((_, index) => index !== cold % TEXTS.length);
    if (cold === 0) for (const text of others) next.push(await paste(page, text));
    await context.close();
  }
  await explorer.close();
  const print = (what: string, values: number[]) =>
    console.log(
      `${what.padEnd(64)} ${median(values).toFixed(0).padStart(6)} ms   (worst ${Math.max(...values).toFixed(0)})`,
    );
  print(
    `first article of a cold page, median of ${COLD_PAGES}: until it is read`,
    first.map((one) => until(one, "drawing")),
  );
  print(
    "  from opening the dialog until it is read",
    first.map((one) => until(one, "drawing") + one.asked - one.opened),
  );
  print(
    "  of that worker and weights",
    first.map((one) => until(one, "reading")),
  );
  print(
    "  until its graph is there",
    first.map((one) => until(one, "done")),
  );
  print(
    "  asked a second after the dialog opened: until it is read",
    later.map((one) => until(one, "drawing")),
  );
  print(
    `the next ${next.length} on the same page: reading alone`,
    next.map((one) => until(one, "drawing") - until(one, "reading")),
  );
  print(
    "  until it is read",
    next.map((one) => until(one, "drawing")),
  );
  print(
    "  until its graph is there",
    next.map((one) => until(one, "done")),
  );
}

void main();
