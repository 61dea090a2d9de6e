import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const WEB = resolve(import.meta.dirname, "../../web");
const TOKENS = "theme/tokens.css";

const sheets = below(WEB).map((path) => ({
  name: relative(WEB, path),
  rules: readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\//g, ""),
}));

function below(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? below(path) : name.endsWith(".css") ? [path] : [];
  });
}

/** Declarations as `name: value`. */
const declarations = (rules: string) =>
  [...rules.matchAll(/([\w-]+)\s*:\s*([^;{}]+)[;}]/g)].map(([, name, value]) => ({ name, value }));

const RAW_COLOR =
  /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|\b(?:white|black|red|green|blue|gr[ae]y|orange|yellow|purple|silver)\b/i;

/** What breaks a rule in the style sheets beside the tokens, as `sheet: declaration`. */
function breaking(isBroken: (name: string, value: string) => boolean): string[] {
  return sheets
    .filter(({ name }) => name !== TOKENS)
    .flatMap((sheet) =>
      declarations(sheet.rules)
        .filter(({ name, value }) => isBroken(name, value))
        .map(({ name, value }) => `${sheet.name}: ${name}: ${value}`),
    );
}

describe("the style sheets", () => {
  it("take every colour from the tokens", () => {
    expect(RAW_COLOR.test("1px solid #fff") && RAW_COLOR.test("rgb(0 0 0 / 8%)") && !RAW_COLOR.test("var(--ink)")).toBe(
      true,
    );
    expect(breaking((_, value) => RAW_COLOR.test(value))).toEqual([]);
  });

  it("take every size of letters from the tokens", () => {
    const isStray = (name: string, value: string) =>
      (name === "font-size" && !/^(?:var\(--size-\d+\)|inherit|[\d.]+em)$/.test(value.trim())) ||
      (name === "font" && value.trim() !== "inherit" && !/var\(--size-\d+\)/.test(value));
    expect(breaking(isStray)).toEqual([]);
  });

  it("use no token that there isn't", () => {
    const tokens = new Set(sheets.flatMap(({ rules }) => declarations(rules).map(({ name }) => name)));
    // Set by the page itself as it goes, and by React Aria on what it opens.
    const ownScripts = new Set([...scriptTokens(WEB), "--trigger-width", "--visual-viewport-height"]);
    const used = sheets.flatMap(({ name, rules }) =>
      [...rules.matchAll(/var\((--[\w-]+)/g)].map(([, token]) => ({ name, token })),
    );
    expect(used.filter(({ token }) => !tokens.has(token) && !ownScripts.has(token))).toEqual([]);
  });
});

/** The custom properties that scripts set. */
function scriptTokens(folder: string): Set<string> {
  const found = new Set<string>();
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) for (const token of scriptTokens(path)) found.add(token);
    else if (/\.tsx?$/.test(name))
      for (const [, token] of readFileSync(path, "utf8").matchAll(/["'](--[\w-]+)["']/g)) found.add(token);
  }
  return found;
}
