import type { Point } from "../evaluate/evaluate.js";
import { points } from "../evaluate/points.js";
import { number } from "../expression.js";
import type { Context } from "../form/context.js";
import { freeNames } from "../names.js";
import { type OpenCondition } from "./conditions.js";
import { tryForm } from "../form/tryForm.js";
import { type Move, movedAll, movesOnto, movesOntoAll } from "./moves.js";
import { contextFor, type Prepared } from "./prepare.js";
import type { Literal } from "./proposition.js";
import { placeOf, watched } from "./search.js";
import { type Standing, Standings, wide } from "./standing.js";

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

/** Looks at the usual points, and at those moved onto the solutions of the equations of either side. */
export function examine(
  prepared: Prepared,
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
  const open = prepared.conditions.filter(({ metBy }) => metBy === undefined);
  const demands = open.map(literalsOf).filter((literals) => literals !== undefined);
  // Solutions where the conditions hold, and those that they exclude.
  const contexts = open.length ? [prepared.ctx, plain] : [prepared.ctx];
  const moves = [
    ...more.map((move) => [move]),
    ...contexts.flatMap((ctx) => [...one, ...two].flatMap((own) => onto(ctx, own, names))),
  ];
  const seen = new Map(
    [...one, ...two].map((literals): [Literal[], Seen] => [literals, { held: false, met: false }]),
  );
  const found: Examination = { admissible: false, met: open.length === 0, seen };
  let tried = 0;
  for (const point of points(gaps, assumptions, wide)) {
    if (tried++ >= mostPoints) break;
    found.admissible = true;
    for (const own of [point, ...moves.flatMap((way) => movedAll(point, way, assumptions, wide))]) {
      const [lhs, rhs] = [standings.of(one, own), standings.of(two, own)];
      const met = demands.every((literals) => standings.ofAll(literals, own) === "holds");
      found.met ||= met;
      const at = (): SidesAt => ({ point: written(standings, [one, two], names, own), lhs, rhs });
      if ((lhs === "holds" && rhs === "fails") || (both && lhs === "fails" && rhs === "holds")) {
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

/** A condition as comparisons, where it is about no bound name. */
function literalsOf({ demand: { need, expr, scopes } }: OpenCondition): Literal[] | undefined {
  if (scopes.length > 0 || need === "exponent" || need === "count") return undefined;
  const relation = need === "nonzero" ? "!=" : need === "positive" ? ">" : ">=";
  return [{ relation, gap: expr, left: expr, right: number(0n) }];
}

/** Onto the solutions of the first equation among comparisons, and onto those of all of them together. */
function onto(ctx: Context, literals: Literal[], names: string[]): Move[][] {
  const forms = literals.flatMap(({ relation, gap }) =>
    relation === "=" ? [tryForm(ctx, gap)] : [],
  );
  const first = movesOnto(ctx, forms[0], names).map((move) => [move]);
  const known = forms.filter((form) => form !== undefined);
  if (forms.length < 2 || known.length < forms.length) return first;
  return [...first, ...movesOntoAll(ctx, known, names)];
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
