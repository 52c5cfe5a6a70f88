import { type Rational, rational } from "../num/index.js";
import { admits, type Assumptions } from "./assumptions.js";
import { DerivationError, isNoAnswer, NoValue, Undefined } from "./errors.js";
import { evaluate, type Point } from "./evaluate/evaluate.js";
import { Arithmetic } from "./evaluate/value.js";
import type { Expr } from "./expression.js";
import { parse } from "./parse.js";
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
  const entry = (name: string, indices: bigint[]) => {
    const value = symbols.get(`${name}[${indices.join(",")}]`);
    if (!value) throw new NoValue(`no value for ${name}[${indices.join(",")}]`);
    return value;
  };
  const weight = (measure: string): Rational => {
    throw new NoValue(`no value for ${measure}`);
  };
  const point: Point = { symbols, entry, weight, outcomes: new Map() };
  const exact = new Arithmetic();
  if (!admits(assumptions, point, exact)) {
    throw new DerivationError(`at: the point must satisfy ${assumptions.texts.join(", ")}`);
  }
  const show = (text: string) => {
    try {
      return `${evaluate(resolve(parse(text)), point, exact)}`;
    } catch (error) {
      if (error instanceof Undefined) return `undefined: ${error.message}`;
      if (isNoAnswer(error)) return `no exact value: ${error.message}`;
      throw error;
    }
  };
  return steps
    .filter(({ grade, relation }) => grade !== "assumed" && relation !== "<=>")
    .map(({ lhs, relation, rhs }) => ({ lhs, relation, rhs, left: show(lhs), right: show(rhs) }));
}
