import type { Expr } from "../../tree/expression.js";
import { isAlong } from "../claim/along.js";
import type { Claimed } from "../claim/claim.js";
import { type Budget, evaluate } from "../evaluate/evaluate.js";
import { isExactlyZero } from "../evaluate/exact.js";
import { attempt, type Field, type Outcome, valueOf } from "../numbers/field.js";
import { type Fraction, fraction } from "../numbers/fraction.js";
import type { Point } from "../claim/point.js";

/** What a claim is at a point; `undefined` where the enclosures do not tell, or a value could not be given. */
export type Truth = "holds" | "fails" | "no value" | undefined;

/** How a field judges: `near` is the width, beside their size, below which enclosures that overlap speak for a claim. */
export interface Judging {
  near: number;
  /** Whether what no enclosure tells is looked at exactly. */
  exactly: boolean;
}

/** A claim at a point, by the values of a field. */
export function truthAt<V>(
  ...asked: [claim: Claimed, point: Point, field: Field<V>, budget: Budget, judging: Judging]
): Truth {
  return valueOf(() => truthOf(...asked));
}

function truthOf<V>(
  claim: Claimed,
  point: Point,
  field: Field<V>,
  budget: Budget,
  { near, exactly }: Judging,
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
  return named(compared(relation, { left, right, gap, size: a.value }, near));

  function side(expr: Expr): Outcome<V> {
    return attempt(() => evaluate(expr, point, field, budget));
  }
  /** Whether right - left says that a relation holds. */
  function compared(
    name: string,
    { left, right, gap, size }: { left: Expr; right: Expr; gap: V; size: V },
    most: number,
  ): boolean | undefined {
    let sign = valueOf(() => field.sign(gap));
    if (sign === undefined && exactly && isExactlyZero(difference(right, left), point)) sign = 0;
    if (sign === undefined) {
      // Beside sides that are 0 a width counts by itself, as far as 30 digits.
      const equal = field.width(gap) <= most * Math.max(1e-30, Math.abs(field.near(size)));
      return equal && (name === "=" || name === "<=") ? true : undefined;
    }
    if (name === "=" || name === "!=") return (sign === 0) === (name === "=");
    return name === "<" ? sign > 0 : sign >= 0;
  }
  function rounds(gap: V, unit: Fraction | undefined): Truth {
    if (unit === undefined) return undefined;
    const half = field.of(fraction(unit.n, 2n * unit.d));
    const sign = valueOf(() => field.sign(field.add(half, field.neg(field.abs(gap)))));
    return named(sign === undefined ? undefined : sign >= 0);
  }
  function named(holds: boolean | undefined): Truth {
    return holds === undefined ? undefined : holds ? "holds" : "fails";
  }
  function follows(premise: Expr, conclusion: Expr): Truth {
    if (isAlong(premise, conclusion, point.curves)) return undefined;
    const then = statement(conclusion, near);
    if (then === "holds" || then === undefined) return then;
    const when = statement(premise, 0);
    if (when === "holds") return then;
    return when === undefined ? undefined : "holds";
  }
  function statement(expr: Expr, most: number): Truth {
    if (expr.kind !== "call") return undefined;
    if (expr.name === "and" || expr.name === "or") {
      const parts = expr.args.map((arg) => statement(arg, most));
      const [first, second]: Truth[] = expr.name === "or" ? ["holds", "fails"] : ["fails", "holds"];
      if (parts.includes(first)) return first;
      if (parts.includes(undefined)) return undefined;
      return parts.includes("no value") ? "no value" : second;
    }
    const [a, b] = expr.args.map(side);
    if (a === undefined || b === undefined) return undefined;
    if (a === "no value" || b === "no value") return "no value";
    const gap = field.add(b.value, field.neg(a.value));
    const [left, right] = expr.args;
    return named(compared(expr.name, { left, right, gap, size: a.value }, most));
  }
}

/** a - b as a tree. */
export const difference = (a: Expr, b: Expr): Expr => ({
  kind: "add",
  terms: [a, { kind: "neg", of: b }],
});
