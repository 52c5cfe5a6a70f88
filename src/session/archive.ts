import { join } from "node:path";
import type { ParsedCell } from "./parse.js";

/** The cells whose names are still in sight, as files of the compiler. */
export interface Archive {
  files(): string[];
  /** Text of a cell's file, undefined for other files. */
  text(path: string): string | undefined;
  /** Files that changed since this was last asked, and whether what they import changed, too. */
  changed(): { paths: string[]; imports: boolean };
  /** Whether there are more files than when this was last asked. */
  grown(): boolean;
  /** The cell followed by declarations of the earlier names that it uses, or of all. */
  completed(cell: ParsedCell, all?: boolean): string;
  /** Puts a cell that ran among the earlier ones; its names hide theirs. */
  keep(cell: ParsedCell): void;
  /** Whether the name that a message quotes is an earlier cell's constant. */
  isConstant(message: string): boolean;
  names(): string[];
}

interface Kept {
  text: string;
  imports: boolean;
  /** Names that no later cell has declared anew. */
  names: Set<string>;
  /** Numbers of the cells that it takes names from. */
  uses: Set<number>;
}

interface Earlier {
  slot: number;
  kind: "assignable" | "constant" | "import" | "type";
}

/** Declares a global scope as a kept cell does: a file that begins to makes the compiler build its program anew. */
const empty = "export {}; declare global {}";

/**
 * Each kept cell is a module that adds its names to a global namespace of its own, `__c3`; a later cell takes `x` by
 * `import x = __c3.x`, type and value alike, so that the compiler sees the very declaration. (Imports by path would
 * make it ask for files that do not exist, some hundred times a cell.)
 */
export function archive(cwd: string): Archive {
  const path = (slot: number) => join(cwd, `__cell${slot}__.ts`);
  const kept = new Map<number, Kept>();
  const earlier = new Map<string, Earlier>();
  const slots = new Map<string, number>();
  const changed = new Set<string>();
  let imports = false;
  let size = 0;
  let told = 0;

  const grow = () => {
    for (const end = size + 32; size < end; size++) slots.set(path(size), size);
  };
  grow();

  const taken = (cell: ParsedCell, all: boolean) =>
    [...earlier].filter(
      ([name]) => (all || cell.words.has(name)) && !cell.values.has(name) && !cell.types.has(name),
    );

  const completed = (cell: ParsedCell, all = false): string => {
    const lines = taken(cell, all).map(([name, { slot, kind }]) =>
      kind === "assignable"
        ? `declare let ${name}: typeof __c${slot}.${name};`
        : `import ${name} = __c${slot}.${name};`,
    );
    return `${cell.code}\n;export {}; ${lines.join(" ")}`;
  };

  const note = (slot: number) => {
    changed.add(path(slot));
    imports ||= kept.get(slot)?.imports === true;
  };

  /** Forgets the cells that nothing refers to any more. */
  const sweep = () => {
    const used = new Set<number>();
    const mark = (slot: number) => {
      if (used.has(slot)) return;
      used.add(slot);
      kept.get(slot)?.uses.forEach(mark);
    };
    for (const [slot, { names }] of kept) if (names.size) mark(slot);
    for (const slot of kept.keys()) {
      if (used.has(slot)) continue;
      note(slot);
      kept.delete(slot);
    }
  };

  return {
    files: () => [...slots.keys()],
    text(name) {
      const slot = slots.get(name);
      return slot === undefined ? undefined : (kept.get(slot)?.text ?? empty);
    },
    changed() {
      const noted = { paths: [...changed], imports };
      changed.clear();
      imports = false;
      return noted;
    },
    grown() {
      const more = told !== size && told > 0;
      told = size;
      return more;
    },
    completed,
    keep(cell) {
      const names = new Set([...cell.values.keys(), ...cell.types]);
      if (!names.size) return;
      if (kept.size === size) grow();
      let slot = 0;
      while (kept.has(slot)) slot++;
      const uses = new Set(taken(cell, false).map(([, { slot: other }]) => other));
      const text = `${completed(cell)} declare global { namespace __c${slot} { export { ${[...names].join(", ")} } } }`;
      for (const name of names) {
        const before = earlier.get(name);
        if (before) kept.get(before.slot)?.names.delete(name);
        earlier.set(name, { slot, kind: kindOf(name, cell) });
      }
      kept.set(slot, { text, imports: cell.imports, names, uses });
      note(slot);
      sweep();
    },
    isConstant(message) {
      const name = /'([^']*)'/.exec(message)?.[1];
      return name !== undefined && earlier.get(name)?.kind === "constant";
    },
    names: () => [...earlier.keys()],
  };
}

function kindOf(name: string, cell: ParsedCell): Earlier["kind"] {
  if (!cell.values.has(name)) return "type";
  if (cell.values.get(name)?.assignable) return "assignable";
  const imported = cell.statements.some(
    (statement) =>
      statement.type === "ImportDeclaration" &&
      statement.specifiers.some(({ local }) => local.name === name),
  );
  return imported ? "import" : "constant";
}
