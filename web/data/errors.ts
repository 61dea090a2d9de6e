import { OnRecordError } from "../../src/model/index.ts";

/** What to show for anything that was thrown: a person's own errors as they are, ours with a way out. */
export function messageOf(error: unknown): string {
  if (error instanceof OnRecordError) return error.message;
  return error instanceof Error ? error.message : String(error);
}
