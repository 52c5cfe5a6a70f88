import { Rational } from "../../num/index.js";
import type { Expr } from "./expression.js";

/** The rational that an expression of numbers alone is; undefined for any other, or for one without a value. */
export function constantValue(expr: Expr): Rational | undefined {
  switch (expr.kind) {
    case "number":
      return expr.value;
    case "neg":
      return constantValue(expr.of)?.neg();
    case "div": {
      const [left, right] = [constantValue(expr.left), constantValue(expr.right)];
      return left && right && right.sign !== 0 ? left.div(right) : undefined;
    }
    case "add":
    case "mul": {
      const values = (expr.kind === "add" ? expr.terms : expr.factors).map(constantValue);
      if (values.some((value) => value === undefined)) return undefined;
      return values.reduce((a, b) => (expr.kind === "add" ? a!.add(b!) : a!.mul(b!)));
    }
    default:
      return undefined;
  }
}

export const rationalZero = Rational.of(0n);
export const rationalOne = Rational.of(1n);

/** Whether an expression is the limit of what has no end. */
export const isInfinity = (expr: Expr): boolean =>
  expr.kind === "symbol" && expr.name === "Infinity";
