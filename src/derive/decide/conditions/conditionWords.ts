import { expressionLatex } from "../../notation/latex.js";
import { expressionText } from "../../tree/text.js";
import { symbol } from "../../tree/expression.js";
import type { Condition } from "../../../record/types.js";
import type { Scope } from "../../tree/range.js";
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
  const every = scopes.filter(({ lower, upper }) => !lower || !upper);
  const ranges = [
    ...(every.length ? [everyWords(every.map(({ name }) => name))] : []),
    ...scopes.filter((scope) => !every.includes(scope)).map(rangeWords),
  ];
  const text = ranges.map((range) => range.text).join(", ");
  return {
    text: `${expressionText(expr)} ${relation[need]}${text && ` ${text}`}`,
    latex: `${expressionLatex(expr)} ${latexRelation[need]}${ranges.map(({ latex }) => latex).join(", ")}`,
  };
}

const everyWords = (names: string[]): Condition => ({
  text: `for every ${names.join(", ")}`,
  latex: `\\text{ for every } ${names.map((name) => expressionLatex(symbol(name))).join(", ")}`,
});

function rangeWords({ name, lower, upper, integer }: Scope): Condition {
  const [from, to] = [lower!, upper!].map((limit) => expressionLatex(limit));
  const letter = expressionLatex(symbol(name));
  const range = integer ? `${letter} = ${from}, \\ldots, ${to}` : `${letter} \\in [${from}, ${to}]`;
  return {
    text: `for ${name} from ${expressionText(lower!)} to ${expressionText(upper!)}`,
    latex: `\\text{ for } ${range}`,
  };
}
