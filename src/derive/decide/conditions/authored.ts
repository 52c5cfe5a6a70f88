import { boundName, type Expr, symbol, withEach } from "../../tree/expression.js";
import type { Context } from "../../form/context.js";
import { boundNames, families, freeNames, substitute } from "../../tree/names.js";
import type { Scope } from "../../tree/range.js";
import type { Demand } from "./demands.js";

/** Names that procedures give: `$3`, `#1` and `~1`. */
const isInternal = (name: string): boolean => /^[$#~]/.test(name);

/** The names that a bound one gets where the author's is not known any more, in the order of choice. */
const letters = ["k", "j", "l", "i"];

/** An expression in which no sum, product or integral binds an internal name. */
export function readable(expr: Expr): Expr {
  const own = withEach(expr, readable);
  const bound = boundName(own);
  if (bound === undefined || !isInternal(bound) || own.kind !== "call") return own;
  const [body, , ...limits] = own.args;
  const taken = new Set(
    [body, ...limits].flatMap((part) => [
      ...freeNames(part),
      ...families(part),
      ...boundNames(part),
    ]),
  );
  let name = letters.find((letter) => !taken.has(letter)) ?? `${letters[0]}_`;
  while (taken.has(name)) name += "_";
  return {
    ...own,
    args: [substitute(body, new Map([[bound, symbol(name)]])), symbol(name), ...limits],
  };
}

/**
 * A demand in the author's names. A bound name of which the range is lost stands for every value, which is more than
 * is needed; one that would be taken for another name gets a stroke.
 */
export function authored(ctx: Context, { need, expr, scopes }: Demand): Demand {
  const limits = scopes.flatMap(({ lower, upper }) => [lower, upper]);
  const used = [expr, ...limits].flatMap((part) =>
    part ? [...freeNames(part), ...families(part)] : [],
  );
  const bound = new Set(scopes.map(({ name }) => name));
  const lost = [...new Set(used)].filter((name) => isInternal(name) && !bound.has(name));
  const taken = new Set(used.filter((name) => !isInternal(name)));
  const names = new Map<string, Expr>();
  for (const name of [...lost, ...bound]) {
    let own = isInternal(name) ? ctx.origin(name) : name;
    if (isInternal(own)) own = name.startsWith("#") ? "n" : "x";
    while (taken.has(own)) own += "_";
    taken.add(own);
    names.set(name, symbol(own));
  }
  const put = (part?: Expr) => part && substitute(part, names);
  const all = [...lost.map((name): Scope => ({ name, integer: name.startsWith("#") })), ...scopes];
  return {
    need,
    expr: readable(substitute(expr, names)),
    scopes: all.map((scope) => ({
      ...scope,
      name: (names.get(scope.name) as Expr & { kind: "symbol" }).name,
      lower: put(scope.lower),
      upper: put(scope.upper),
    })),
  };
}
