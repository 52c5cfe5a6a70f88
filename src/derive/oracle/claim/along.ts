import type { Call, Expr } from "../../tree/expression.js";
import type { Point } from "./point.js";
import { namesIn, walk } from "./tree.js";

type Curves = Point["curves"];

/** Whether a name is a function of another, directly or through others. */
const reaches = (name: string, other: string, curves: Curves): boolean =>
  curves.get(name)?.on.some((arg) => arg === other || reaches(arg, other, curves)) ?? false;

/**
 * Whether raising the variable of a derivative alone gives it: not where the variable is itself a function of what is
 * differentiated, and not where a partial derivative holds an argument fixed that the variable moves.
 */
export function isCertain({ name, args: [of, by] }: Call, curves: Curves): boolean {
  if (curves.size === 0 || by.kind !== "symbol") return true;
  const x = by.name;
  const names = [...namesIn(of)];
  if (curves.has(x)) {
    const moving = (one: string) => one === x || reaches(one, x, curves);
    const related = (one: string) => curves.has(one) || reaches(x, one, curves);
    return names.every((one) => moving(one) || !related(one));
  }
  return (
    name === "D" ||
    names.every((one) => {
      const on = curves.get(one)?.on ?? [];
      return !on.includes(x) || on.every((arg) => arg === x || !reaches(arg, x, curves));
    })
  );
}

/**
 * Whether a premise is an equation about a quantity that varies, and what follows has a derivative of one: the equation
 * is meant along the curve, and that it holds at a point where another curve meets this one tells nothing of slopes.
 */
export function isAlong(premise: Expr, conclusion: Expr, curves: Curves): boolean {
  const speaksOfCurve = (expr: Expr) => [...namesIn(expr)].some((name) => curves.has(name));
  const isIn = (expr: Expr, isMeant: (call: Call) => boolean) => {
    let found = false;
    walk(expr, (one) => {
      if (one.kind === "call" && isMeant(one) && speaksOfCurve(one)) found = true;
    });
    return found;
  };
  return (
    isIn(premise, ({ name }) => name === "=") &&
    isIn(conclusion, ({ name }) => name === "D" || name === "partial")
  );
}
