import type { Point } from "../evaluate/evaluate.js";
import { points } from "../evaluate/points.js";
import type { Context } from "../form/context.js";
import { type Form, formKey } from "../form/ring/form.js";
import { freeNames } from "../tree/names.js";
import { tryForm } from "../form/tryForm.js";
import { closedPlaces } from "./points/closedPlaces.js";
import type { OpenCondition } from "./conditions/conditions.js";
import { isPlain } from "./points/judged.js";
import { type Move, movedAll, movesOnto, movesOntoAll } from "./points/moves.js";
import { guidedInto, perLevel } from "./open/guided.js";
import { mayHold } from "./open/meeting.js";
import { contextFor, type Prepared } from "./conditions/prepare.js";
import type { Literal } from "./conditions/proposition.js";
import { placeOf, watched } from "./points/search.js";
import { type Standing, Standings, wide } from "./points/standing.js";

/** The sides of an implication at a point. */
export interface SidesAt {
  point: Record<string, string>;
  lhs: Standing;
  rhs: Standing;
}

/** What was seen of one alternative that is printed: whether it held anywhere, and there beside the conditions. */
export interface Seen {
  held: boolean;
  met: boolean;
  /** A point at which it holds and the other side has no value. */
  lopsided?: SidesAt;
}

/** What the points that were tried say of an implication. */
export interface Examination {
  admissible: boolean;
  /** Whether the open conditions hold at any point. */
  met: boolean;
  /** A point at which one side holds and the one that should follow fails. */
  against?: SidesAt;
  seen: Map<Literal[], Seen>;
}

/** Points for one alternative at which the open conditions hold, too. */
const mostGuided = 6;

/**
 * Looks at the usual points, at those where an alternative and the conditions hold, and at each of these moved onto the
 * solutions of the equations and the boundaries of the inequalities of either side.
 */
export function examine(
  prepared: Prepared,
  open: OpenCondition[],
  [one, two]: [Literal[][], Literal[][]],
  both: boolean,
  more: Move[],
  mostPoints: number,
): Examination {
  const { assumptions } = prepared;
  const sides = [...one, ...two].flat().flatMap(({ left, right }) => [left, right]);
  const gaps = [...one, ...two].flat().map(({ gap }) => gap);
  const names = [...new Set(gaps.flatMap((expr) => [...freeNames(expr)]))].sort();
  const plain = contextFor(sides, assumptions);
  const standings = new Standings(plain);
  const demands = open.map(({ demand }) => demand);
  // Solutions where the conditions hold, and those that they exclude.
  const contexts = open.length ? [prepared.ctx, plain] : [prepared.ctx];
  const moves = [
    ...more.map((move) => [move]),
    ...contexts.flatMap((ctx) => [...one, ...two].flatMap((own) => onto(ctx, own, names))),
  ];
  function* toTry(): Generator<Point> {
    yield* first(points(gaps, assumptions, wide), mostPoints);
    for (const literals of open.length ? [...one, ...two] : []) {
      const guiding = guidedInto(assumptions, literals, demands);
      yield* first(points(gaps, guiding, wide, perLevel), mostGuided);
    }
  }
  const seen = new Map(
    [...one, ...two].map((literals): [Literal[], Seen] => [literals, { held: false, met: false }]),
  );
  const found: Examination = { admissible: false, met: open.length === 0, seen };
  const breaks = (lhs: Standing, rhs: Standing): boolean =>
    (lhs === "holds" && rhs === "fails") || (both && lhs === "fails" && rhs === "holds");
  const onClosedPlaces = (point: Point): SidesAt | undefined => {
    for (const { shown, put } of closedPlaces(point, moves, assumptions, standings)) {
      const [lhs, rhs] = [one, two].map((side) => standings.of(put(side), point));
      if (breaks(lhs, rhs)) return { point: shown, lhs, rhs };
    }
    return undefined;
  };
  for (const point of toTry()) {
    if (!found.admissible && gaps.every(isPlain)) found.against = onClosedPlaces(point);
    found.admissible = true;
    if (found.against) return found;
    for (const own of [point, ...moves.flatMap((way) => movedAll(point, way, assumptions, wide))]) {
      const [lhs, rhs] = [standings.of(one, own), standings.of(two, own)];
      const met = demands.every((demand) => mayHold(demand, own));
      found.met ||= met;
      const at = (): SidesAt => ({ point: written(standings, [one, two], names, own), lhs, rhs });
      if (breaks(lhs, rhs)) {
        found.against = at();
        return found;
      }
      for (const [literals, state] of seen) {
        if (standings.ofAll(literals, own) !== "holds") continue;
        state.held = true;
        state.met ||= met;
        if (lhs === "no value" || rhs === "no value") state.lopsided ??= at();
      }
    }
  }
  return found;
}

function* first(all: Iterable<Point>, most: number): Generator<Point> {
  let given = 0;
  for (const point of all) {
    if (given++ >= most) return;
    yield point;
  }
}

/**
 * Onto the solutions of the equations among comparisons, of the first one and of all together, and there onto the boundary
 * of each inequality and of all of them, where strict and not strict are told apart.
 */
function onto(ctx: Context, literals: Literal[], names: string[]): Move[][] {
  const formsOf = (own: Literal[]) => own.map(({ gap }) => tryForm(ctx, gap));
  const equations = formsOf(literals.filter(({ relation }) => relation === "="));
  const bounds = formsOf(literals.filter(({ relation }) => relation !== "="));
  const sets = [equations.slice(0, 1), equations, ...bounds.map((one) => [...equations, one])];
  if (bounds.length > 1) sets.push([...equations, ...bounds]);
  const different = new Map(
    sets.map((set) => [set.map((form) => form && formKey(form)).join(), set]),
  );
  return [...different.values()].flatMap((set) => ontoAll(ctx, set, names));
}

function ontoAll(ctx: Context, forms: (Form | undefined)[], names: string[]): Move[][] {
  const known = forms.filter((form) => form !== undefined);
  if (known.length === 0 || known.length < forms.length) return [];
  if (known.length === 1) return movesOnto(ctx, known[0], names).map((move) => [move]);
  return movesOntoAll(ctx, known, names);
}

/** A point as a reader is shown it, with the entries that the statements ask for. */
function written(
  standings: Standings,
  statements: Literal[][][],
  names: string[],
  point: Point,
): Record<string, string> {
  const asked = new Map<string, string>();
  for (const statement of statements) standings.of(statement, watched(point, asked));
  return placeOf(names, point, asked);
}
