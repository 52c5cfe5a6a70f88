import { Rational } from "../../../num/index.js";
import { admits, type Assumptions } from "../../assumptions/assumptions.js";
import { isNoAnswer } from "../../tree/errors.js";
import { evaluate, type Point } from "../../evaluate/evaluate.js";
import { Arithmetic, isExact } from "../../evaluate/value.js";
import { type Expr, number, parts, subtract, sumOf } from "../../tree/expression.js";
import type { Context } from "../../form/context.js";
import { type Form, isZero } from "../../form/ring/form.js";
import { formExpression } from "../../form/formExpression.js";
import { tryForm } from "../../form/tryForm.js";
import type { Line } from "../solve/line.js";
import { atRoot, solutions } from "../solve/solve.js";

const exact = new Arithmetic();
const little = Rational.of(1n, 1n << 20n);

/** A name, and what it is to be so that something happens there. */
export interface Move {
  name: string;
  to: Expr;
}

/** Onto the places of a line that are fractions. */
export const movesAlong = (line: Line | undefined): Move[] =>
  (line?.places ?? []).flatMap((place) => {
    const value = line!.valueAt(place);
    return value ? [{ name: line!.name, to: number(value) }] : [];
  });

/** Onto the solutions of `form = 0` for each of some names. */
export function movesOnto(ctx: Context, form: Form | undefined, names: Iterable<string>): Move[] {
  if (!form || isZero(form)) return [];
  return [...names].flatMap((name) =>
    (solutions(ctx, form, name) ?? []).map(({ value }) => ({
      name,
      to: formExpression(ctx, value),
    })),
  );
}

/** Equations that are solved one after the other, and ways to do so that are tried. */
const mostEquations = 4;
const mostWays = 40;

/**
 * Onto the common solutions of some equations: for each of them the moves, in the order in which they are made. What a
 * name is to be may hold the names that are moved before it.
 */
export function movesOntoAll(ctx: Context, forms: Form[], names: readonly string[]): Move[][] {
  const [first, ...rest] = forms.filter((form) => !isZero(form));
  if (!first) return [[]];
  if (forms.length > mostEquations) return [];
  const ways = names.flatMap((name) =>
    (solutions(ctx, first, name) ?? []).flatMap((root) => {
      const there = rest.map((form) => atRoot(ctx, form, root));
      if (there.some((form) => form === undefined)) return [];
      const others = names.filter((other) => other !== name);
      const last: Move = { name, to: formExpression(ctx, root.value) };
      return movesOntoAll(ctx, there as Form[], others).map((before) => [...before, last]);
    }),
  );
  return ways.slice(0, mostWays);
}

/** The point after moves one after the other, if each of them can be made. */
export const movedAll = (
  point: Point,
  moves: readonly Move[],
  assumptions: Assumptions,
  math: Arithmetic,
): Point[] =>
  moves.reduce((at, move) => at.flatMap((own) => moved(own, move, assumptions, math)), [point]);

/**
 * Onto where a side, or an argument of a function in it, is 0 or 1: there sides often touch, as exp(u) and 1 + u do at
 * u = 0.
 */
export function movesInside(ctx: Context, sides: Expr[], names: ReadonlySet<string>): Move[] {
  return [...sides, ...sides.flatMap(argumentsIn)].flatMap((expr) =>
    [expr, subtract(expr, number(1))].flatMap((own) => movesOnto(ctx, tryForm(ctx, own), names)),
  );
}

const argumentsIn = (expr: Expr): Expr[] => [
  ...(expr.kind === "call" ? expr.args : []),
  ...parts(expr).flatMap(argumentsIn),
];

/** A little to either side. */
export const beside = ({ name, to }: Move): Move[] =>
  [little, little.neg()].map((by) => ({ name, to: sumOf(to, number(by)) }));

/** The point with one name moved, if its value is a fraction that the assumptions admit. */
export function moved(
  point: Point,
  { name, to }: Move,
  assumptions: Assumptions,
  math: Arithmetic,
): Point[] {
  try {
    const value = evaluate(to, point, exact);
    if (!isExact(value)) return [];
    const symbols = new Map<string, Rational>(point.symbols).set(name, value);
    const own: Point = { ...point, symbols };
    return admits(assumptions, own, math) ? [own] : [];
  } catch (error) {
    if (isNoAnswer(error)) return [];
    throw error;
  }
}
