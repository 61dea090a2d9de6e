import { spawn } from "node:child_process";
import type { Server } from "node:http";
import { type Command, InvalidArgumentError } from "commander";
import { DEFAULT_WORKSPACE, openWorkspace } from "../workspace/index.ts";
import { buildAndTell } from "./build.ts";
import { note, print } from "./output.ts";
import { EXPLORER_FOLDER, startServer } from "./serve.ts";

/** Tried first, so that an address a person keeps goes on working. */
const USUAL_PORT = 4747;

export function addExplore(program: Command): void {
  program
    .command("explore")
    .description("build a workspace and open it in the explorer, on this machine alone")
    .argument("[workspace]", 'a folder with a folder "articles" in it', DEFAULT_WORKSPACE)
    .option("--port <number>", `port to serve on (default: ${USUAL_PORT}, or any that is free)`, parsePort)
    .option("--no-open", "print the address, don't open a browser")
    .addHelpText(
      "after",
      `
Serves on 127.0.0.1: nobody else can see it and nothing leaves this machine. Ctrl-C ends it.

Examples:
  onrecord explore
  onrecord explore my-articles --port 8080 --no-open`,
    )
    .action(async (folder: string, { port, open }: { port?: number; open: boolean }) => {
      const workspace = await openWorkspace(folder);
      await buildAndTell(workspace);
      const { server, address } = await startServer({
        explorer: EXPLORER_FOLDER,
        workspace,
        port,
        usualPort: USUAL_PORT,
      });
      endWith(server);
      await print(`${address}\n`);
      note("Ctrl-C ends it.");
      if (open && hasDisplay()) openBrowser(address);
    });
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new InvalidArgumentError("a port is a number from 0 to 65535");
  return port;
}

/** Ctrl-C is how serving ends: that is no failure. */
function endWith(server: Server): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.removeAllListeners(signal);
    process.on(signal, () => {
      server.close(() => process.exit(0));
      server.closeAllConnections();
    });
  }
}

function hasDisplay(): boolean {
  if (process.env["CI"]) return false;
  if (process.platform === "darwin" || process.platform === "win32") return true;
  return Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
}

function openBrowser(address: string): void {
  const [command, ...options] =
    process.platform === "darwin"
      ? ["open", address]
      : process.platform === "win32"
        ? ["explorer", address]
        : ["xdg-open", address];
  const child = spawn(command, options, { stdio: "ignore", detached: true });
  child.on("error", () => note("no browser could be opened; open the address yourself"));
  child.unref();
}
