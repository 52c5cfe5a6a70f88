import type { Rational } from "../../../num/index.js";
import type { Assumptions } from "../../assumptions/assumptions.js";
import { withRanges } from "../../assumptions/ranges.js";
import { statedNames } from "../../assumptions/statedNames.js";
import { unknown, type Verdict } from "../../decide/conditions/verdict.js";
import type { Definitions } from "../../definitions/definitions.js";
import { forAnyBase, withLogarithms } from "../../meanings/logarithms.js";
import { otherMeaning, undecided, withinMeaning } from "../../meanings/meanings.js";
import { withSquares } from "../../meanings/squares.js";
import { termwise } from "../../meanings/termwise.js";
import type { Expr } from "../../tree/expression.js";
import type { Relation } from "../../../record/types.js";
import { decideCases } from "../../cases/decideCases.js";
import { holdsCases, isBetweenValues } from "../../cases/valueCases.js";
import { decideByInduction } from "../induction.js";
import { decideWithin } from "./hypotheses.js";

/** A claim between two sides in which definitions are inserted. */
export interface Inserted {
  sides: [Expr, Expr];
  relation: Relation;
  unit?: Rational;
  induction?: string;
}

/** Grades a claim as it is meant: by its terms, and not where a name may be no number. */
export function gradeSides(
  { sides, relation, unit, induction }: Inserted,
  assumptions: Assumptions,
  definitions: Definitions,
): Verdict {
  if (isBetweenValues(relation) && sides.some(holdsCases) && induction === undefined)
    return decideCases(sides, assumptions, (own, given) =>
      gradeSides({ sides: own, relation, unit }, given, definitions),
    );
  const terms = termwise(sides, relation, assumptions);
  const [one, two] = terms.sides;
  const known = statedNames(assumptions);
  const { declared, equations = [] } = assumptions;
  const all = [one, two, ...equations.flatMap((equation) => [equation.left, equation.right])];
  const open = undecided(all, known, declared) ?? otherMeaning(all, known);
  if (open !== undefined) return unknown(["name-is-real"], open);
  const plain = withLogarithms([one, two], withRanges(assumptions, [one, two]));
  const claim = { left: plain.sides[0], relation, right: plain.sides[1], unit };
  const verdict =
    induction === undefined
      ? withSquares(plain.assumptions, known, (assumed) =>
          decideWithin(claim, assumed, definitions),
        )
      : decideByInduction(claim, induction, definitions.recurrences, plain.assumptions);
  const between = ([a, b]: [Expr, Expr]) =>
    decideWithin({ left: a, relation, right: b }, plain.assumptions, definitions);
  const meant = terms.judged(forAnyBase(verdict, plain.isAnyBase), between);
  return withinMeaning(meant, all, known, declared);
}
