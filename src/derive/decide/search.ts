import type { Assumptions, Fact } from "../assumptions.js";
import { isNoAnswer, reasonOf, Undefined } from "../errors.js";
import { type Budget, evaluate, type Point } from "../evaluate/evaluate.js";
import { intervals } from "../evaluate/interval.js";
import { points } from "../evaluate/points.js";
import { Arithmetic, isExact, type Value } from "../evaluate/value.js";
import type { Expr } from "../expression.js";
import { freeNames } from "../names.js";
import type { Witness } from "../types.js";
import { interpretations } from "./interpretations.js";
import { valueTexts } from "./valueText.js";

/** Whether a relation holds between two values; undefined where their enclosures do not tell. */
export type Holds = (left: Value, right: Value, math: Arithmetic) => boolean | undefined;

/** What a search for a point of failure found. */
export interface Search {
  /** A point at which both sides have values, and the relation does not hold. */
  witness?: Witness;
  /** A point at which one side has a value and the other has none. */
  lopsided?: Witness;
  /** Points at which both sides have values and agree, exactly or within the width of their enclosures. */
  agreed: { exact: number; enclosed: number; near: number; first?: Record<string, string> };
  /** Whether any point satisfies the assumptions. */
  admissible: boolean;
  /** Why a value could not be given, at the first point where it could not. */
  failure?: string;
}

/** Bits after the point, the fewer first: what they leave open is tried with more. */
const precisions = [160, 512];
const enoughNear = 48;
/** Where no value was found at so many points, none will be. */
const mostFailures = 24;
const mostSteps = 1_500_000;

/** Exact where the values are, else enclosed. */
const exact = new Arithmetic();
const enclosing = precisions.map((bits) => new Arithmetic(intervals(bits)));

/** Looks for an admissible point at which both sides are defined and `holds` says no. */
export function search(
  left: Expr,
  right: Expr,
  assumptions: Assumptions,
  holds: Holds,
  limits: { near?: number; points?: number; agreed?: number } = {},
): Search {
  const result: Search = { agreed: { exact: 0, enclosed: 0, near: 0 }, admissible: false };
  const budget: Budget = { steps: mostSteps };
  const names = [...new Set([...freeNames(left), ...freeNames(right)])];
  let [tried, failures, agreed] = [0, 0, 0];
  for (const point of points([left, right], assumptions, enclosing[0])) {
    result.admissible = true;
    if (budget.steps <= 0 || tried++ >= (limits.points ?? Infinity)) break;
    if (result.agreed.near >= (limits.near ?? enoughNear)) break;
    const seen = new Map<string, string>();
    const found = compare(left, right, watched(point, seen), holds, budget);
    const place = () => placeOf(names, point, seen);
    if (found.failure !== undefined) {
      result.failure ??= found.failure;
      if (++failures > mostFailures && !result.agreed.first) break;
      continue;
    }
    if (found.undefined) {
      const [lhs, rhs] = found.undefined;
      if (lhs !== "undefined" && rhs !== "undefined" && !result.lopsided && lhs !== rhs) {
        result.lopsided = { point: place(), lhs, rhs };
      }
    } else if (found.holds === false) {
      const [lhs, rhs] = found.texts!;
      result.witness = { point: place(), lhs, rhs };
      return result;
    } else {
      result.agreed[found.holds === undefined ? "near" : found.exact ? "exact" : "enclosed"] += 1;
      result.agreed.first ??= place();
      if (++agreed >= (limits.agreed ?? Infinity)) break;
    }
  }
  return result;
}

/** As `search`; functions that are left open are given a few meanings in turn. */
export function searchOpen(
  left: Expr,
  right: Expr,
  assumptions: Assumptions,
  holds: Holds,
): Search {
  const found = search(left, right, assumptions, holds);
  if (found.witness || found.failure === undefined) return found;
  for (const { texts, apply } of interpretations([left, right], assumptions)) {
    const facts = assumptions.facts.flatMap((fact): Fact[] => {
      if (fact.kind === "density") return [];
      return [fact.kind === "compare" ? { ...fact, expr: apply(fact.expr) } : fact];
    });
    const own = { ...assumptions, facts };
    const { witness } = search(apply(left), apply(right), own, holds, { points: 40 });
    if (witness)
      return { ...found, witness: { ...witness, point: { ...texts, ...witness.point } } };
  }
  return found;
}

interface Comparison {
  holds?: boolean;
  exact?: boolean;
  texts?: [string, string];
  /** The texts of the two sides where at least one has no value; both "undefined" where neither has. */
  undefined?: [string, string];
  failure?: string;
}

/** Compares the sides at a point: exactly if that is possible, else with ever finer enclosures. */
function compare(left: Expr, right: Expr, point: Point, holds: Holds, budget: Budget): Comparison {
  let near = false;
  let failure: string | undefined;
  for (const math of [exact, ...enclosing]) {
    const [a, b] = [sideAt(left, point, math, budget), sideAt(right, point, math, budget)];
    if (a instanceof Undefined || b instanceof Undefined) {
      const other = a instanceof Undefined ? b : a;
      if (other instanceof Undefined) return { undefined: ["undefined", "undefined"] };
      if (other instanceof Error) {
        failure ??= reasonOf(other);
        continue;
      }
      const text = (side: Value | Error) =>
        side instanceof Error
          ? `undefined: ${side.message}`
          : valueTexts([side, side], math.bits)[0];
      return { undefined: [text(a), text(b)] };
    }
    if (a instanceof Error || b instanceof Error) {
      failure ??= reasonOf(a instanceof Error ? a : (b as Error));
      continue;
    }
    const verdict = holds(a, b, math);
    if (verdict !== undefined) {
      return {
        holds: verdict,
        exact: isExact(a) && isExact(b),
        texts: verdict ? undefined : valueTexts([a, b], math.bits),
      };
    }
    near = true;
  }
  return near ? {} : { failure: failure ?? "no value" };
}

function sideAt(expr: Expr, point: Point, math: Arithmetic, budget: Budget): Value | Error {
  try {
    return evaluate(expr, point, math, budget);
  } catch (error) {
    if (isNoAnswer(error)) return error;
    throw error;
  }
}

/** The point, with a record of the entries and weights that were asked for. */
export function watched(point: Point, seen: Map<string, string>): Point {
  return {
    ...point,
    entry: (name, indices) => {
      const value = point.entry(name, indices);
      seen.set(`${name}[${indices.join(",")}]`, `${value}`);
      return value;
    },
    weight: (measure, outcome) => {
      const value = point.weight(measure, outcome);
      seen.set(`weight of ${measure}(${outcome})`, `${value}`);
      return value;
    },
  };
}

export function placeOf(
  names: string[],
  point: Point,
  seen: Map<string, string>,
): Record<string, string> {
  const own = names.filter((name) => point.symbols.has(name)).sort();
  return Object.fromEntries([
    ...own.map((name) => [name, `${point.symbols.get(name)}`]),
    ...[...seen].sort(([a], [b]) => (a < b ? -1 : 1)),
  ]) as Record<string, string>;
}
