import type { EventDefinition } from "./definitions.js";
import { DerivationError } from "../tree/errors.js";
import { type Expr, number, type Outcome, over, subtract } from "../tree/expression.js";
import { plus, product } from "../tensor/arithmetic.js";
import { expressionText } from "../tree/text.js";

type Event = Expr & { kind: "event" };
type Assignment = Map<string, string>;

/** The values of a variable. */
const values = ["0", "1"];

/** One variable of a table: what it depends on, and the given probabilities. */
interface Variable {
  name: string;
  parents: string[];
  rows: { parents: Outcome[]; value: string; probability: Expr }[];
}

/**
 * The probability of an event in terms of a table of given ones: each variable, 0 or 1, by itself or given others. An
 * event of a measure without a table stays as it is.
 *
 *     p(A | B) = p(A, B)/p(B),  p(C=c, T=t) = p(C=c) p(T=t | C=c)
 *
 * @throws DerivationError if the table does not determine the event
 */
export function eventValue(expr: Event, definitions: readonly EventDefinition[]): Expr {
  const own = definitions.filter(({ event }) => event.measure === expr.measure);
  if (own.length === 0) return expr;
  const variables = tableOf(own, expr);
  const names = variables.map(({ name }) => name);
  const missing = [...expr.event, ...expr.given].find(({ variable }) => !names.includes(variable));
  if (missing) throw undetermined(expr, `nothing is given about ${missing.variable}`);
  const total = (outcomes: Outcome[]) =>
    outcomes.length === 0 ? number(1n) : plus(joints(variables, outcomes, expr));
  const joint = total([...expr.event, ...expr.given]);
  return expr.given.length === 0 ? joint : over(joint, total(expr.given));
}

/** The joint outcomes that agree with an event, each as a product along the table. */
function joints(variables: Variable[], outcomes: Outcome[], expr: Event): Expr[] {
  const fixed = new Map<string, string>();
  for (const { variable, value } of outcomes) {
    if ((fixed.get(variable) ?? value) !== value) return [];
    fixed.set(variable, value);
  }
  const needed = ancestors(variables, [...fixed.keys()]);
  let all: { at: Assignment; factors: Expr[] }[] = [{ at: new Map(), factors: [] }];
  for (const variable of variables.filter(({ name }) => needed.has(name))) {
    const own = fixed.has(variable.name) ? [fixed.get(variable.name)!] : values;
    all = all.flatMap(({ at, factors }) =>
      own.map((value) => ({
        at: new Map(at).set(variable.name, value),
        factors: [...factors, entry(variable, value, at, expr)],
      })),
    );
  }
  return all.map(({ factors }) => factors.reduce(product));
}

function entry(variable: Variable, value: string, at: Assignment, expr: Event): Expr {
  const rows = variable.rows.filter(({ parents }) =>
    parents.every((parent) => at.get(parent.variable) === parent.value),
  );
  if (rows.length === 1) {
    const [{ value: own, probability }] = rows;
    return own === value ? probability : subtract(number(1n), probability);
  }
  const place = variable.parents.map((name) => `${name}=${at.get(name)}`).join(", ");
  const text = `${expr.measure}(${variable.name}=${value}${place ? ` | ${place}` : ""})`;
  throw undetermined(expr, `${text} is not given`);
}

/**
 * Refuses a given probability that the others determine, or that is of another form than `p(A=1)` or `p(A=1 | B=0)`.
 *
 * @throws DerivationError with what is wrong
 */
export function checkEvent(event: Event, definitions: readonly EventDefinition[]): void {
  const text = expressionText(event);
  const strange = [...event.event, ...event.given].find(({ value }) => !values.includes(value));
  if (strange) {
    throw new DerivationError(
      `define: ${text}: a variable of a table has the values 0 and 1, got ${strange.variable}=${strange.value}`,
    );
  }
  if (event.event.length !== 1) {
    throw new DerivationError(`define: ${text} must be about one variable, such as p(A=1 | B=0)`);
  }
  const where = ({ event, given, measure }: Event) =>
    [measure, event[0].variable, ...given.map((o) => `${o.variable}=${o.value}`).sort()].join();
  const held = definitions.find((other) => where(other.event) === where(event));
  if (held) {
    throw new DerivationError(
      `define: ${text} must be new, but ${expressionText(held.event)} determines it`,
    );
  }
}

/** The variables in an order in which each comes after those on which it depends. */
function tableOf(definitions: EventDefinition[], expr: Event): Variable[] {
  const variables = new Map<string, Variable>();
  for (const { event, value: probability } of definitions) {
    const [{ variable: name, value }] = event.event;
    const parents = event.given.map(({ variable }) => variable).sort();
    const held = variables.get(name) ?? { name, parents, rows: [] };
    if (held.parents.join() !== parents.join()) {
      throw undetermined(expr, `${name} is given under different conditions`);
    }
    held.rows.push({ parents: event.given, value, probability });
    variables.set(name, held);
  }
  const ordered: Variable[] = [];
  while (ordered.length < variables.size) {
    const placed = new Set(ordered.map(({ name }) => name));
    const next = [...variables.values()].find(
      ({ name, parents }) => !placed.has(name) && parents.every((parent) => placed.has(parent)),
    );
    if (!next)
      throw undetermined(expr, "the table runs in a circle, or a condition has no own row");
    ordered.push(next);
  }
  return ordered;
}

function ancestors(variables: Variable[], names: string[]): Set<string> {
  const found = new Set(names);
  for (const { name, parents } of [...variables].reverse()) {
    if (found.has(name)) for (const parent of parents) found.add(parent);
  }
  return found;
}

function undetermined(expr: Event, why: string): DerivationError {
  return new DerivationError(
    `${expressionText(expr)} must follow from the probabilities that are defined, but ${why}`,
  );
}
