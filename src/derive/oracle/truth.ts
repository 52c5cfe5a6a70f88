import type { Expr } from "../expression.js";
import type { Claimed } from "./claim.js";
import { type Budget, evaluate } from "./evaluate.js";
import { CannotTell, type Field, NoValueThere } from "./field.js";
import { type Fraction, fraction } from "./fraction.js";
import type { Point } from "./point.js";

/** What a claim is at a point; `undefined` where the enclosures do not tell, or a value could not be given. */
export type Truth = "holds" | "fails" | "no value" | undefined;

/** A side's value, that it certainly has none, or nothing. */
type Side<V> = { value: V } | "no value" | undefined;

/** A claim at a point, by the values of a field; `last` for the finest, by which an equation of a premise may be met. */
export function truthAt<V>(
  ...asked: [claim: Claimed, point: Point, field: Field<V>, budget: Budget, last: boolean]
): Truth {
  try {
    return truthOf(...asked);
  } catch (error) {
    if (error instanceof CannotTell) return undefined;
    throw error;
  }
}

function truthOf<V>(
  claim: Claimed,
  point: Point,
  field: Field<V>,
  budget: Budget,
  last: boolean,
): Truth {
  const { left, relation, right } = claim;
  if (relation === "=>" || relation === "<=>") {
    const forth = follows(left, right);
    return forth === "holds" && relation === "<=>" ? follows(right, left) : forth;
  }
  const [a, b] = [side(left), side(right)];
  if (a === undefined || b === undefined) return undefined;
  if (a === "no value" || b === "no value") return a === b ? undefined : "no value";
  const gap = field.add(b.value, field.neg(a.value));
  if (relation === "≈") return rounds(gap, claim.unit);
  return named(compared(relation, gap, a.value));

  function side(expr: Expr): Side<V> {
    try {
      return { value: evaluate(expr, point, field, budget) };
    } catch (error) {
      if (error instanceof NoValueThere) return "no value";
      if (error instanceof CannotTell) return undefined;
      throw error;
    }
  }
  /** Whether b - a says that a relation holds. */
  function compared(name: string, gap: V, size: V): boolean | undefined {
    let sign: number | undefined;
    try {
      sign = field.sign(gap);
    } catch (error) {
      if (!(error instanceof CannotTell)) throw error;
    }
    if (name === "=" || name === "!=") {
      const equal = sign === undefined ? (narrow(gap, size) ? true : undefined) : sign === 0;
      return equal === undefined ? undefined : equal === (name === "=");
    }
    if (sign === undefined) return narrow(gap, size) && name === "<=" ? true : undefined;
    return name === "<" ? sign > 0 : sign >= 0;
  }
  /** Two enclosures that overlap and are narrow agree as far as is asked. */
  function narrow(gap: V, size: V): boolean {
    return field.width(gap) <= (last ? 1e-300 : 1e-6) * Math.max(1e-30, Math.abs(field.near(size)));
  }
  function rounds(gap: V, unit: Fraction | undefined): Truth {
    if (unit === undefined) return undefined;
    const half = field.of(fraction(unit.n, 2n * unit.d));
    return named(compared("<=", field.add(half, field.neg(field.abs(gap))), half));
  }
  function named(holds: boolean | undefined): Truth {
    return holds === undefined ? undefined : holds ? "holds" : "fails";
  }
  function follows(premise: Expr, conclusion: Expr): Truth {
    const then = statement(conclusion, false);
    if (then === "holds" || then === undefined) return then;
    const when = statement(premise, !last);
    if (when === "holds") return then;
    return when === undefined ? undefined : "holds";
  }
  /** A statement's truth; where `strictly`, an equation of enclosures that only overlap is not told. */
  function statement(expr: Expr, strictly: boolean): Truth {
    if (expr.kind !== "call") return undefined;
    if (expr.name === "and" || expr.name === "or") {
      const parts = expr.args.map((arg) => statement(arg, strictly));
      const [first, second]: Truth[] = expr.name === "or" ? ["holds", "fails"] : ["fails", "holds"];
      if (parts.includes(first)) return first;
      if (parts.includes(undefined)) return undefined;
      return parts.includes("no value") ? "no value" : second;
    }
    const [a, b] = expr.args.map(side);
    if (a === undefined || b === undefined) return undefined;
    if (a === "no value" || b === "no value") return "no value";
    const gap = field.add(b.value, field.neg(a.value));
    if (strictly && field.exactly(gap) === undefined && !certain(gap)) return undefined;
    return named(compared(expr.name, gap, a.value));
  }
  function certain(gap: V): boolean {
    try {
      field.sign(gap);
      return true;
    } catch (error) {
      if (error instanceof CannotTell) return false;
      throw error;
    }
  }
}
