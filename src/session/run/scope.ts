import type { ParsedCell } from "../text/parse.js";

/** How a cell's variable is read, and written if it can be. */
export type Accessors = Record<string, [get: () => unknown, set?: (value: unknown) => void]>;

/** The names that cells have declared, as the cells to come see them. */
export interface Scope {
  /** Puts a cell's names in sight; they hide earlier ones of the same name. */
  add(names: Accessors): void;
  /** The names that a cell has to take as parameters because it uses and does not declare them, with their values now. */
  parameters(cell: Pick<ParsedCell, "words" | "values">): Record<string, unknown>;
  /** The names that hide one of the platform, and how each is read. */
  hidden(): Record<string, () => unknown>;
}

/** Names by which libraries tell where they run; a cell's variable must not mislead them. */
const telling = [
  "window",
  "document",
  "self",
  "define",
  "module",
  "exports",
  "require",
  "__dirname",
  "__filename",
  "Deno",
  "Bun",
];

/**
 * A name that the platform does not have becomes an accessor of the global object to the variable of the cell that
 * declared it: the variable stays one and the same for all cells, and nothing has to be rewritten. A name that hides
 * one of the platform, such as `Map`, must not change it for the libraries, and is handed to each cell that uses it.
 */
export function createScope(): Scope {
  const global = globalThis as Record<string, unknown>;
  const own = new Set<string>();
  const hiding = new Map<string, () => unknown>();
  const isOfPlatform = (name: string) =>
    telling.includes(name) || (name in global && !own.has(name));
  return {
    add(names) {
      for (const [name, [get, set]] of Object.entries(names)) {
        if (isOfPlatform(name)) {
          hiding.set(name, get);
          continue;
        }
        own.add(name);
        Object.defineProperty(global, name, { get, set, configurable: true, enumerable: true });
      }
    },
    parameters: ({ words, values }) =>
      Object.fromEntries(
        [...hiding]
          .filter(([name]) => words.has(name) && !values.has(name))
          .map(([name, get]) => [name, get()]),
      ),
    hidden: () => Object.fromEntries(hiding),
  };
}
