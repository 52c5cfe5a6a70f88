import { shown } from "../tree/errors.js";

type Path = (string | number)[];

/**
 * Where a stored record is not the one that was found, one sentence for each place: `step 2, grade: stored "proved",
 * found "refuted"`.
 */
export function differences(stored: unknown, found: unknown, path: Path = []): string[] {
  if (Object.is(stored, found)) return [];
  const keys = keysOf(stored, found);
  if (keys)
    return keys.flatMap((key) => differences(at(stored, key), at(found, key), [...path, key]));
  return [`${place(path)}: stored ${shown(stored)}, found ${shown(found)}`];
}

/** The keys of two lists or of two objects; undefined for what has none in common. */
function keysOf(one: unknown, other: unknown): Path | undefined {
  if (Array.isArray(one) && Array.isArray(other)) {
    return Array.from({ length: Math.max(one.length, other.length) }, (_, i) => i);
  }
  if (!isObject(one) || !isObject(other)) return undefined;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])];
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const at = (value: unknown, key: string | number): unknown =>
  Object.hasOwn(value as object, key)
    ? (value as Record<string | number, unknown>)[key]
    : undefined;

const words = new Map<string | number, string>([
  ["steps", "step"],
  ["errata", "erratum"],
  ["rules", "rule"],
  ["asWritten", "as printed"],
]);

/** `step 2, grade` for `["steps", 1, "grade"]`. */
function place(path: Path): string {
  const parts = path.map((key, i) =>
    typeof key === "number"
      ? ""
      : typeof path[i + 1] === "number"
        ? `${words.get(key) ?? key} ${Number(path[i + 1]) + 1}`
        : (words.get(key) ?? key),
  );
  return parts.filter(Boolean).join(", ") || "the record";
}
