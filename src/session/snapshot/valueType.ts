import { types } from "node:util";

/** Depth to which a value's type is written out, and objects that are looked at, a few milliseconds of work. */
const depths = 6;
const objects = 20_000;

/** Elements of a list that are told one by one, kinds of elements, and keys of an object: a longer type helps nobody. */
const mostElements = 50;
const mostKinds = 8;
const mostKeys = 60;

/**
 * A type of a plain value, as TypeScript writes it: `any` where it would be long.
 *
 * @param literal whether the narrowest one is asked for, `{ n: 1 }` and not `{ n: number }`: to hold it against another
 */
export function valueType(value: unknown, literal: boolean): string {
  let left = objects;
  const union = (values: unknown[], depth: number, narrow: boolean): string => {
    const found = new Set<string>();
    for (const one of values) {
      found.add(typeOf(one, depth, narrow));
      if (found.has("any")) return "any";
      if (found.size <= (narrow ? mostElements : mostKinds)) continue;
      return narrow ? union(values, depth, false) : "any";
    }
    return [...found].join(" | ") || "any";
  };
  const object = (one: object, depth: number, narrow: boolean): string => {
    if (--left < 0 || depth > depths) return "any";
    const of = (values: unknown[]) => union(values, depth + 1, narrow);
    if (Array.isArray(one)) {
      if (!narrow || one.length > mostElements) return `(${of(one)})[]`;
      return `[${one.map((element) => typeOf(element, depth + 1, narrow)).join(", ")}]`;
    }
    if (types.isMap(one)) return `Map<${of([...one.keys()])}, ${of([...one.values()])}>`;
    if (types.isSet(one)) return `Set<${of([...one])}>`;
    const prototype = Object.getPrototypeOf(one) as object | null;
    if (prototype !== null && prototype !== Object.prototype) {
      return (prototype.constructor as { name: string }).name;
    }
    const entries = Object.entries(one);
    if (entries.length > mostKeys) return `Record<string, ${of(entries.map(([, item]) => item))}>`;
    const properties = entries.map(
      ([key, item]) => `${JSON.stringify(key)}: ${typeOf(item, depth + 1, narrow)}`,
    );
    return `{ ${properties.join("; ")} }`;
  };
  const typeOf = (one: unknown, depth: number, narrow: boolean): string => {
    if (one === null) return "null";
    if (typeof one === "object") return object(one, depth, narrow);
    if (!narrow || typeof one === "undefined") return typeof one;
    if (typeof one === "string") return JSON.stringify(one);
    if (typeof one === "bigint") return `${one}n`;
    return typeof one === "number" && !Number.isFinite(one) ? "number" : String(one);
  };
  return typeOf(value, 0, literal);
}
