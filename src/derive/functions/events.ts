import { Unsupported, noProcedure } from "../tree/errors.js";
import { type Expr, type Outcome, parts } from "../tree/expression.js";
import { add } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import { constant, divide, type Form, isZero, negated } from "../form/ring/form.js";

type Event = Expr & { kind: "event" };

/** The values of each measure's discrete variables, as the expressions name them; 0 and 1 for one with no others. */
export function outcomesIn(exprs: Expr[]): Map<string, Map<string, string[]>> {
  const found = new Map<string, Map<string, string[]>>();
  const visit = (expr: Expr): void => {
    if (expr.kind === "event") {
      const variables = found.get(expr.measure) ?? new Map<string, string[]>();
      found.set(expr.measure, variables);
      for (const { variable, value } of [...expr.event, ...expr.given]) {
        const values = variables.get(variable) ?? ["0", "1"];
        variables.set(variable, values.includes(value) ? values : [...values, value]);
      }
    }
    parts(expr).forEach(visit);
  };
  exprs.forEach(visit);
  for (const variables of found.values()) {
    for (const [name, values] of variables) variables.set(name, values.sort());
  }
  return found;
}

/** Joint outcomes of one measure: eight variables with two values each. A probability is a sum over them. */
const mostOutcomes = 256;

/** Every assignment of values to the variables of a measure. */
export function assignments(variables: Map<string, string[]>): Map<string, string>[] {
  let all: Map<string, string>[] = [new Map()];
  for (const [name, values] of variables) {
    all = all.flatMap((one) => values.map((value) => new Map(one).set(name, value)));
    if (all.length > mostOutcomes)
      throw new Unsupported(`gave up at more than ${mostOutcomes} joint outcomes`);
  }
  return all;
}

export const agrees = (assignment: Map<string, string>, outcomes: Outcome[]): boolean =>
  outcomes.every(({ variable, value }) => assignment.get(variable) === value);

/** p(A | B) = p(A, B)/p(B), each a sum over the joint outcomes, of which the last is 1 less all others. */
export function eventForm(ctx: Context, expr: Event): Form {
  const { ring } = ctx;
  ctx.applied.add("joint-probability");
  const variables = ctx.outcomes.get(expr.measure);
  if (!variables) throw noProcedure(`the variables of ${expr.measure}`);
  const all = assignments(variables);
  const joints = all.map((assignment, i) => {
    const values = [...assignment].map(([name, value]) => `${name}=${value}`).join(", ");
    if (i < all.length - 1) {
      const key = `joint ${expr.measure} ${values}`;
      return ring.form(ring.atom(key, () => ({ kind: "joint", measure: expr.measure, values })));
    }
    return undefined;
  });
  const last = add(
    ring,
    constant(ring, 1n),
    ...joints.filter((one) => one !== undefined).map(negated),
  );
  const total = (outcomes: Outcome[]) =>
    add(ring, ...all.flatMap((one, i) => (agrees(one, outcomes) ? [joints[i] ?? last] : [])));
  const joint = total([...expr.event, ...expr.given]);
  if (expr.given.length === 0) return joint;
  const given = total(expr.given);
  if (isZero(given)) throw new Unsupported("the condition of a probability cannot happen");
  return divide(ring, joint, given);
}
