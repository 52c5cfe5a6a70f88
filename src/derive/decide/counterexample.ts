import { Rational } from "../../num/index.js";
import { admits, type Assumptions } from "../assumptions.js";
import { isNoAnswer } from "../errors.js";
import { evaluate, type Point } from "../evaluate/evaluate.js";
import { intervals } from "../evaluate/interval.js";
import { points } from "../evaluate/points.js";
import { Arithmetic, isExact } from "../evaluate/value.js";
import type { Expr } from "../expression.js";
import { isZero } from "../form/form.js";
import { formExpression } from "../form/formExpression.js";
import { freeNames } from "../names.js";
import { tryForm } from "./conditions.js";
import type { Prepared } from "./prepare.js";
import type { Literal } from "./proposition.js";
import { placeOf, watched } from "./search.js";
import { solutions } from "./solve.js";

const mostPoints = 200;
const exact = new Arithmetic();
const wide = new Arithmetic(intervals(160));

/** A point at which a statement holds and another certainly fails. */
export interface Counterexample {
  premise: Literal[][];
  point: Record<string, string>;
}

/** Looks at the usual points, and at those moved onto the solutions of the premise's equations. */
export function counterexample(
  { ctx }: Prepared,
  premise: Literal[][],
  conclusion: Literal[][],
  assumptions: Assumptions,
): Counterexample | undefined {
  const exprs = [...premise, ...conclusion].flat().map(({ gap }) => gap);
  const names = [...new Set(exprs.flatMap((expr) => [...freeNames(expr)]))].sort();
  const moves = premise.flatMap((literals) => {
    const equation = literals.find(({ relation }) => relation === "=");
    const form = equation && tryForm(ctx, equation.gap);
    if (!form || isZero(form)) return [];
    return names.flatMap((name) =>
      (solutions(ctx, form, name) ?? []).map(({ value }) => ({
        name,
        to: formExpression(ctx, value),
      })),
    );
  });
  let tried = 0;
  for (const point of points(exprs, assumptions, wide)) {
    if (tried++ > mostPoints) return undefined;
    for (const own of [point, ...moves.flatMap((move) => moved(point, move, assumptions))]) {
      if (!truth(premise, own) || truth(conclusion, own) !== false) continue;
      const seen = new Map<string, string>();
      truth(premise, watched(own, seen));
      truth(conclusion, watched(own, seen));
      return { premise, point: placeOf(names, own, seen) };
    }
  }
  return undefined;
}

function moved(
  point: Point,
  { name, to }: { name: string; to: Expr },
  assumptions: Assumptions,
): Point[] {
  try {
    const value = evaluate(to, point, exact);
    if (!isExact(value)) return [];
    const own: Point = {
      ...point,
      symbols: new Map<string, Rational>(point.symbols).set(name, value),
    };
    return admits(assumptions, own, wide) ? [own] : [];
  } catch (error) {
    if (isNoAnswer(error)) return [];
    throw error;
  }
}

/** Whether a statement holds at a point; undefined where a part of it has no value that tells. */
export function truth(statement: Literal[][], point: Point): boolean | undefined {
  const all = statement.map((literals) => {
    const own = literals.map((literal) => literalTruth(literal, point));
    return own.includes(false) ? false : own.includes(undefined) ? undefined : true;
  });
  return all.includes(true) ? true : all.includes(undefined) ? undefined : false;
}

function literalTruth({ relation, gap }: Literal, point: Point): boolean | undefined {
  try {
    const sign = wide.sign(evaluate(gap, point, wide));
    if (sign === undefined) return undefined;
    if (relation === "=") return sign === 0;
    if (relation === "!=") return sign !== 0;
    return relation === ">" ? sign > 0 : sign >= 0;
  } catch (error) {
    if (isNoAnswer(error)) return undefined;
    throw error;
  }
}
