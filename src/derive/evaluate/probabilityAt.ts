import { Rational } from "../../num/index.js";
import { Undefined, cannotEvaluate } from "../tree/errors.js";
import type { Expr } from "../tree/expression.js";
import { agrees, assignments, outcomesIn } from "../functions/events.js";
import type { Point } from "./evaluate.js";

/** The probability of an event at a point: the weight of the joint outcomes in it, over that of the condition or of all. */
export function probabilityAt(expr: Expr & { kind: "event" }, point: Point): Rational {
  const outcomes = point.outcomes.size ? point.outcomes : outcomesIn([expr]);
  const variables = outcomes.get(expr.measure);
  if (!variables) throw cannotEvaluate(`the variables of ${expr.measure}`);
  let [joint, given] = [Rational.of(0n), Rational.of(0n)];
  for (const one of assignments(variables)) {
    // Without a condition every outcome agrees with it, and the divisor is the total weight.
    if (!agrees(one, expr.given)) continue;
    const outcome = [...one].map(([name, value]) => `${name}=${value}`).join(", ");
    const weight = point.weight(expr.measure, outcome);
    given = given.add(weight);
    if (agrees(one, expr.event)) joint = joint.add(weight);
  }
  if (given.sign === 0) throw new Undefined("a condition has probability 0");
  return joint.div(given);
}
