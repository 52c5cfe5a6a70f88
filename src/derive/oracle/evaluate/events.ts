import type { Expr, Outcome } from "../../tree/expression.js";
import { cannotTell } from "../numbers/field.js";
import { type Fraction, fraction, plus } from "../numbers/fraction.js";
import type { Point } from "../claim/point.js";
import { walk } from "../claim/tree.js";

/** Nine variables with two values each; more are summed at every point for nothing that fewer do not show. */
const mostOutcomes = 512;

/** The weight of an event: of all joint outcomes in which each variable has the value asked for. */
export function joint(point: Point, measure: string, wanted: readonly Outcome[]): Fraction {
  const variables = point.outcomes.get(measure);
  if (!variables) return cannotTell(`the variables of ${measure}`);
  let all: string[][] = [[]];
  for (const [name, values] of variables) {
    all = all.flatMap((one) => values.map((value) => [...one, `${name}=${value}`]));
    if (all.length > mostOutcomes) return cannotTell("many joint outcomes");
  }
  return all
    .filter((one) => wanted.every(({ variable, value }) => one.includes(`${variable}=${value}`)))
    .map((one) => point.weight(measure, one.join()))
    .reduce(plus, fraction(0));
}

/** The values of each measure's variables, as trees name them; 0 and 1 for one with no others. */
export function outcomesIn(exprs: readonly Expr[]): Map<string, Map<string, string[]>> {
  const found = new Map<string, Map<string, string[]>>();
  for (const expr of exprs)
    walk(expr, (one) => {
      if (one.kind !== "event") return;
      const variables = found.get(one.measure) ?? new Map<string, string[]>();
      found.set(one.measure, variables);
      for (const { variable, value } of [...one.event, ...one.given]) {
        const values = variables.get(variable) ?? ["0", "1"];
        variables.set(variable, values.includes(value) ? values : [...values, value]);
      }
    });
  return found;
}
