import { dirname, join } from "node:path/posix";
import { imports } from "./syntax.js";

/** A room within a room of src: some of its files, which have one idea. */
export interface InnerRoom {
  name: string;
  /** Its files, by their paths in the room around it without `.ts`; of two that match, the first one has a file. */
  files: RegExp;
  /** Why some of its files import each other. */
  mutual?: string;
}

/** Files that may import each other within a room. */
const mostMutual = 5;

/**
 * What breaks the order of the rooms in a folder, or goes round in a circle, one sentence each.
 *
 * @param rooms from the ground up: each may import those above it in this list, types included
 */
export function innerProblems(
  files: Map<string, string>,
  folder: string,
  rooms: readonly InnerRoom[],
): string[] {
  const placeOf = (path: string): number =>
    rooms.findIndex((room) => room.files.test(path.slice(folder.length, -".ts".length)));
  const own = [...files].filter(([path]) => path.startsWith(folder));
  const edges = new Map(
    own.map(([path, text]) => [
      path,
      imports(text)
        .map(({ from }) => join(dirname(path), from).replace(/\.js$/, ".ts"))
        .filter((target) => target.startsWith(folder) && files.has(target)),
    ]),
  );
  const problems: string[] = [];
  for (const [path, targets] of edges) {
    const here = placeOf(path);
    if (here < 0) problems.push(`${path}: stands in no room of ${folder}`);
    for (const target of targets) {
      if (here < 0 || placeOf(target) <= here) continue;
      const [name, other] = [here, placeOf(target)].map((place) => rooms[place].name);
      problems.push(`${path}: the room ${name} may not import ${target}, of ${other}`);
    }
  }
  for (const circle of circles(edges)) {
    const around = [...new Set(circle.map(placeOf))].map((place) => rooms[place]);
    if (around.length > 1) continue; // named above
    if (circle.length > mostMutual || !around[0]?.mutual)
      problems.push(`${circle.join(", ")}: import each other`);
  }
  return problems;
}

/** Sets of files that reach each other: the strongly connected components of more than one file, by Tarjan. */
function circles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const [index, low] = [new Map<string, number>(), new Map<string, number>()];
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (path: string): void => {
    index.set(path, index.size);
    low.set(path, index.get(path)!);
    stack.push(path);
    for (const target of edges.get(path) ?? []) {
      if (!index.has(target)) visit(target);
      else if (!stack.includes(target)) continue;
      low.set(path, Math.min(low.get(path)!, low.get(target)!));
    }
    if (low.get(path) !== index.get(path)) return;
    const circle = stack.splice(stack.indexOf(path));
    if (circle.length > 1) found.push(circle.sort());
  };
  for (const path of edges.keys()) if (!index.has(path)) visit(path);
  return found;
}
