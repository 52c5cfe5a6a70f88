import type { Places } from "../types.js";

/** A file of the project, with its path below the root. */
export interface ProjectFile {
  path: string;
  content: string;
}

/** Finds the equations in the sources: `@eq id` above code, `suite("id")` in tests. The first place counts. */
export function findPlaces(files: ProjectFile[]): Map<string, Places> {
  const found = new Map<string, Places>();
  for (const { path, content } of files) {
    const isTest = path.endsWith(".test.ts");
    const pattern = isTest ? /\bsuite\(\s*["'`]([\w.-]+)["'`]/g : /@eq\s+([a-z][\w.-]*[\w])/g;
    for (const match of content.matchAll(pattern)) {
      const [, id] = match;
      const line = content.slice(0, match.index).split("\n").length;
      const places = found.get(id) ?? {};
      const kind = isTest ? "test" : "code";
      places[kind] ??= { path, line };
      found.set(id, places);
    }
  }
  return found;
}
