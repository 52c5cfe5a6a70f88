import type { Assumptions } from "../assumptions/assumptions.js";
import { contextFor } from "../decide/conditions/prepare.js";
import { attempt } from "../tree/errors.js";
import { call, type Expr, parts } from "../tree/expression.js";
import { withinWork } from "../tree/work.js";
import { byJensen, type Mean } from "../inequalities/jensen.js";
import { factsOfValue } from "../inequalities/valueFacts.js";
import type { RandomNames } from "./names.js";
import { operatorOf } from "./operators.js";

/** Work that is done beside the proof by moments. */
const mostWork = 400_000;

/** Shows an inequality between a function of a mean and the mean of the function, for every distribution. */
export function byJensenOfMeans(
  sides: [Expr, Expr],
  assumptions: Assumptions,
  names: RandomNames,
): string | undefined {
  const ctx = contextFor(sides, assumptions);
  return attempt(() =>
    withinWork(mostWork, () =>
      byJensen(
        sides,
        sides.flatMap((side) => meansIn(side, names)),
        assumptions,
        ctx,
        (of, name) => factsOfValue(ctx, of, name),
      ),
    ),
  );
}

/** The means without a condition that stand in an expression. */
function meansIn(expr: Expr, names: RandomNames): Mean[] {
  const found = operatorOf(expr, names);
  if (found?.operator === "E" && !found.given)
    return [
      {
        whole: expr,
        of: found.args[0],
        mean: (of) => call("E", of),
        over: new Set(names.variables.keys()),
      },
    ];
  return parts(expr).flatMap((part) => meansIn(part, names));
}
