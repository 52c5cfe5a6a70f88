import { expressionLatex } from "../latex.js";
import { families } from "../names.js";
import { expressionText } from "../text.js";
import { symbol } from "../expression.js";
import type { Condition } from "../types.js";
import type { Scope } from "../range.js";
import type { Demand } from "./demands.js";

const relation = {
  nonzero: "!= 0",
  positive: "> 0",
  nonnegative: ">= 0",
  integer: "is an integer",
  count: "is a whole number >= 0",
  exponent: "",
};
const latexRelation = {
  nonzero: "\\neq 0",
  positive: "> 0",
  nonnegative: "\\geq 0",
  integer: "\\in \\mathbb{Z}",
  count: "\\in \\{0, 1, 2, \\ldots\\}",
  exponent: "",
};

/** A demand as a condition in words, with the ranges of its bound names. */
export function words({ expr, need, scopes }: Demand): Condition {
  const entries = expr.kind === "index" && families(expr).size === 1;
  const every = scopes.map(({ name }) => name).join(", ");
  const ranges = scopes.map(rangeWords);
  const own = entries && scopes.length ? [everyWords(every, every)] : ranges;
  return {
    text: [`${expressionText(expr)} ${relation[need]}`, own.map(({ text }) => text).join(", ")]
      .filter((part) => part !== "")
      .join(" "),
    latex: `${expressionLatex(expr)} ${latexRelation[need]}${own.map(({ latex }) => latex).join(", ")}`,
  };
}

const everyWords = (text: string, latex: string): Condition => ({
  text: `for every ${text}`,
  latex: `\\text{ for every } ${latex}`,
});

function rangeWords({ name, lower, upper, integer }: Scope): Condition {
  const letter = expressionLatex(symbol(name));
  if (!lower || !upper) return everyWords(name, letter);
  const [from, to] = [lower, upper].map((limit) => expressionLatex(limit));
  const range = integer ? `${letter} = ${from}, \\ldots, ${to}` : `${letter} \\in [${from}, ${to}]`;
  return {
    text: `for ${name} from ${expressionText(lower)} to ${expressionText(upper)}`,
    latex: `\\text{ for } ${range}`,
  };
}
