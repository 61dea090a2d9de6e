import { parseDay } from "./calendar.ts";

/** What a page says about itself in JSON-LD, Open Graph, meta elements and `<time>`. */
export interface PageMetadata {
  readonly title: string | null;
  readonly date: string | null;
  readonly author: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

/** Types of schema.org that are articles (https://schema.org/Article and what is below it). */
const ARTICLE_TYPE = /(?:Article|BlogPosting|Reportage|Report|NewsArticle|LiveBlogPosting|Interview|WebPage)$/;

/** Reads a page's metadata; JSON-LD wins over Open Graph, that over other meta elements, those over what is on the page. */
export function readMetadata(document: Document): PageMetadata {
  const linked = linkedData(document);
  return {
    title: first(
      asText(linked?.headline),
      meta(document, "og:title", "twitter:title", "dc.title", "parsely-title"),
      heading(document),
    ),
    date: firstDay(
      asText(linked?.datePublished),
      asText(linked?.dateCreated),
      meta(
        document,
        "article:published_time",
        "og:article:published_time",
        "date",
        "dc.date",
        "dc.date.issued",
        "pubdate",
        "publishdate",
        "publish-date",
        "parsely-pub-date",
        "sailthru.date",
        "datepublished",
      ),
      document.querySelector('[itemprop="datePublished"]')?.getAttribute("content"),
      document.querySelector("time[datetime]")?.getAttribute("datetime"),
      document.querySelector("time")?.textContent,
    ),
    author: first(
      authors(linked?.author),
      personName(meta(document, "author", "article:author", "dc.creator", "parsely-author", "byl")),
    ),
    outlet: first(nameOf(linked?.publisher), meta(document, "og:site_name", "application-name", "dc.publisher")),
    url: first(document.querySelector('link[rel="canonical"]')?.getAttribute("href"), meta(document, "og:url")),
    language: first(document.documentElement?.getAttribute("lang")),
  };
}

type LinkedData = Record<string, unknown>;

/** The article among a page's JSON-LD objects. Broken JSON is the page's fault and carries nothing to read. */
function linkedData(document: Document): LinkedData | null {
  const found: LinkedData[] = [];
  for (const script of Array.from(document.querySelectorAll('script[type="application/ld+json"]'))) {
    try {
      collect(JSON.parse((script.textContent ?? "").replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, "")), found, 0);
    } catch {
      // a page without usable JSON-LD still has its other metadata
    }
  }
  const isArticle = (data: LinkedData) =>
    asList(data["@type"]).some((type) => typeof type === "string" && ARTICLE_TYPE.test(type));
  return found.find((data) => isArticle(data) && data.headline !== undefined) ?? found.find(isArticle) ?? null;
}

function collect(value: unknown, found: LinkedData[], depth: number): void {
  if (depth > 6 || value === null || typeof value !== "object") return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found, depth + 1);
    return;
  }
  const data = value as LinkedData;
  found.push(data);
  for (const key of ["@graph", "mainEntity", "mainEntityOfPage"]) collect(data[key], found, depth + 1);
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function asText(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function nameOf(value: unknown): string | null {
  for (const item of asList(value)) {
    if (typeof item === "string") return item;
    if (item !== null && typeof item === "object") {
      const name = asText((item as LinkedData).name);
      if (name !== null) return name;
    }
  }
  return null;
}

function authors(value: unknown): string | null {
  const names = asList(value)
    .map((item) => personName(nameOf(item)))
    .filter((name) => name !== null);
  return names.length === 0 ? null : names.join(", ");
}

/** An author's address is not a name. */
function personName(value: string | null): string | null {
  return value === null || /^https?:/i.test(value.trim()) ? null : value.replace(/^by\s+/i, "");
}

function meta(document: Document, ...names: readonly string[]): string | null {
  for (const element of Array.from(document.querySelectorAll("meta"))) {
    const name = (element.getAttribute("property") ?? element.getAttribute("name") ?? "").toLowerCase();
    if (!names.includes(name)) continue;
    const content = element.getAttribute("content");
    if (content !== null && content.trim() !== "") return content;
  }
  return null;
}

function heading(document: Document): string | null {
  const headings = document.querySelectorAll("h1");
  return headings.length === 1 ? headings[0].textContent : null;
}

function first(...values: readonly (string | null | undefined)[]): string | null {
  for (const value of values) {
    const trimmed = value?.replace(/\s+/g, " ").trim();
    if (trimmed) return trimmed;
  }
  return null;
}

function firstDay(...values: readonly (string | null | undefined)[]): string | null {
  for (const value of values) {
    const day = value ? parseDay(value) : null;
    if (day !== null) return day;
  }
  return null;
}
