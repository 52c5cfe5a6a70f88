import type { Assumptions, Fact } from "../../assumptions/assumptions.js";
import { type Budget, type Point } from "../../evaluate/evaluate.js";
import { intervals } from "../../evaluate/interval.js";
import { finitePoints } from "../../evaluate/finitePoints.js";
import { points } from "../../evaluate/points.js";
import { Arithmetic } from "../../evaluate/value.js";
import type { Expr } from "../../tree/expression.js";
import { freeNames } from "../../tree/names.js";
import type { RuleId, Witness } from "../../../record/types.js";
import { Comparing, type Holds } from "./comparison.js";
import { interpretations } from "../conditions/interpretations.js";
import { moved, type Move } from "./moves.js";
import { precisions } from "./precision.js";

export type { Holds } from "./comparison.js";

/** What a search for a point of failure found. */
export interface Search {
  /** A point at which both sides have values, and the relation does not hold. */
  witness?: Witness;
  /** How that was told, and where it was looked for: where there is a witness, what gave it. */
  rules: RuleId[];
  /** A point at which one side has a value and the other has none. */
  lopsided?: Witness;
  /** A point at which an integral does not converge, and the other side has a value. */
  diverging?: Record<string, string>;
  /** Points at which both sides have values and agree, exactly or within the width of their enclosures. */
  agreed: { exact: number; enclosed: number; near: number; first?: Record<string, string> };
  /** Points at which equal values would not do, and no precision told the sides apart. */
  undecided: number;
  /** Points at which a value could not be given. */
  failures: number;
  /** Bits to which the sides are alike at the first point at which they are not told apart. */
  bits?: number;
  /** Points at which a side is undefined. */
  gaps: number;
  /** Points that the assumptions admit at all, where these are few; all of them are among those that were tried. */
  whole?: number;
  /** Whether any point satisfies the assumptions. */
  admissible: boolean;
  /** Why the relation may fail at a place that is no point. */
  doubt?: string;
  /** Why a value could not be given, at the first point where it could not. */
  failure?: string;
}

/** What a search may do, and where it looks beside the usual points. */
export interface SearchOptions {
  near?: number;
  points?: number;
  agreed?: number;
  /** Near points at which the finest precision is tried. */
  fine?: number;
  /** The difference as a form has it. */
  gap?: Expr;
  moves?: Move[];
  /** Points to look at instead of the usual ones, and the rule that gives them. */
  among?: Iterable<Point>;
  from?: RuleId;
}

/** Points at which sides agree within their enclosures: where so many say no more, others will not. */
const enoughNear = 48;
/** A strict inequality may be undecided on a whole curve of equality, beside which it is told. */
const mostUndecided = 150;
/** Near points at which the finest precision is tried. */
const mostFine = 8;
/** Where no value was found at so many points, none will be. */
const mostFailures = 24;
/** Points that are moved to where something may happen. */
const mostMoved = 6;
/** Some tenths of a second of work: all searches of one claim together stay within its limit. */
const mostSteps = 1_500_000;
/** Points of a claim whose open functions were given a meaning: the first of them show what is false whatever it is. */
const mostGiven = 40;
const wide = new Arithmetic(intervals(precisions[0]));

/** Looks for an admissible point at which both sides are defined and `holds` says no. */
export function search(
  left: Expr,
  right: Expr,
  assumptions: Assumptions,
  holds: Holds,
  options: SearchOptions = {},
): Search {
  const { near = enoughNear, points: most = Infinity, agreed: enough = Infinity } = options;
  const { fine = mostFine } = options;
  const result: Search = {
    rules: [options.from ?? "sample-points"],
    agreed: { exact: 0, enclosed: 0, near: 0 },
    undecided: 0,
    failures: 0,
    gaps: 0,
    admissible: false,
  };
  const budget: Budget = { steps: mostSteps };
  const names = [...new Set([...freeNames(left), ...freeNames(right)])];
  const sides = new Comparing([left, right], holds, options.gap);
  let [tried, agreed] = [0, 0];
  const all = finitePoints([left, right], assumptions, wide);
  result.whole = all?.length;
  const { among = pointsAndMoved([left, right], assumptions, options.moves ?? []) } = options;
  for (const point of all ?? among) {
    result.admissible = true;
    if (budget.steps <= 0 || (!point.beside && tried++ >= most)) break;
    const alike = result.agreed.near + result.undecided;
    if (result.agreed.near >= near || result.undecided >= mostUndecided) break;
    const seen = new Map<string, string>();
    const found = sides.at(watched(point, seen), budget, alike < fine);
    const place = () => placeOf(names, point, seen);
    if (found.failure !== undefined) {
      result.failure ??= found.failure;
      if (++result.failures > mostFailures && !result.agreed.first) break;
    } else if (found.undefined) {
      const [lhs, rhs] = found.undefined;
      result.gaps += 1;
      if (lhs !== "undefined" && rhs !== "undefined" && lhs !== rhs) {
        result.lopsided ??= { point: place(), lhs, rhs };
        if (found.diverges) result.diverging ??= place();
      }
    } else if (found.holds === false) {
      const [lhs, rhs] = found.texts!;
      result.witness = { point: place(), lhs, rhs };
      result.rules.unshift(found.exact ? "counterexample-exact" : "counterexample-enclosure");
      return result;
    } else if (found.alike !== undefined && !sides.ofEquals) {
      result.undecided += 1;
      result.bits ??= found.alike;
    } else {
      if (found.alike !== undefined) result.bits ??= found.alike;
      const how = found.alike !== undefined ? "near" : found.exact ? "exact" : "enclosed";
      result.agreed[how] += 1;
      result.agreed.first ??= place();
      if (!point.beside && ++agreed >= enough) break;
    }
  }
  return result;
}

function* pointsAndMoved(exprs: Expr[], assumptions: Assumptions, moves: Move[]): Generator<Point> {
  let count = 0;
  for (const point of points(exprs, assumptions, wide)) {
    yield point;
    if (count++ < mostMoved) for (const move of moves) yield* moved(point, move, assumptions, wide);
  }
}

/** As `search`; functions that are left open are given a few meanings in turn. */
export function searchOpen(
  left: Expr,
  right: Expr,
  assumptions: Assumptions,
  holds: Holds,
  options: SearchOptions = {},
): Search {
  const found = search(left, right, assumptions, holds, options);
  if (found.witness || found.failure === undefined) return found;
  for (const { texts, apply } of interpretations([left, right], assumptions)) {
    const facts = assumptions.facts.flatMap((fact): Fact[] => {
      if (fact.kind === "density") return [];
      return [fact.kind === "compare" ? { ...fact, expr: apply(fact.expr) } : fact];
    });
    const own = { ...assumptions, facts };
    const { witness, rules } = search(apply(left), apply(right), own, holds, { points: mostGiven });
    if (!witness) continue;
    const point = { ...texts, ...witness.point };
    return {
      ...found,
      witness: { ...witness, point },
      rules: [...rules, "counterexample-function"],
    };
  }
  return found;
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
