import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

/** Where a Chrome or Chromium stands on common systems; ONRECORD_CHROME names another. */
const LOCAL_BROWSERS = [
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** WebGL 2 by software (SwiftShader): the same pixels on every machine, none with a graphics card needed. */
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-setuid-sandbox",
  "--disable-dev-shm-usage",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
  "--hide-scrollbars",
  "--ignore-gpu-blocklist",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];

export interface LaunchOptions {
  /** Default true; false is a machine whose browser has no WebGL. */
  readonly webgl?: boolean;
}

/** Starts a real Chromium without a window: the machine's own where there is one, else the packed one, unpacked once. */
export async function launchChromium({ webgl = true }: LaunchOptions = {}): Promise<Browser> {
  const args = webgl ? ARGUMENTS : [...ARGUMENTS, "--disable-3d-apis"];
  const local = [process.env.ONRECORD_CHROME ?? "", ...LOCAL_BROWSERS].find((path) => path !== "" && existsSync(path));
  if (local !== undefined) return chromium.launch({ executablePath: local, args });
  const folder = await unpackedChromium();
  return chromium.launch({ executablePath: join(folder, "chromium"), args, env: environment(folder) });
}

/**
 * The folder with the packed browser, its fonts, its software renderer and the libraries it links. It is unpacked beside
 * its place and then renamed, so that two test files that start together never see half of it.
 */
async function unpackedChromium(): Promise<string> {
  const packed = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const version = versionOf(packed);
  const folder = join(tmpdir(), `onrecord-chromium-${version}`);
  if (existsSync(folder)) return folder;
  const unpacking = mkdtempSync(join(tmpdir(), "onrecord-chromium-unpacking-"));
  const before = { ...process.env };
  try {
    // The package unpacks into the temporary folder, and its libraries only where it takes the machine for its home.
    process.env.TMPDIR = unpacking;
    process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs22.x";
    const { default: pack } = await import("@sparticuz/chromium");
    await pack.executablePath();
  } finally {
    for (const name of ["TMPDIR", "AWS_EXECUTION_ENV", "LD_LIBRARY_PATH", "FONTCONFIG_PATH", "HOME"]) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
  // The package's list of font folders names places of its own; ours stands beside the fonts.
  writeFileSync(
    join(unpacking, "fonts", "fonts.conf"),
    `<?xml version="1.0"?>\n<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>\n`,
  );
  try {
    renameSync(unpacking, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(unpacking, { recursive: true, force: true });
  }
  return folder;
}

function versionOf(entry: string): string {
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, "package.json");
    if (!existsSync(path)) continue;
    const { name, version } = JSON.parse(readFileSync(path, "utf8")) as { name?: string; version?: string };
    if (name === "@sparticuz/chromium" && version !== undefined) return version;
  }
  return "packed";
}

/** The environment of the packed browser: its own fonts, and its own libraries where the machine lacks one it links. */
function environment(folder: string): Record<string, string> {
  const own = Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => !!pair[1]));
  const fonts = join(folder, "fonts");
  const libraries = join(folder, "al2023", "lib");
  return {
    ...own,
    ...(existsSync(join(fonts, "fonts.conf")) && { FONTCONFIG_PATH: fonts }),
    ...(lacksLibraries(join(folder, "chromium")) && {
      LD_LIBRARY_PATH: [libraries, own.LD_LIBRARY_PATH].filter(Boolean).join(":"),
    }),
  };
}

function lacksLibraries(executable: string): boolean {
  try {
    return execFileSync("ldd", [executable], { encoding: "utf8" }).includes("not found");
  } catch {
    return true;
  }
}
