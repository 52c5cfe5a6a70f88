import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** A place at which an equation's id stands. */
export interface Place {
  kind: "note" | "code" | "test" | "inventory";
  file: string;
  line: number;
  text: string;
}

const rooms = ["notebooks", "src", "test"];
const patterns: [Place["kind"], RegExp][] = [
  ["note", /\\\\tag\{([a-z0-9.-]+)\}/g],
  ["note", /derivation\(\\?["']([a-z0-9.-]+)\\?["']/g],
  ["code", /@eq ([a-z0-9.-]*[a-z0-9])/g],
  ["test", /suite\(["']([a-z0-9.-]+)["']\)/g],
  ["inventory", /"id": "([a-z0-9.-]+)"/g],
];

/** Every place of every equation id below a project's root, by id. */
export function findPlaces(root: string): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const file of rooms.flatMap((room) => filesBelow(join(root, room)))) {
    const kinds = patterns.filter(([kind]) => fits(kind, relative(root, file)));
    if (!kinds.length) continue;
    readFileSync(file, "utf8")
      .split("\n")
      .forEach((text, i) => {
        for (const [kind, pattern] of kinds) {
          for (const [, id] of text.matchAll(pattern)) {
            const place = { kind, file: relative(root, file), line: i + 1, text: text.trim() };
            places.set(id, [...(places.get(id) ?? []), place]);
          }
        }
      });
  }
  return places;
}

function fits(kind: Place["kind"], file: string): boolean {
  if (kind === "note") return file.endsWith(".ipynb");
  if (kind === "inventory") return file.endsWith("inventory.json");
  return file.startsWith(kind === "code" ? "src" : "test") && file.endsWith(".ts");
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.name === "fixtures" || entry.name.startsWith(".")
        ? []
        : entry.isDirectory()
          ? filesBelow(join(folder, entry.name))
          : [join(folder, entry.name)],
    );
  } catch {
    return [];
  }
}

/** The ids nearest to one that does not exist: those that share its topic, or a word. */
export function nearestIds(id: string, known: string[]): string[] {
  const words = id.split(/[.-]/);
  const score = (other: string) =>
    words.filter((word) => other.split(/[.-]/).includes(word)).length;
  return known
    .filter((other) => score(other) > 0)
    .sort((left, right) => score(right) - score(left) || (left < right ? -1 : 1))
    .slice(0, 5);
}
