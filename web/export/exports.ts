/** What the graph can be saved as. */
export const EXPORT_FORMATS = ["gexf", "json", "csv", "png"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** All of the graph, or what the filters leave, as it is drawn. */
export const EXPORT_SCOPES = ["all", "seen"] as const;
export type ExportScope = (typeof EXPORT_SCOPES)[number];

/** Pixels of a picture for each pixel of the screen. */
export const PICTURE_SCALES = [1, 2, 3, 4] as const;
export type PictureScale = (typeof PICTURE_SCALES)[number];

export interface ExportChoice {
  readonly format: ExportFormat;
  /** A picture is always of what is seen. */
  readonly scope: ExportScope;
  readonly scale: PictureScale;
}

/** How the file of a choice ends, after the title. */
export function endingOf({ format, scope, scale }: ExportChoice): {
  readonly words: string;
  readonly extension: string;
} {
  if (format === "png") return { words: scale === 1 ? "" : ` ${scale}x`, extension: "png" };
  return { words: scope === "seen" ? " seen" : "", extension: format === "csv" ? "zip" : format };
}
