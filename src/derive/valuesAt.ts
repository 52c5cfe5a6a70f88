import { type Rational, rational } from "../num/index.js";
import { admits, type Assumptions } from "./assumptions.js";
import { evaluate, NotExact, Undefined } from "./evaluate.js";
import type { Expr } from "./expression.js";
import { DerivationError, parse } from "./parse.js";
import type { Relation, Step } from "./types.js";

/** A step with the exact values of its two sides at a point. */
export interface StepValues {
  lhs: string;
  relation: Relation;
  rhs: string;
  left: string;
  right: string;
}

/** Exact values of the steps at a point. @throws DerivationError if the point breaks an assumption */
export function valuesAt(
  steps: readonly Step[],
  values: Record<string, string | number>,
  assumptions: Assumptions,
  resolve: (expr: Expr) => Expr,
): StepValues[] {
  const symbols = new Map<string, Rational>();
  for (const [name, value] of Object.entries(values)) symbols.set(name, rational(value));
  const entry = (name: string, index: bigint) => {
    const value = symbols.get(`${name}[${index}]`);
    if (!value) throw new NotExact(`no value for ${name}[${index}]`);
    return value;
  };
  const point = { symbols, entry };
  if (!admits(assumptions, point)) {
    throw new DerivationError(`at: the point must satisfy ${assumptions.texts.join(", ")}`);
  }
  const show = (text: string) => {
    try {
      return `${evaluate(resolve(parse(text)), point)}`;
    } catch (error) {
      if (error instanceof Undefined) return `undefined: ${error.message}`;
      if (error instanceof NotExact) return `no exact value: ${error.message}`;
      throw error;
    }
  };
  return steps
    .filter(({ grade, relation }) => grade !== "assumed" && relation !== "<=>")
    .map(({ lhs, relation, rhs }) => ({ lhs, relation, rhs, left: show(lhs), right: show(rhs) }));
}
