import type { Expr } from "../../tree/expression.js";
import { greek } from "../reading/letters.js";
import { headLatex, script, type Surroundings, symbolLatex, upright } from "./nameLatex.js";
import { isHead, meaningOf, type Subscript, writtenSymbol } from "../reading/symbolNames.js";

/** Writes an entry of a family: `x[n]` as x_n, `w2[j]` as w_{2,j}. */
export function writeEntry(
  { name, indices }: Expr & { kind: "index" },
  { vocabulary, bound }: Surroundings,
  write: (part: Expr) => string,
): string {
  const texts = indices.map((index) =>
    isGiven(index) ? index.args.map(write).join(", ") : indexText(index, write(index)),
  );
  const below = texts.map((text, i) => (i === 0 ? text : `${between(indices[i])}${text}`)).join("");
  const simple = indices.length === 1 ? simpleSubscript(indices[0], texts[0]) : undefined;
  const written = writtenSymbol(name);
  if (written && !written.subscript && (simple || !written.squared)) {
    const meaning =
      simple && meaningOf({ ...written, subscript: simple }, vocabulary, vocabulary, bound);
    const same = meaning?.kind === "entry" && meaning.family === name;
    if (same) return symbolLatex({ ...written, subscript: simple });
    // In brackets an index is no part of a name.
    if (!written.squared)
      return `${headLatex(written.head)}_${script(simple ? `[${below}]` : below)}`;
  }
  const layer = written?.subscript;
  if (
    written &&
    layer?.kind === "digits" &&
    !written.squared &&
    !vocabulary.families.has(written.head)
  ) {
    return `${headLatex(written.head)}_{${layer.text},${below}}`;
  }
  const isPlainWord = /^[A-Za-z]+$/.test(name) && !isHead(name);
  return `${isPlainWord ? headLatex(name) : upright(name)}_${script(below)}`;
}

/** An index that stands alone as one letter or number. */
function simpleSubscript(index: Expr, text: string): Subscript | undefined {
  if (index.kind === "number" && index.value.isInteger && index.value.sign >= 0) {
    return { kind: "digits", text: `${index.value}` };
  }
  if (index.kind !== "symbol") return undefined;
  const isLetter = index.name.length === 1 || (greek.has(index.name) && text === `\\${index.name}`);
  return isLetter ? { kind: "letter", text: index.name } : undefined;
}

/** What is given stands behind a bar: `f_{Y \mid X}`. */
const between = (index: Expr): string => (isGiven(index) ? " \\mid " : ", ");

const isGiven = (index: Expr): index is Expr & { kind: "call" } =>
  index.kind === "call" && index.name === "given";

/** Letters side by side would be several indices or a word, and an upright word a part of the name. */
function indexText(index: Expr, text: string): string {
  const isWord =
    index.kind === "mul" &&
    (/^[A-Za-z ]+$/.test(text) || index.factors.filter(({ kind }) => kind === "symbol").length > 1);
  return isWord || text.startsWith("\\mathrm") ? `[${text}]` : text;
}

/** Letters of indices side by side above a letter would be indices: `F^{\mu \cdot \nu}`. */
export function exponentText(exponent: Expr, text: string): string {
  const letters = text.split(" ");
  const isOfLetters =
    exponent.kind === "mul" &&
    letters.length === exponent.factors.length &&
    letters.every((one) => /^[ijkl]$/.test(one) || greek.has(one.slice(1)));
  return isOfLetters ? letters.join(" \\cdot ") : text;
}
