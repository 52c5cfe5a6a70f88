import type { Cell, CodeCell, Notebook } from "../format/types.js";
import { prints, readPrinted } from "./printed.js";

/** A number in prose that a link binds to a cell: `[2.9 %](#cell:posterior)`. */
export interface BoundNumber {
  text: string;
  /** The id of the cell. */
  target: string;
  /** The number of the Markdown cell among all of them, from 1. */
  cell: number;
  /** Why it does not print what the cell gives; undefined if it does. */
  fault?: string;
}

/** How the address of a link begins that binds a number. */
export const boundPrefix = "#cell:";

const links = /\[([^[\]\n]+)\]\(#cell:([^\s()]+)(?:\s+"[^"]*")?\)/g;
const code = /^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\1[`~]*\s*$|$(?![\s\S]))|(`+)[^`][\s\S]*?\2/gm;

/** The numbers in a notebook's prose that are bound to cells, each held against what its cell shows. */
export function boundNumbers({ cells }: Notebook): BoundNumber[] {
  return cells.flatMap((cell, i) =>
    cell.cell_type === "markdown"
      ? [...cell.source.replace(code, "").matchAll(links)].map(([, text, target]) => ({
          text,
          target,
          cell: i + 1,
          fault: faultOf(text, target, cells),
        }))
      : [],
  );
}

/** What is wrong with a notebook's bound numbers, each by its Markdown cell. */
export const boundProblems = (notebook: Notebook): { cell: number; text: string }[] =>
  boundNumbers(notebook).flatMap(({ cell, fault }) => (fault ? [{ cell, text: fault }] : []));

function faultOf(text: string, target: string, cells: Cell[]): string | undefined {
  const cell = cells.find((one): one is CodeCell => one.cell_type === "code" && one.id === target);
  if (!cell) return `${text} is bound to cell ${target}, and no code cell has this id`;
  const printed = readPrinted(text);
  if (!printed) {
    return `${text} is bound to cell ${target} and is no number; write digits, a percentage, a fraction or words such as "one in ten"`;
  }
  const shown = shownValue(cell);
  const value = shown === undefined ? undefined : readPrinted(shown);
  if (value && prints(printed, value)) return undefined;
  if (value) return `${text} is bound to cell ${target}, which gives ${shown}`;
  const what = shown === undefined ? "no value" : brief(shown);
  return `${text} is bound to cell ${target}, which gives ${what}; let its last expression be the number`;
}

/** The text of a cell's value; of a fraction that is shown with its decimals, the fraction. */
function shownValue({ outputs }: CodeCell): string | undefined {
  const result = outputs.find(({ output_type }) => output_type === "execute_result");
  const text = result && "data" in result ? result.data["text/plain"] : undefined;
  return typeof text === "string" ? text.trim().split(/ [≈=] /)[0] : undefined;
}

const brief = (text: string) => {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
};
