import type { Assumptions } from "../../assumptions/assumptions.js";
import type { Point } from "../../evaluate/evaluate.js";
import { type Expr, number } from "../../tree/expression.js";
import { isClosed, substitute } from "../../tree/names.js";
import { expressionText } from "../../tree/text.js";
import { isPlain } from "./judged.js";
import type { Move } from "./moves.js";
import type { Literal } from "../conditions/proposition.js";
import type { Standings } from "./standing.js";

/** A point with the values that moves give to names, where these are no fractions: log(2), or the cube root of 2. */
export interface ClosedPlace {
  /** The values as a reader is shown them. */
  shown: Record<string, string>;
  /** A statement with the values in it. */
  put(statement: Literal[][]): Literal[][];
}

/**
 * The places onto which moves lead from a point and at which what is assumed holds; the statements are made of functions
 * alone, since a derivative is taken before its name has a value.
 */
export function* closedPlaces(
  point: Point,
  ways: readonly Move[][],
  assumptions: Assumptions,
  standings: Standings,
): Generator<ClosedPlace> {
  for (const way of ways) {
    const values = valuesAfter(point, way);
    if (![...values.values()].every(isClosed)) continue;
    const putOne = (gap: Expr) => substitute(gap, values);
    const admitted = assumptions.facts.every((fact) => {
      if (fact.kind === "integer") return isWhole(values.get(fact.name));
      if (fact.kind !== "compare" || !isPlain(fact.expr)) return false;
      const { relation, expr } = fact;
      return (
        standings.ofAll([{ relation, gap: putOne(expr), left: expr, right: expr }], point) ===
        "holds"
      );
    });
    if (!admitted) continue;
    yield {
      shown: Object.fromEntries([...values].map(([name, value]) => [name, expressionText(value)])),
      put: (statement) =>
        statement.map((literals) => literals.map((one) => ({ ...one, gap: putOne(one.gap) }))),
    };
  }
}

function valuesAfter({ symbols }: Point, way: readonly Move[]): Map<string, Expr> {
  const values = new Map<string, Expr>([...symbols].map(([name, value]) => [name, number(value)]));
  for (const { name, to } of way) values.set(name, substitute(to, values));
  return values;
}

const isWhole = (value: Expr | undefined): boolean =>
  value?.kind === "number" && value.value.isInteger;
