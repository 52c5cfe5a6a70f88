import { readFileSync } from "node:fs";
import { join } from "node:path";
import { nativeFolder } from "./nativeCompiler.js";

/** Parts of the standard library that came after the oldest supported Node, and whether this one has them. */
const parts: Record<string, boolean> = {
  "es2024.arraybuffer": "transfer" in ArrayBuffer.prototype,
  "es2024.collection": "groupBy" in Map,
  "es2024.object": "groupBy" in Object,
  "es2024.promise": "withResolvers" in Promise,
  "es2024.regexp": "unicodeSets" in RegExp.prototype,
  "es2024.sharedmemory": "waitAsync" in Atomics,
  "es2024.string": "isWellFormed" in String.prototype,
  "es2025.collection": "union" in Set.prototype,
  "es2025.float16": "Float16Array" in globalThis,
  "es2025.intl": "DurationFormat" in Intl,
  "es2025.iterator": "Iterator" in globalThis,
  "es2025.promise": "try" in Promise,
  "es2025.regexp": "escape" in RegExp,
  "esnext.array": "fromAsync" in Array,
  "esnext.collection": "getOrInsert" in Map.prototype,
  "esnext.disposable": "DisposableStack" in globalThis,
  "esnext.error": "isError" in Error,
  "esnext.sharedmemory": "pause" in Atomics,
  "esnext.temporal": "Temporal" in globalThis,
  "esnext.typedarrays": "fromBase64" in Uint8Array,
};

/** What of the standard library this Node has, as `lib` names it. */
export const nodeLibraries = ["es2023", ...Object.keys(parts).filter((name) => parts[name])];

let dom: string | undefined;

/** Whether the compiler's library of the DOM declares a name; the file is read when this is asked first. */
export function isOfDom(name: string): boolean {
  dom ??= readFileSync(join(nativeFolder(), "lib.dom.d.ts"), "utf8");
  const [escaped] = /^[\w$]+$/.exec(name) ?? [];
  if (escaped === undefined) return false;
  const word = escaped.replaceAll("$", "\\$");
  return new RegExp(
    `^(?:declare (?:var|function|namespace)|interface|type) ${word}(?![\\w$])`,
    "m",
  ).test(dom);
}
