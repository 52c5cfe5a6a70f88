import type { ParsedCell } from "./parse.js";

/** A name of an earlier cell. */
export interface EarlierName {
  /** The file that declares it; undefined once nothing but `text` is needed. */
  slot?: number;
  kind: "assignable" | "constant" | "import" | "type";
  /** Whether it is also the name of a type that was declared apart from it. */
  typed?: boolean;
  /** Its declaration, where that is written out: `const x: number`. */
  text?: string;
}

/** Whether a cell declares a name, for whatever it may mean. */
export function isDeclared(name: string, cell: ParsedCell): boolean {
  return cell.values.has(name) || cell.types.has(name);
}

/**
 * Whether a cell declares a name for a type only that is a value of an earlier cell, or the other way round: it then
 * goes on to mean both.
 */
export function isOther(name: string, { kind, typed }: EarlierName, cell: ParsedCell): boolean {
  const value = cell.values.get(name);
  if (cell.types.has(name)) return !value && kind !== "type" && !isImported(name, cell);
  return value?.type === false && (kind === "type" || kind === "import" || typed === true);
}

/** What a name of a cell is to the cells to come. */
export function kindOf(name: string, cell: ParsedCell): EarlierName["kind"] {
  if (!cell.values.has(name)) return "type";
  if (cell.values.get(name)?.assignable) return "assignable";
  return isImported(name, cell) ? "import" : "constant";
}

function isImported(name: string, { statements }: ParsedCell): boolean {
  return statements.some(
    (statement) =>
      statement.type === "ImportDeclaration" &&
      statement.specifiers.some(({ local }) => local.name === name),
  );
}
