import { readFile, stat } from "node:fs/promises";
import { z } from "zod";
import type { ArticleFile } from "./article-files.ts";
import { writeFileAtomically } from "./atomic-write.ts";
import type { Workspace } from "./workspace.ts";

const STAMP = z.object({ size: z.number(), changed: z.number() });

const FILE = STAMP.extend({
  name: z.string(),
  /** The ids of the articles in it, in their order. */
  articles: z.array(z.string()),
  /** Why some of it was left out. */
  skipped: z.array(z.string()),
});

const MANIFEST = z.object({
  /** Names and versions of what reads files and articles. */
  reader: z.string(),
  files: z.array(FILE),
  /** The register, the columns and what else a graph depends on, as they were. */
  settings: z.string(),
  graph: STAMP,
  summary: z.object({
    articles: z.number(),
    statements: z.number(),
    stakeholders: z.number(),
    skipped: z.array(z.string()),
    copies: z.array(z.string()),
    reprints: z.array(z.object({ article: z.string(), of: z.string() })),
  }),
});

/** What a build saw and made: when all of it is as it was, there is nothing to do. */
export type Manifest = z.infer<typeof MANIFEST>;
/** What a build found in a file. */
export type FoundFile = z.infer<typeof FILE>;

/** Size and time of change of a file, null where there is none. */
export async function stampOf(path: string): Promise<z.infer<typeof STAMP> | null> {
  const found = await stat(path).catch(() => null);
  return found === null ? null : { size: found.size, changed: found.mtimeMs };
}

/** What the last build left; null where there was none or its file is damaged: then everything is looked at. */
export async function loadManifest({ manifest }: Workspace): Promise<Manifest | null> {
  try {
    return MANIFEST.parse(JSON.parse(await readFile(manifest, "utf8")));
  } catch {
    return null;
  }
}

/** Notes what the build saw. */
export async function saveManifest({ manifest }: Workspace, value: Manifest): Promise<void> {
  await writeFileAtomically(manifest, `${JSON.stringify(value)}\n`);
}

/** All that a graph depends on beside the articles: the files a person keeps, and what was asked for. */
export async function settingsOf(workspace: Workspace, countCopies: boolean): Promise<string> {
  return JSON.stringify([await stampOf(workspace.register), await stampOf(workspace.columns), countCopies]);
}

/** Whether a file is the one that was seen, as far as size and time of change tell. */
export function isSame(seen: z.infer<typeof STAMP> | null | undefined, found: z.infer<typeof STAMP> | null): boolean {
  return seen !== null && found !== null && seen?.size === found.size && seen?.changed === found.changed;
}

/** Whether files, settings, reader and graph are those of the manifest. */
export async function isUnchanged(
  workspace: Workspace,
  manifest: Manifest,
  files: readonly ArticleFile[],
  reader: string,
  settings: string,
): Promise<boolean> {
  return (
    manifest.reader === reader &&
    manifest.settings === settings &&
    manifest.files.length === files.length &&
    manifest.files.every((file, i) => file.name === files[i].name && isSame(file, files[i])) &&
    isSame(manifest.graph, await stampOf(workspace.graph))
  );
}
