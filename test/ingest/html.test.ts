import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { articleFromHtml } from "../../src/ingest/index.ts";

const parseDocument = (html: string) => parseHTML(html).document as unknown as Document;
const BODY = Array.from(
  { length: 6 },
  (_, n) =>
    `<p>The ferry company said on day ${n} that crossings to the island would resume once the storm has passed, and passengers were asked to wait.</p>`,
).join("");

function page(head: string, body: string): string {
  return `<!doctype html><html lang="en-GB"><head>${head}</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav><article>${body}</article><footer><p>Copyright</p></footer></body></html>`;
}

describe("an article from a saved page", () => {
  it("prefers JSON-LD, and leaves navigation out", () => {
    const data = {
      "@context": "https://schema.org",
      "@graph": [
        {
          "@type": "NewsArticle",
          headline: "Ferries wait",
          datePublished: "2022-11-03T08:00:00+01:00",
          author: [{ "@type": "Person", name: "Ada Penrose" }],
          publisher: { name: "Island Post" },
        },
      ],
    };
    const html = page(
      `<title>Ferries wait | Island Post</title><script type="application/ld+json">${JSON.stringify(data)}</script>`,
      BODY,
    );
    const article = articleFromHtml(html, {}, parseDocument);
    expect(article).toMatchObject({
      title: "Ferries wait",
      date: "2022-11-03",
      author: "Ada Penrose",
      outlet: "Island Post",
      language: "en",
    });
    expect(article.text.startsWith("Ferries wait\n\nThe ferry company")).toBe(true);
    expect(article.text).not.toMatch(/Home|Copyright|schema/);
    expect(article.blocks.map(({ kind }) => kind)).toEqual(["title", ...Array(6).fill("paragraph")]);
  });

  it("falls back to Open Graph, meta and time elements", () => {
    const html = page(
      `<title>Ferries wait - Island Post</title><meta property="og:title" content="Ferries wait - Island Post"><meta property="og:site_name" content="Island Post"><meta name="author" content="By Ada Penrose">`,
      `<time datetime="2022-11-03T08:00">3 Nov</time>${BODY}`,
    );
    expect(articleFromHtml(html, {}, parseDocument)).toMatchObject({
      title: "Ferries wait",
      date: "2022-11-03",
      author: "Ada Penrose",
      outlet: "Island Post",
    });
  });

  it("marks headings and captions and never reads scripts", () => {
    const html = page(
      "<title>Ferries</title><script>globalThis.ran = true; throw 1;</script>",
      `${BODY}<h2>The next days</h2><figure><img src="https://example.invalid/a.png" onerror="globalThis.ran = true"><figcaption>A ferry in port</figcaption></figure><script>globalThis.ran = true</script><p>More wind is expected<br>tomorrow &amp; on Friday, the weather service said in a bulletin.</p>`,
    );
    const article = articleFromHtml(html, {}, parseDocument);
    const words = article.blocks.map(({ kind, start, end }) => `${kind}: ${article.text.slice(start, end)}`);
    expect(words).toContain("heading: The next days");
    expect(words).toContain("caption: A ferry in port");
    expect(words).toContain(
      "paragraph: More wind is expected tomorrow & on Friday, the weather service said in a bulletin.",
    );
    expect(article.text).not.toContain("globalThis");
    expect((globalThis as { ran?: boolean }).ran).toBeUndefined();
  });

  it("refuses a page without an article in one line", () => {
    const html = page("<title>Index</title>", "<p>Sign in</p>");
    expect(() => articleFromHtml(html, { name: "index.html" }, parseDocument)).toThrow(
      /^index\.html: no article text found \(only \d+ words after removing navigation\); save the page as text and try again$/,
    );
  });

  it.each(["div", "font", "details", "x-box", "svg"])("refuses a page of <%s> nested without end", (tag) => {
    const html = page("", `${`<${tag}>`.repeat(20_000)}${BODY}`);
    expect(() => articleFromHtml(html, {}, parseDocument)).toThrow(
      /nested more than 512 levels deep.*; save the page as text/,
    );
  });

  it("isn't put off by thousands of elements that were never closed", () => {
    const rows = `<div><font>${"<li><img><p>Menu <b>item".repeat(2)}</div><svg><path d="M0"/><path d="M1"/></svg>`;
    const html = page("", `${rows.repeat(1000)}${BODY}`);
    expect(articleFromHtml(html, {}, parseDocument).text.length).toBeGreaterThan(100);
  });
});
