import { decimalText } from "../../tree/printed.js";
import { call, type Expr, treeKey } from "../../tree/expression.js";
import { between, rangedOperator, reaching } from "../../tree/ranged.js";
import { library } from "../../library/library.js";
import { boundNames, mentions } from "../../tree/names.js";
import { writeCall } from "./writeCall.js";
import { exponentText, writeEntry } from "./writeEntry.js";
import { nameLatex, script, type Surroundings } from "./nameLatex.js";
import { factorsLatex } from "./writeProduct.js";

/** Where an expression stands, and so which of them need parentheses there. */
export type Slot =
  | "whole" // between braces or brackets
  | "first" // the first term of a sum
  | "term" // a later term, or what a sum ranges over
  | "last" // the last factor of a product
  | "factor" // a factor with others after it
  | "base"; // below an exponent

/** Writes an expression for the place in which it stands. */
export function write(expr: Expr, slot: Slot, around: Surroundings): string {
  const text = bare(expr, around);
  return needsParentheses(expr, text, slot) ? parenthesised(text) : text;
}

function bare(expr: Expr, around: Surroundings): string {
  const go = (part: Expr, slot: Slot = "whole") => write(part, slot, around);
  switch (expr.kind) {
    case "number":
      return numberText(expr);
    case "symbol":
      return nameLatex(expr.name, around);
    case "index":
      return writeEntry(expr, around, go);
    case "neg":
      return `-${go(expr.of, "term")}`;
    case "add":
      return terms(expr.terms, around);
    case "mul":
      return factorsLatex(expr.factors, around, go);
    case "div":
      return `\\frac{${go(expr.left)}}{${go(expr.right)}}`;
    case "pow":
      return `${go(expr.left, "base")}^${script(exponentText(expr.right, go(expr.right)))}`;
    case "call":
      return writeCall(expr, around, write);
    case "list":
      return matrix(expr.items, go);
    case "event": {
      const list = (side: typeof expr.event) =>
        side
          .map(
            ({ variable, value }) => `${nameLatex(variable, around)}=${outcomeText(value, around)}`,
          )
          .join(", ");
      const given = expr.given.length ? ` \\mid ${list(expr.given)}` : "";
      return `${nameLatex(expr.measure, around)}(${list(expr.event)}${given})`;
    }
  }
}

const outcomeText = (value: string, around: Surroundings): string =>
  /^-?\d+$/.test(value) ? value : nameLatex(value, around);

/** Decimals stay decimals where they are short, as the author wrote them. */
function numberText({ value }: Expr & { kind: "number" }): string {
  return decimalText(value) ?? value.toLatex();
}

/** Terms with their signs; the difference of an expression's values at two places is a bracket with both. */
function terms(all: Expr[], around: Surroundings): string {
  let text = "";
  for (let i = 0; i < all.length; i++) {
    const difference = all[i + 1] && bracket(all[i], all[i + 1], around);
    const minus = i > 0 && all[i].kind === "neg";
    const term = minus ? (all[i] as { of: Expr }).of : all[i];
    // A sum reaches to the next sign: a name that it binds and that goes on after it would seem bound there.
    const captures = [...boundNames(term)].some((name) =>
      all.slice(i + 1).some((other) => mentions(other, name)),
    );
    const written =
      difference ??
      (captures ? parenthesised(bare(term, around)) : write(term, i ? "term" : "first", around));
    text += i === 0 ? written : `${minus ? " - " : " + "}${written}`;
    if (difference) i++;
  }
  return text;
}

/** `[F]_{x=a}^{x=b}` for F at b less F at a. */
function bracket(upper: Expr, second: Expr, around: Surroundings): string | undefined {
  const lower = second.kind === "neg" ? second.of : second;
  if (second.kind !== "neg" || !isAt(upper) || !isAt(lower)) return undefined;
  const [of, name, to] = upper.args;
  if (treeKey(call("at", of, name)) !== treeKey(call("at", ...lower.args.slice(0, 2))))
    return undefined;
  const go = (part: Expr) => write(part, "whole", around);
  return `\\left[${go(of)}\\right]_{${go(name)}=${go(lower.args[2])}}^{${go(name)}=${go(to)}}`;
}

const isAt = (expr: Expr): expr is Expr & { kind: "call" } =>
  expr.kind === "call" &&
  expr.name === "at" &&
  expr.args.length === 3 &&
  expr.args[1].kind === "symbol";

/** A list of rows as a matrix, numbers in one row such as a size, another list as one column. */
function matrix(items: Expr[], go: (part: Expr) => string): string {
  if (items.length > 1 && items.every(({ kind }) => kind === "number")) {
    return `[${items.map((one) => go(one)).join(", ")}]`;
  }
  const rows = items.map((item) => (item.kind === "list" ? item.items : [item]));
  const isMatrix = items.every(
    (item) => item.kind === "list" && item.items.length > 1 && item.items.length === rows[0].length,
  );
  const lines = isMatrix
    ? rows.map((row) => row.map((one) => go(one)).join(" & "))
    : items.map((one) => go(one));
  return `\\begin{pmatrix} ${lines.join(" \\\\ ")} \\end{pmatrix}`;
}

export const statementSigns: Record<string, string> = {
  "=": " = ",
  "!=": " \\neq ",
  "<": " < ",
  "<=": " \\leq ",
  and: " \\text{ and } ",
  or: " \\text{ or } ",
};

function needsParentheses(expr: Expr, text: string, slot: Slot): boolean {
  if (slot === "whole") return false;
  switch (expr.kind) {
    case "add":
      return true;
    case "neg":
      return slot !== "first";
    case "mul":
      return slot !== "first" && slot !== "term";
    case "div":
    case "pow":
      return slot === "base";
    case "symbol":
    case "index":
      return slot === "base" && (/\^|^e$/.test(text) || text === "\\sigma");
    case "call": {
      if (Object.hasOwn(statementSigns, expr.name)) return true;
      if (between.has(expr.name)) return slot !== "first" && slot !== "term";
      const isReaching = reaching.has(expr.name) || rangedOperator(expr.name) !== undefined;
      if (slot === "factor" && isReaching)
        return !/^\\frac\{(?:\\partial |d|\\mathrm\{d\})[^}^]/.test(text);
      return slot === "base" && !library.get(expr.name)?.latex?.encloses;
    }
    default:
      return false;
  }
}

/** Parentheses as high as what they hold. */
export function parenthesised(text: string): string {
  const tall = /\\(?:frac|sum|prod|int|left|begin|binom|sqrt)/.test(text);
  return tall ? `\\left(${text}\\right)` : `(${text})`;
}
