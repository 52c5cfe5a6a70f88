import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

type Named = Record<string, (...args: unknown[]) => unknown>;

const readers = ["readFileSync", "readFile", "createReadStream", "openSync", "open", "openAsBlob"];
const writers = ["writeFileSync", "writeFile", "appendFileSync", "appendFile", "createWriteStream"];
const promised = ["readFile", "open"];

/** Notes which files are read in this process, and not those that it has written itself. */
export function noteReads(): { taken(): string[] } {
  const written = new Set<string>();
  let read = new Set<string>();
  const note = (file: unknown, writes: boolean) => {
    const path = pathOf(file);
    if (path === undefined) return;
    if (writes) written.add(path);
    else if (!written.has(path)) read.add(path);
  };
  const wrap = (holder: Named, name: string, writes: boolean) => {
    const whole = holder[name];
    if (typeof whole !== "function") return; // this Node has it not
    const noted = function (this: unknown, ...args: unknown[]) {
      const [file, flags] = args;
      const opens = name.startsWith("open") && typeof flags === "string" && /[wa+]/.test(flags);
      note(file, writes || opens);
      return whole.apply(this, args);
    };
    holder[name] = Object.assign(noted, whole);
  };
  for (const name of readers) wrap(fs as unknown as Named, name, false);
  for (const name of writers) wrap(fs as unknown as Named, name, true);
  for (const name of promised) wrap(fs.promises as unknown as Named, name, false);
  for (const name of ["writeFile", "appendFile"]) {
    wrap(fs.promises as unknown as Named, name, true);
  }
  syncBuiltinESMExports();
  return {
    taken() {
      const taken = [...read];
      read = new Set();
      return taken;
    },
  };
}

function pathOf(file: unknown): string | undefined {
  if (typeof file === "string") return resolve(file);
  if (Buffer.isBuffer(file)) return resolve(file.toString());
  return file instanceof URL && file.protocol === "file:" ? fileURLToPath(file) : undefined;
}
