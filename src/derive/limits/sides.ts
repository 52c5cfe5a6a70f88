import { Undefined, Unsupported } from "../tree/errors.js";
import {
  boundName,
  type Call,
  type Expr,
  number,
  parts,
  sumOf,
  symbol,
  withEach,
} from "../tree/expression.js";
import { isInfinity } from "../tree/constants.js";
import { formExpression } from "../form/formExpression.js";
import { freeNames, substitute } from "../tree/names.js";
import { isCountName, limitOf, readLimit } from "./limitOf.js";
import type { Asked } from "./series/asked.js";
import type { Reached } from "./series/reached.js";

/** What a side of a claim comes to with its limits carried out. */
export type Side = { value: Expr } | { infinite: 1 | -1 } | { none: string };

const isLimit = (expr: Expr): expr is Call => expr.kind === "call" && expr.name === "limit";

export const holdsLimit = (expr: Expr): boolean => isLimit(expr) || parts(expr).some(holdsLimit);

/**
 * A side with the value of each limit in its place. One that is a limit alone may be infinite.
 *
 * @throws Unsupported, GaveUp where a limit is not known
 */
export function sideOf(asked: Asked, expr: Expr, integers: ReadonlySet<string>): Side {
  if (expr.kind === "neg") {
    const own = sideOf(asked, expr.of, integers);
    if ("infinite" in own) return { infinite: own.infinite > 0 ? -1 : 1 };
    return "none" in own ? own : { value: { ...expr, of: own.value } };
  }
  if (isInfinity(expr)) return { infinite: 1 };
  try {
    if (!isLimit(expr)) return { value: carriedOut(asked, expr, integers) };
    const reached = reachedBy(asked, expr, integers);
    return "infinite" in reached ? reached : { value: formExpression(asked.ctx, reached.value) };
  } catch (error) {
    if (error instanceof Undefined) return { none: error.message };
    throw error;
  }
}

function reachedBy(asked: Asked, expr: Call, integers: ReadonlySet<string>): Reached {
  const { body, name, ...limit } = readLimit(expr, integers);
  const isCount = isCountName(name);
  const own = asked.ctx.fresh(name);
  const inner = substitute(body, new Map([[name, symbol(own)]]));
  return limitOf(asked, { ...limit, body: carriedOut(asked, inner, integers), name: own, isCount });
}

function carriedOut(
  asked: Asked,
  expr: Expr,
  integers: ReadonlySet<string>,
  bound: readonly string[] = [],
): Expr {
  if (!holdsLimit(expr)) return expr;
  if (isLimit(expr)) {
    const names = freeNames(expr);
    if (bound.some((name) => names.has(name)))
      throw new Unsupported("a limit under a name that is bound around it");
    const reached = reachedBy(asked, expr, integers);
    if ("infinite" in reached) throw new Undefined("a limit is infinite");
    return formExpression(asked.ctx, reached.value);
  }
  const own = boundName(expr);
  return withEach(expr, (part) =>
    carriedOut(asked, part, integers, own === undefined ? bound : [...bound, own]),
  );
}

/** The parts of limits that do not contain the name which moves: they need values of their own. */
export function fixedParts(expr: Expr, moving: readonly string[] = []): Expr[] {
  if (isLimit(expr) && expr.args[1]?.kind === "symbol") {
    const [body, name, to] = expr.args;
    const place = isInfinity(to) || (to.kind === "neg" && isInfinity(to.of)) ? [] : [to];
    return [...fixedParts(body, [...moving, (name as Expr & { kind: "symbol" }).name]), ...place];
  }
  if (moving.length === 0) return parts(expr).flatMap((part) => fixedParts(part));
  const own = boundName(expr);
  const names = freeNames(expr);
  if (own === undefined && !moving.some((name) => names.has(name)) && !holdsLimit(expr))
    return [expr];
  const inside = own === undefined ? moving : [...moving, own];
  return parts(expr).flatMap((part) => fixedParts(part, inside));
}

/** An expression with what is under its limits in their place, to look for names in it. */
export function opened(expr: Expr): Expr {
  if (!isLimit(expr)) return withEach(expr, opened);
  return sumOf(number(0n), ...expr.args.slice(0, 1).map(opened));
}

/** The names that move in the limits of an expression. */
export const movingNames = (expr: Expr): string[] => [
  ...(isLimit(expr) && expr.args[1]?.kind === "symbol" ? [expr.args[1].name] : []),
  ...parts(expr).flatMap(movingNames),
];
