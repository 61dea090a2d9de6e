import { text } from "../text.ts";

/** Everything that can be saved, in the order of the menu. */
export const EXPORTS = [
  { id: "gexf", label: text.export.gexf },
  { id: "gexf-seen", label: text.export.gexfSeen },
  { id: "png-1", label: text.export.png(1) },
  { id: "png-2", label: text.export.png(2) },
  { id: "png-4", label: text.export.png(4) },
] as const;

export type ExportId = (typeof EXPORTS)[number]["id"];
