import { readFile, stat } from "node:fs/promises";
import { z } from "zod";
import type { ArticleFile } from "./article-files.ts";
import { writeFileAtomically } from "./atomic-write.ts";
import type { Workspace } from "./workspace.ts";

const STAMP = z.object({ size: z.number(), changed: z.number() });

const MANIFEST = z.object({
  /** Name and version of the reader. */
  reader: z.string(),
  files: z.array(STAMP.extend({ name: z.string() })),
  register: STAMP.nullable(),
  graph: STAMP,
  summary: z.object({
    articles: z.number(),
    statements: z.number(),
    stakeholders: z.number(),
    skipped: z.array(z.string()),
    copies: z.array(z.string()),
  }),
});

/** What a build saw and made: when all of it is as it was, there is nothing to do. */
export type Manifest = z.infer<typeof MANIFEST>;

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

/** Whether files, register, reader and graph are those of the manifest, as far as size and time of change tell. */
export async function isUnchanged(
  workspace: Workspace,
  manifest: Manifest,
  files: readonly ArticleFile[],
  reader: string,
): Promise<boolean> {
  const same = (a: z.infer<typeof STAMP> | null, b: z.infer<typeof STAMP> | null) =>
    a?.size === b?.size && a?.changed === b?.changed;
  return (
    manifest.reader === reader &&
    manifest.files.length === files.length &&
    manifest.files.every((file, i) => file.name === files[i].name && same(file, files[i])) &&
    same(manifest.register, await stampOf(workspace.register)) &&
    same(manifest.graph, await stampOf(workspace.graph))
  );
}
