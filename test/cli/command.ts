import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";

const MAIN = resolve(import.meta.dirname, "../../dist/cli/main.js");
if (!existsSync(MAIN)) throw new Error("the command isn't built; run npm run build first");

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  /** Called with the process as soon as it runs. */
  readonly during?: (child: ReturnType<typeof spawn>) => void;
}

/** Runs the built `onrecord` command to its end. */
export function run(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [MAIN, ...args], {
      cwd: options.cwd,
      env: { ...process.env, NO_COLOR: "1", COLUMNS: "100", CI: "1" },
    });
    let [out, err] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      err += text;
    });
    child.on("error", fail);
    child.on("close", (code) => settle({ code, out, err }));
    child.stdin.on("error", () => {});
    child.stdin.end(options.input ?? "");
    options.during?.(child);
  });
}
