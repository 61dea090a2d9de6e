import { OnRecordError } from "../../src/model/index.ts";
import { GraphLines } from "./graph-lines.ts";
import { type GraphPart, PartMaker } from "./graph-parts.ts";

/** What the page sends: the name of the file first, then its bytes piece by piece, and null at its end. */
export type GraphBytes = { readonly name: string } | readonly Uint8Array[] | null;

/** What it hears: parts of the graph, how many bytes were read, that all is read, or what went wrong. */
export type GraphNews =
  | { readonly part: GraphPart }
  | { readonly read: number }
  | { readonly failed: string; readonly code: string }
  | "done";

const decoder = new TextDecoder();
let lines: GraphLines | null = null;
let parts: PartMaker | null = null;

const send = (news: GraphNews) => postMessage(news);

/** Reads a graph away from the page's own thread. */
addEventListener("message", ({ data }: MessageEvent<GraphBytes>) => {
  try {
    take(data);
  } catch (error) {
    const code = error instanceof OnRecordError ? error.code : "DEFECT";
    send({ failed: error instanceof Error ? error.message : String(error), code });
  }
});

function take(data: GraphBytes): void {
  if (data === null) {
    lines?.write(decoder.decode());
    lines?.end();
    parts?.flush();
    send("done");
  } else if ("name" in data) {
    parts = new PartMaker(data.name, (part) => send({ part }));
    lines = new GraphLines(data.name, parts);
  } else {
    for (const bytes of data) {
      lines?.write(decoder.decode(bytes, { stream: true }));
      send({ read: bytes.length });
    }
  }
}
