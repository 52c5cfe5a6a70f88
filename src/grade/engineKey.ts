import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL("..", import.meta.url));
const rooms = ["num", "record", "derive"];

/** A hash of all that decides a grade: the engine's files, the packages that it names, the version of Node. */
export function engineKey(): string {
  const hash = createHash("sha256").update(process.version);
  hash.update(readFileSync(join(source, "..", "package.json")));
  for (const path of rooms.flatMap((room) => filesBelow(join(source, room)))) {
    hash.update(path.slice(source.length)).update(readFileSync(path));
  }
  return hash.digest("hex").slice(0, 32);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.[jt]s$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
