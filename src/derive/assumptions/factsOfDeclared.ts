import type { Comparison } from "../form/signs.js";
import { type Law, laws } from "../random/laws/laws.js";
import { call, type Expr, number, subtract, symbol } from "../tree/expression.js";
import type { Declared } from "./declared.js";
import type { Equation } from "./equation.js";

/** What a declaration says of numbers. */
type Said =
  | { kind: "compare"; expr: Expr; relation: Comparison; text: string }
  | { kind: "integer"; name: string; text: string };

const weight = (name: string): Expr => ({ kind: "index", name, indices: [symbol("i")] });

/** Weights are positive, and there are some. */
export function factsOfWeights({ name, meaning, text }: Declared): Said[] {
  if (meaning.is !== "weights") return [];
  const { from, to } = meaning;
  const whole: Said[] = to.kind === "symbol" ? [{ kind: "integer", name: to.name, text }] : [];
  return [
    { kind: "compare", expr: weight(name), relation: ">", text },
    { kind: "compare", expr: subtract(to, from), relation: ">=", text },
    ...whole,
  ];
}

/** Weights add up to 1. */
export function equationOfWeights({ name, meaning, text }: Declared): Equation[] {
  if (meaning.is !== "weights") return [];
  const left = call("sum", weight(name), symbol("i"), meaning.from, meaning.to);
  return [{ left, right: number(1n), text }];
}

/** What is said of the parameters of a law by naming it. */
export function factsOfLaw({ meaning, text }: Declared): Said[] {
  if (meaning.is !== "random variable" || !meaning.distribution) return [];
  const { law, parameters } = meaning.distribution;
  const { demands, whole }: Law = laws[law];
  const facts = demands(parameters).map((demand): Said => ({ kind: "compare", ...demand, text }));
  const count = whole === undefined ? undefined : parameters[whole];
  if (count?.kind === "symbol") facts.push({ kind: "integer", name: count.name, text });
  return facts;
}
