import { inspect } from "node:util";

/** Where an object is in the one that holds it: a property's name, an element's place, or in words. */
export type Key = string | number | { words: string };
export const aKey = { words: "one of its keys" };
export const anEntry = { words: "one of its entries" };
export const aSymbol = { words: "a property" };

/** Length from which on a list is not asked for the names of its elements. */
const long = 1000;

/** `its address.city`, `its [3].name`. */
export function pathText(path: Key[]): string {
  const last = path.at(-1);
  if (typeof last === "object") return last.words;
  const parts = path.map((key) => {
    if (typeof key === "object") return "[…]";
    const isName = typeof key === "string" && /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key);
    return isName ? `.${key}` : `[${JSON.stringify(key)}]`;
  });
  return `its ${parts.join("").replace(/^\./, "")}`;
}

/** The keys of a list beside its first elements, of which there may be millions that nobody wants to see named. */
export function otherKeys(list: unknown[], length: number): (string | symbol)[] {
  if (length > long) {
    const symbols = Object.getOwnPropertySymbols(list);
    if (symbols.length) return symbols;
    const text = inspect(list, { maxArrayLength: 0, depth: 0, customInspect: false });
    if (list.length === length && text.endsWith(`... ${length} more items ]`)) return [];
  }
  const all = Reflect.ownKeys(list);
  // An array's own `length` is one that the array makes itself.
  if (Array.isArray(list) && all.length === length + 1 && list.length === length) return [];
  return all.filter((key) => !(isIndex(key) && Number(key) < length));
}

function isIndex(key: string | symbol): boolean {
  return typeof key === "string" && /^(?:0|[1-9]\d*)$/.test(key);
}
