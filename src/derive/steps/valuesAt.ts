import { usualBits } from "../tree/lengths.js";
import { Rational, rational } from "../../num/index.js";
import { admits, type Assumptions } from "../assumptions/assumptions.js";
import { valueTexts } from "../decide/points/valueText.js";
import type { Definitions } from "../definitions/definitions.js";
import { DerivationError, isNoAnswer, NoValue, reasonOf, Undefined } from "../tree/errors.js";
import { evaluate, type Point } from "../evaluate/evaluate.js";
import { intervals } from "../evaluate/interval.js";
import { Arithmetic } from "../evaluate/value.js";
import { type Expr, number, parts, withParts } from "../tree/expression.js";
import { substitute } from "../tree/names.js";
import { patternOf, pointAt } from "../definitions/pattern.js";
import { isProposition, type Side } from "../notation/relation.js";
import { resolve } from "../definitions/resolve.js";
import { entriesOf, isList, shapeOf } from "../tensor/list.js";
import type { Relation, Step } from "../../record/types.js";

/** A step with the values of its two sides at a point; a statement holds or fails there. */
export interface StepValues {
  lhs: string;
  relation: Relation;
  rhs: string;
  left: string;
  right: string;
}

/** The value of a name: a number, or an expression of numbers as text. */
export type PointValue = string | number | Rational;
/** Values of names; of an indexed family or a list of names as an array, `{ x: [1, 2] }`. */
export interface PointValues {
  [name: string]: PointValue | readonly PointEntries[];
}
/** The entries of a list or an indexed family, lists within lists for a matrix. */
export type PointEntries = PointValue | readonly PointEntries[];

const exact = new Arithmetic();
const enclosing = new Arithmetic(intervals(usualBits));

/**
 * Values of the steps at a point: exact where they are rational, else to the digits that are certain.
 *
 * @throws DerivationError if the point breaks an assumption or gives a defined name a value
 */
export function valuesAt(
  entries: readonly { step: Step; sides?: [Side, Side] }[],
  values: PointValues,
  { definitions, assumptions }: { definitions: Definitions; assumptions: Assumptions },
): StepValues[] {
  const point = readPoint(values, definitions);
  const facts = assumptions.facts.map((fact) =>
    fact.kind === "compare" ? { ...fact, expr: resolve(fact.expr, definitions) } : fact,
  );
  const resolved = { ...assumptions, facts };
  const { settle } = patternOf(resolved);
  if (!admits(resolved, point, enclosing)) {
    throw new DerivationError(`at: the point must satisfy ${assumptions.texts.join(", ")}`);
  }
  const show = ({ expr }: Side): string =>
    shown(settle(resolve(counted(expr, definitions, point), definitions)), point);
  return entries.flatMap(({ step, sides }) => {
    const { lhs, relation, rhs } = step;
    if (!sides) return [];
    return [{ lhs, relation, rhs, left: show(sides[0]), right: show(sides[1]) }];
  });
}

/** A sequence at a name that has a value is the sequence at that value. */
function counted(expr: Expr, definitions: Definitions, point: Point): Expr {
  if (definitions.recurrences.size === 0) return expr;
  const own = parts(expr).map((part) => counted(part, definitions, point));
  if (expr.kind !== "call" || !definitions.recurrences.has(expr.name)) {
    return own.length ? withParts(expr, own) : expr;
  }
  const values = new Map([...point.symbols].map(([name, value]) => [name, number(value)]));
  return { ...expr, args: own.map((arg) => substitute(arg, values)) };
}

/** Whether a statement holds at a point; undefined where a part of it has no value that tells. */
function holds({ name, args }: Expr & { kind: "call" }, point: Point): boolean | undefined {
  if (name === "and" || name === "or") {
    const parts = args.map((arg) => (isProposition(arg) ? holds(arg, point) : undefined));
    if (parts.includes(name === "or")) return name === "or";
    return parts.includes(undefined) ? undefined : name === "and";
  }
  try {
    const [left, right] = args.map((arg) => evaluate(arg, point, enclosing));
    const sign = enclosing.sign(enclosing.add(left, enclosing.neg(right)));
    if (sign === undefined) return undefined;
    if (name === "=" || name === "!=") return (sign === 0) === (name === "=");
    return sign < 0 || (name === "<=" && sign === 0);
  } catch (error) {
    if (isNoAnswer(error)) return undefined;
    throw error;
  }
}

function shown(expr: Expr, point: Point): string {
  if (isProposition(expr)) {
    const value = holds(expr, point);
    return value === undefined ? "no value" : value ? "holds" : "fails";
  }
  if (isList(expr)) return `[${expr.items.map((item) => shown(item, point)).join(", ")}]`;
  for (const math of [exact, enclosing]) {
    try {
      const value = evaluate(expr, point, math);
      return valueTexts([value, value], usualBits)[0];
    } catch (error) {
      if (error instanceof Undefined) return `undefined: ${error.message}`;
      if (!isNoAnswer(error)) throw error;
      if (math === enclosing) return `no value: ${reasonOf(error)}`;
    }
  }
  return "no value";
}

function readPoint(values: PointValues, definitions: Definitions): Point {
  const symbols = new Map<string, Rational>();
  const family = new Map<string, Rational>();
  const put = (name: string, value: PointEntries, path: number[]): void => {
    if (Array.isArray(value)) {
      value.forEach((one: PointEntries, i) => put(name, one, [...path, i + 1]));
      return;
    }
    const own = exactly(name, value as PointValue);
    const entry = /^([A-Za-z]\w*)\[([\d, ]+)\]$/.exec(name);
    if (entry) family.set(`${entry[1]}[${entry[2].split(",").map(Number).join()}]`, own);
    else if (path.length) family.set(`${name}[${path.join()}]`, own);
    else symbols.set(name, own);
  };
  for (const [name, value] of Object.entries(values)) {
    const held = definitions.names.get(name);
    if (held && isList(held) && Array.isArray(value)) spread(name, held, value, put);
    else if (held) throw new DerivationError(`at: ${name} must have no value, since it is defined`);
    else put(name, value, []);
  }
  return {
    ...pointAt(symbols),
    entry: (name, indices) => {
      const own = family.get(`${name}[${indices.join()}]`);
      if (!own) throw new NoValue(`${name}[${indices.join(", ")}] has no value here`);
      return own;
    },
  };
}

/** A value as a fraction. @throws DerivationError for a double that is no integer, which says 0.1 but is not */
function exactly(name: string, value: PointValue): Rational {
  if (typeof value !== "number" || Number.isInteger(value)) return rational(value);
  throw new DerivationError(`at: ${name} must be exact, got the double ${value}; write "${value}"`);
}

/** Values of the names of which a defined list consists. */
function spread(
  name: string,
  held: Expr,
  value: readonly PointEntries[],
  put: (name: string, value: PointEntries, path: number[]) => void,
): void {
  const shape = (part: PointEntries): number[] =>
    Array.isArray(part) ? [part.length, ...shape(part[0] as PointEntries)] : [];
  const [entries, own] = [entriesOf(held), (value as PointValue[]).flat(8) as PointValue[]];
  if (shape(value).join() !== shapeOf(held).join() || own.length !== entries.length) {
    throw new DerivationError(`at: ${name} must have size ${shapeOf(held).join(" x ")}`);
  }
  entries.forEach((entry, i) => {
    if (entry.kind !== "symbol") {
      throw new DerivationError(`at: ${name} must consist of names to be given values`);
    }
    put(entry.name, own[i], []);
  });
}
