import type { Expr } from "../../tree/expression.js";
import type { Claimed, Disagreement } from "../claim/claim.js";
import { evaluate } from "../evaluate/evaluate.js";
import { valueOf } from "../numbers/field.js";
import { fraction } from "../numbers/fraction.js";
import { longNumbers } from "../numbers/long.js";
import { Domain } from "./points.js";

/** A hundred and twenty-eight bits tell growth apart: both sides are rounded alike. */
const field = longNumbers(128);
/** 10^4, 10^8, ..., each the square of the one before: a logarithm doubles from one to the next. */
const far = [4n, 8n, 16n, 32n, 64n].map((k) => fraction(10n ** k));
const paths = 3;
/** Operations of one value far out: as many as a look at a whole claim, since there are few such values. */
const mostSteps = 100_000;

/**
 * |f/g| far out, along each name alone and along all together; undefined where it has no values. What is not asked to
 * grow stays where a point has it.
 */
function ratios(claim: Claimed): (number[] | undefined)[] {
  const wrapped = claim.right.kind === "call" && claim.right.name === "O";
  const bound: Expr = wrapped ? (claim.right as Expr & { kind: "call" }).args[0] : claim.right;
  const domain = new Domain([claim.left, bound], claim.facts);
  const ways =
    domain.names.length > 1
      ? [...domain.names.map((name) => [name]), domain.names]
      : [domain.names];
  return ways.slice(0, 2 + paths).map((names) =>
    valueOf(() =>
      far.map((size) => {
        const point = domain.point(0);
        for (const name of domain.names)
          point.values.set(name, names.includes(name) ? size : fraction(3));
        const [f, g] = [claim.left, bound].map((expr) =>
          evaluate(expr, point, field, { steps: mostSteps }),
        );
        return Math.log(Math.abs(field.near(field.div(f, g))));
      }),
    ),
  );
}

/** Whether f/g grows and does not stop: by half or more from each place to the next, four times. */
export function orderFails(claim: Claimed): Disagreement | undefined {
  if (bounded(claim)) return undefined;
  const grows = ratios(claim).some((own) =>
    own?.every((value, i) => i === 0 || value > own[i - 1] + Math.log(1.5)),
  );
  return grows ? { point: { "all names": "Infinity" }, found: "fails" } : undefined;
}

/** Whether f/g falls along every way out. */
export function orderHolds(claim: Claimed): boolean {
  if (bounded(claim)) return false;
  const all = ratios(claim);
  return all.every((own) =>
    own?.every((value, i) => i === 0 || value < own[i - 1] - Math.log(1.5)),
  );
}

/** A name with a bound does not grow: nothing is said of such claims. */
const bounded = ({ facts }: Claimed): boolean =>
  facts.some((fact) => fact.kind === "compare" && fact.relation !== "!=" && mayBound(fact.expr));

function mayBound(expr: Expr): boolean {
  if (expr.kind === "symbol") return false;
  if (expr.kind === "number") return false;
  if (expr.kind === "add")
    return expr.terms.some(
      (term) => term.kind === "neg" && term.of.kind !== "number" && !(term.of.kind === "add"),
    );
  return true;
}
