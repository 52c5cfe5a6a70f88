import type { CellLanguage } from "../../notebook/index.js";
import { type EarlierName, isDeclared, isOther, kindOf } from "../text/earlierName.js";
import type { ParsedCell } from "../text/parse.js";
import { quoted } from "../text/problem.js";
import { slots } from "./slots.js";

/** The cells whose names are still in sight, and the one in hand, as files of the compiler. */
export interface Archive {
  files(): string[];
  /** Text of a cell's file, undefined for other files. */
  text(path: string): string | undefined;
  /** Files that changed since this was last asked. */
  changed(): string[];
  /** Whether a file still holds a cell that was kept. */
  holds(file: string, cell: ParsedCell): boolean;
  /** Whether few files are free for the cells to come. */
  isShort(): boolean;
  /** Makes files for them, if few are free. */
  reserve(): void;
  /** Puts a cell into the free file, with declarations of some of the earlier names, and gives the file. */
  place(cell: ParsedCell, sight: Sight): string;
  /**
   * Puts a cell that ran among the earlier ones; its names hide theirs.
   *
   * @param values its variables that have come to hold something
   * @returns its file, and whether it takes names from others
   */
  keep(cell: ParsedCell, values: string[]): { file: string; depends: boolean } | undefined;
  /**
   * Writes out declarations of names of a cell that was kept, so that later cells do not infer them anew; a file of
   * which nothing else is needed is free again.
   */
  settle(declarations: Map<string, string>): void;
  /** Whether the name that a message quotes is an earlier cell's, and not this cell's. */
  isEarlier(message: string, cell: ParsedCell): boolean;
  /** Whether the name that a message quotes is an earlier cell's constant. */
  isConstant(message: string): boolean;
  names(): string[];
}

/** The earlier names that a cell sees: those that it uses, all, or none where it cannot even be read. */
export type Sight = "used" | "all" | "none";

interface Kept {
  /** Names that no later cell has declared anew. */
  names: Set<string>;
  /** Numbers of the cells that it takes names from. */
  uses: Set<number>;
  /** The text of a cell that adds to what all cells see; it stays until it is run anew. */
  augments?: string;
  /** Whether it says more than the types of its names: imports, or comments that a reader may ask for. */
  saysMore: boolean;
}

/**
 * Ends every cell's file. The compiler complains of this statement in a text that it could parse, and in no other: one
 * question for types tells whether the other question, for syntax, has to be asked.
 */
const ending = "break;";

/** Files that are free for the cells to come. */
const spare = 2;

/**
 * Each kept cell is a module that adds its names to a global namespace of its own, `__c3`; a later cell takes `x` by
 * `import x = __c3.x`, type and value alike, so that the compiler sees the very declaration. (Imports by path would
 * make it ask for files that do not exist, some hundred times a cell.)
 *
 * A cell is checked where it will be kept, so that one cell is one change: the compiler keeps its program over the
 * change of one file whose imports stay, and builds it anew over two.
 */
export function archive(cwd: string, language: CellLanguage = "typescript"): Archive {
  const files = slots(cwd, language);
  const kept = new Map<number, Kept>();
  const earlier = new Map<string, EarlierName>();

  /** The first file that holds no cell. */
  const free = (): number => {
    let slot = 0;
    while (kept.has(slot)) slot++;
    files.provide(slot + 1);
    return slot;
  };

  const taken = (cell: ParsedCell, all = false) =>
    [...(all ? earlier.keys() : cell.words)].flatMap((name): [string, EarlierName][] => {
      const from = earlier.get(name);
      return from && (!isDeclared(name, cell) || isOther(name, from, cell)) ? [[name, from]] : [];
    });

  /** Whether a cell takes a name as it is written out, and not from the file that declares it. */
  const isWritten = (name: string, { slot, text }: EarlierName, cell: ParsedCell, all = false) =>
    text !== undefined && (slot === undefined || (!all && !isDeclared(name, cell)));

  const textOf = (slot: number, cell: ParsedCell, sight: Sight): string => {
    if (sight === "none") return cell.code;
    const lines = taken(cell, sight === "all").map(([name, earlierOne]) => {
      const { slot: from, kind, typed, text } = earlierOne;
      const word = kind === "assignable" ? "let" : "const";
      if (isWritten(name, earlierOne, cell, sight === "all")) return `declare ${text};`;
      const value = `${word} ${name}: typeof __c${from}.${name};`;
      if (cell.types.has(name)) return `declare ${value}`;
      // Beside a value it gives the type alone; what the compiler has against the pair stands behind the cell's text.
      const alias = `import ${name} = __c${from}.${name};`;
      if (kind !== "assignable" || cell.values.has(name)) return alias;
      return `declare ${value}${typed ? ` ${alias}` : ""}`;
    });
    const names = [...new Set([...cell.values.keys(), ...cell.types])].join(", ");
    const given = names && ` namespace __c${slot} { export { ${names} } } `;
    return `${cell.code}\n;export {}; ${lines.join(" ")} declare global {${given}} ${ending}`;
  };

  const isNeeded = ({ names, augments, saysMore }: Kept) =>
    augments !== undefined ||
    [...names].some((name) => saysMore || earlier.get(name)?.text === undefined);

  /** Forgets the cells that nothing refers to any more. */
  const sweep = () => {
    const used = new Set<number>();
    const mark = (slot: number) => {
      if (used.has(slot)) return;
      used.add(slot);
      kept.get(slot)?.uses.forEach(mark);
    };
    for (const [slot, one] of kept) if (isNeeded(one)) mark(slot);
    for (const [slot, { names }] of kept) {
      if (used.has(slot)) continue;
      kept.delete(slot);
      if (!names.size) files.clear(slot);
      // A file that only gave types stays as it is until a cell takes it: a change more would cost a program.
      for (const name of names) delete earlier.get(name)?.slot;
    }
  };

  return {
    files: files.paths,
    text: files.text,
    changed: files.changed,
    holds: (file, { code }) => files.text(file)?.startsWith(`${code}\n;`) === true,
    isShort: () => kept.size + spare > files.paths().length,
    reserve() {
      sweep();
      files.provide(kept.size + spare);
    },
    place(cell, sight) {
      const slot = free();
      files.write(slot, textOf(slot, cell, sight));
      return files.path(slot);
    },
    keep(cell, values) {
      const ambient = [...cell.values].filter(([, { ambient }]) => ambient).map(([name]) => name);
      const names = new Set([...values, ...ambient, ...cell.types]);
      if (!names.size && !cell.augments) return undefined;
      const slot = free();
      files.write(slot, textOf(slot, cell, "used")); // a question may have taken the file meanwhile
      const others = taken(cell);
      const uses = new Set(
        others.flatMap(([name, one]) =>
          one.slot === undefined || isWritten(name, one, cell) ? [] : [one.slot],
        ),
      );
      for (const name of names) {
        const before = earlier.get(name);
        if (before?.slot !== undefined) kept.get(before.slot)?.names.delete(name);
        const merged = before !== undefined && isOther(name, before, cell);
        const kind = merged && !cell.values.has(name) ? before.kind : kindOf(name, cell);
        earlier.set(name, { slot, kind, typed: merged });
      }
      const augments = cell.augments ? cell.code : undefined;
      for (const one of kept.values()) if (one.augments === augments) delete one.augments;
      kept.set(slot, {
        names,
        uses,
        augments,
        saysMore: cell.imports || cell.code.includes("/**"),
      });
      sweep();
      return { file: files.path(slot), depends: others.length > 0 };
    },
    settle(declarations) {
      for (const [name, text] of declarations) {
        const known = earlier.get(name);
        if (known && !known.typed) known.text = text;
      }
    },
    isEarlier(message, cell) {
      const name = quoted(message);
      return earlier.has(name) && !cell.values.has(name);
    },
    isConstant: (message) => earlier.get(quoted(message))?.kind === "constant",
    names: () => [...earlier.keys()],
  };
}
