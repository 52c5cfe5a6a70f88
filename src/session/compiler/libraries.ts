import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { nativeFolder } from "../script/nativeCompiler.js";

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

/** The standard library as the compiler gets it. */
export interface Library {
  /** Its parts, as `lib` names them. */
  names: string[];
  /** The text of one of its files; undefined for what the compiler reads itself. */
  text(path: string): string | undefined;
}

const pathOf = (name: string) => join(nativeFolder(), `lib.${name}.d.ts`);
const isModule = /^export \{\}/m;
const reference = /^\/\/\/ <reference lib="([^"]*)" \/>/gm;

/**
 * Puts all parts of the language's own library into the file of the first, and leaves the others empty: what several
 * files declare together the compiler merges anew for each check, and what one file declares only once.
 */
export function joinedLibrary(names: string[]): Library {
  const isOwn = (name: string) => /^es(?:\d|next)/.test(name);
  const own = names.filter(isOwn);
  const rest = names.filter((name) => !isOwn(name));
  let texts: Map<string, string> | undefined;
  return {
    names: [...own.slice(0, 1), ...rest],
    text: (path) =>
      dirname(path) === nativeFolder() ? (texts ??= joined(own)).get(path) : undefined,
  };
}

/** The texts of the files, by path. What a part refers to stands before it. */
function joined(names: string[]): Map<string, string> {
  const texts = new Map<string, string>();
  let all = "";
  let apart = "";
  const add = (name: string) => {
    const path = pathOf(name);
    if (texts.has(path)) return;
    texts.set(path, "");
    const text = readFileSync(path, "utf8");
    if (isModule.test(text)) {
      // It would make all that stands beside it a module's own.
      texts.delete(path);
      apart += `/// <reference lib="${name}" />\n`;
      return;
    }
    for (const [, other] of text.matchAll(reference)) add(other);
    all += `${text.replace(reference, "")}\n`;
  };
  names.forEach(add);
  if (names.length) texts.set(pathOf(names[0]), apart + all);
  return texts;
}

/** What this Node gives, and no part of the compiler's library describes yet. */
export const furtherTypes =
  "rawJSON" in JSON
    ? `
interface JSON {
  /** @param context of a primitive value holds the text that it was read from */
  parse(text: string, reviver?: (this: any, key: string, value: any, context: { source?: string }) => any): any;
  rawJSON(text: string): { readonly rawJSON: string };
  isRawJSON(value: unknown): boolean;
}
`
    : "";

const text = (name: string) => readFileSync(pathOf(name), "utf8");

let dom: string | undefined;

/** Whether the compiler's library of the DOM declares a name; the file is read when this is asked first. */
export function isOfDom(name: string): boolean {
  dom ??= text("dom");
  return declares(dom, name);
}

let later: string | undefined;

/** Whether a part of the standard library that this Node has not declares a name, or a member of a type's. */
export function isOfLaterNode(name: string, type?: string): boolean {
  later ??= Object.keys(parts)
    .filter((part) => !parts[part])
    .map(text)
    .join("");
  if (type === undefined) return declares(later, name);
  const [holder = ""] = /^[\w$]+/.exec(type) ?? [];
  return (
    declares(later, holder) &&
    /^\w+$/.test(name) &&
    new RegExp(`^ +(?:readonly )?${name}[(<:?]`, "m").test(later)
  );
}

function declares(library: string, name: string): boolean {
  const [escaped] = /^[\w$]+$/.exec(name) ?? [];
  if (escaped === undefined) return false;
  const word = escaped.replaceAll("$", "\\$");
  return new RegExp(
    `^(?:declare (?:var|function|namespace)|interface|type) ${word}(?![\\w$])`,
    "m",
  ).test(library);
}
