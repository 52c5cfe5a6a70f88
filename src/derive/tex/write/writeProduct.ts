import type { Expr } from "../../tree/expression.js";
import type { Surroundings } from "./nameLatex.js";
import { knownFunctions } from "../reading/letters.js";
import type { Slot } from "./write.js";

/** Factors side by side, with a sign between two where they would be read as something else. */
export function factorsLatex(
  factors: Expr[],
  around: Surroundings,
  write: (part: Expr, slot: Slot) => string,
): string {
  const texts = factors.map((factor, i) =>
    write(factor, i === factors.length - 1 ? "last" : "factor"),
  );
  let text = texts[0];
  for (let i = 1; i < texts.length; i++) {
    text += `${between(factors[i - 1], texts[i - 1], texts[i], around)}${texts[i]}`;
  }
  return text;
}

/** Letters that before parentheses are functions. */
const functionLetters = new Set(["sigma", ...knownFunctions]);

function between(
  left: Expr,
  leftText: string,
  right: string,
  { vocabulary }: Surroundings,
): string {
  // A number after anything is set off: 0.9 × 0.001, and not 0.90.001.
  if (/^\d/.test(right)) return " \\times ";
  // Two fractions, and a number before one, which would be a mixed number.
  if (/^\\frac/.test(right) && (left.kind === "div" || left.kind === "number")) return " \\cdot ";
  // `d x` would be a differential.
  if (leftText === "d" && !/^\(|^\\left/.test(right)) return " \\cdot ";
  if (/^\[|^\\left\[/.test(right)) return " \\cdot ";
  if (!/^\(|^\\left\(/.test(right)) return " ";
  // Parentheses after a derivative would be the place at which it is taken.
  if (left.kind === "call" && ["D", "partial"].includes(left.name)) return " \\cdot ";
  const base = left.kind === "pow" ? left.left : left;
  if (base.kind !== "symbol" && base.kind !== "index") return " ";
  const isFunction =
    functionLetters.has(base.name) ||
    leftText.startsWith("\\mathrm") ||
    [...vocabulary.functions].some(
      (name) => name === base.name || name.startsWith(`${base.name}_`),
    );
  return isFunction ? " \\cdot " : " ";
}
