import { readFileSync } from "node:fs";
import { posix } from "node:path";
import type { Command } from "commander";
import { type Place, serversAt } from "../../run/index.js";

export interface ServerFlags {
  server?: string[];
  tokenFile?: string[];
  remoteDir?: string;
}

const collect = (text: string, before: string[] = []) => [...before, text];

/** The flags that say on which servers cells are run. */
export function addServers(command: Command): Command {
  return command
    .option("--server <url>", "run the cells on this Jupyter server; may be repeated", collect)
    .option(
      "--token-file <file>",
      "file with the server's token, one for all or one for each --server",
      collect,
    )
    .option("--remote-dir <folder>", "folder of the project on the server, from its root");
}

/** @throws Error if the flags do not go together, or a file with a token cannot be read */
export async function serversOf(flags: ServerFlags): Promise<Place["remote"]> {
  const { server = [], tokenFile = [], remoteDir } = flags;
  if (!server.length) {
    if (tokenFile.length || remoteDir)
      throw new Error("--token-file and --remote-dir need --server");
    return undefined;
  }
  if (!remoteDir || !posix.isAbsolute(remoteDir)) {
    throw new Error(
      "--server needs --remote-dir, the project's folder there, from the root: /srv/notes",
    );
  }
  if (![0, 1, server.length].includes(tokenFile.length)) {
    throw new Error("--token-file must be given once, or once for each --server");
  }
  const tokens = tokenFile.map((path) => readFileSync(path, "utf8").trim());
  const addresses = server.map((url, i) => ({ url, token: tokens[i] ?? tokens[0] ?? "" }));
  return { pool: await serversAt(addresses, process.cwd()), folder: posix.normalize(remoteDir) };
}
