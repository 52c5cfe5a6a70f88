import { readFileSync } from "node:fs";

/** A formula as people write it, and what must become of it. */
export interface Formula {
  field: string;
  line: number;
  /** As it is typed: LaTeX, or plain text in the files whose name says so. */
  text: string;
  plain: boolean;
  /** What is declared of its names. */
  given: string[];
  /** What it says, or what its cured text says: plain text with every sign written. */
  means?: string;
  /** A part of the message with which it is refused. */
  refused?: string;
  /** The formula after doing what the message says. */
  cured?: string;
  /** What the message says to declare. */
  declared: string[];
}

/** The files of formulas; those in plain text say so in their names. */
export const fields =
  "calculus linearAlgebra probability machineLearning combinatorics physics signals odesGeometryFinance labelsAndSets plainCalculus plainFields".split(
    " ",
  );

/**
 * The formulas of a field. A line that is not indented is a formula; the indented ones below it say what it means, or why
 * it is refused and what it is after doing what the message says.
 */
export function formulasOf(field: string): Formula[] {
  const text = readFileSync(new URL(`./${field}.txt`, import.meta.url), "utf8");
  const found: Formula[] = [];
  for (const [i, line] of text.split("\n").entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    if (!line.startsWith("  ")) {
      const plain = field.startsWith("plain");
      found.push({ field, line: i + 1, text: line, plain, given: [], declared: [] });
      continue;
    }
    const [, key, value] = /^ {2}(given|means|refused|cured|declared) (.*)$/.exec(line) ?? [];
    if (key === undefined) throw new Error(`${field}.txt:${i + 1}: expected a key, got ${line}`);
    const one = found[found.length - 1];
    if (key === "given" || key === "declared") one[key] = value.split("; ");
    else one[key as "means" | "refused" | "cured"] = value;
  }
  return found;
}
