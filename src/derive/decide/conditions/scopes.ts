import { type Expr, subtract, symbol } from "../../tree/expression.js";
import { add, subtractForms } from "../../form/ring/addition.js";
import type { Context } from "../../form/context.js";
import { isZero, negated } from "../../form/ring/form.js";
import { tryForm } from "../../form/tryForm.js";
import { freeNames } from "../../tree/names.js";
import type { Scope } from "../../tree/range.js";

/** Orders of limits that are looked through. */
const mostDirections = 8;

/** Whether there is one integral around: its limits count only if that is asked. */
export const inOneIntegral = (scopes: Scope[]): boolean =>
  scopes.filter(({ integer }) => !integer).length === 1;

/** Whether something is shown within the scopes, whichever limit of an integral is the lower. */
export function inEveryDirection(
  ctx: Context,
  scopes: Scope[],
  shown: () => boolean,
  ends = false,
): boolean {
  return directions(ctx, scopes).every((way) =>
    ctx.signs.scoped(() => {
      learnScopes(ctx, way, ends);
      return shown();
    }),
  );
}

const isInfinite = (limit: Expr): boolean => freeNames(limit).has("Infinity");

/** The scopes with the limits of each integral in order: in both orders where the lower one is not known. */
function directions(ctx: Context, scopes: Scope[]): Scope[][] {
  let all: Scope[][] = [[]];
  for (const scope of scopes) {
    const ways = waysOf(ctx, scope);
    const few = all.length * ways.length <= mostDirections;
    const own = few ? ways : [{ ...scope, lower: undefined, upper: undefined }];
    all = all.flatMap((outer) => own.map((way) => [...outer, way]));
  }
  return all;
}

function waysOf(ctx: Context, scope: Scope): Scope[] {
  const { lower, upper, integer } = scope;
  if (integer || !lower || !upper || isInfinite(lower) || isInfinite(upper)) return [scope];
  const gap = tryForm(ctx, subtract(upper, lower));
  const turned: Scope = { ...scope, lower: upper, upper: lower };
  if (gap && ctx.signs.nonnegative(gap)) return [scope];
  return gap && ctx.signs.nonnegative(negated(gap)) ? [turned] : [scope, turned];
}

/**
 * What holds of bound names. Inside an integral a name lies between the limits and is neither; beside another integral
 * the limits count, too, since a pole in a corner may make the order matter.
 */
function learnScopes(ctx: Context, scopes: Scope[], ends: boolean): void {
  const inside = inOneIntegral(scopes) && !ends;
  for (const { name, lower, upper, integer } of scopes) {
    if (integer) ctx.signs.integer(name);
    const [n, lo, hi] = [symbol(name), lower, upper].map((expr) => expr && tryForm(ctx, expr));
    const point = lo && hi && isZero(subtractForms(ctx.ring, hi, lo)); // then the limits are all there is
    const relation = inside && !integer && !point ? ">" : ">=";
    if (n && lo) ctx.signs.learn(add(ctx.ring, n, negated(lo)), relation, "");
    if (n && hi) ctx.signs.learn(add(ctx.ring, hi, negated(n)), relation, "");
  }
}
