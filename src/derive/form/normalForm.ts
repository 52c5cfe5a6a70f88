import { isInfinity } from "../tree/constants.js";
import { DerivationError, Undefined, Unsupported } from "../tree/errors.js";
import { type Call, type Expr, symbol } from "../tree/expression.js";
import { eventForm } from "../functions/events.js";
import { exponential } from "../functions/exponential.js";
import { power } from "../functions/power.js";
import { callForm } from "../library/callForm.js";
import { substitute } from "../tree/names.js";
import { holdsAt } from "../signs/substituted.js";
import { productForm } from "../sums/products.js";
import { sumForm } from "../sums/sums.js";
import { expressionText } from "../tree/text.js";
import { add, subtractForms } from "./ring/addition.js";
import type { Context } from "./context.js";
import { derivative } from "./derivative.js";
import { constant, divide, type Form, isZero, multiplyAll, negated } from "./ring/form.js";
import { indexForm, substituteForm } from "./formSubstitution.js";
import { isPlain } from "./isPlain.js";

/**
 * The normal form of an expression: a rational function over atoms. Two expressions with the same normal form are
 * equal wherever both are defined; different forms decide nothing.
 *
 * @throws Unsupported, GaveUp or Undefined where there is none
 */
export function normalForm(ctx: Context, expr: Expr): Form {
  const known = ctx.plain.get(expr);
  if (known) return known;
  const form = ctx.deeper(() => build(ctx, expr));
  if (isPlain(ctx, expr)) ctx.plain.set(expr, form);
  return form;
}

function build(ctx: Context, expr: Expr): Form {
  const { ring } = ctx;
  const go = (part: Expr) => normalForm(ctx, part);
  switch (expr.kind) {
    case "number":
      return constant(ring, expr.value);
    case "symbol":
      return named(ctx, expr.name);
    case "index":
      return indexForm(ctx, expr.name, expr.indices.map(go));
    case "neg":
      return negated(go(expr.of));
    case "add":
      return add(ring, ...expr.terms.map(go));
    case "mul":
      return multiplyAll(ring, expr.factors.map(go));
    case "div": {
      const right = go(expr.right);
      if (isZero(right)) throw new Undefined(`${expressionText(expr.right)} is 0`);
      return divide(ring, go(expr.left), right);
    }
    case "pow":
      return power(ctx, go(expr.left), go(expr.right));
    case "event":
      return eventForm(ctx, expr);
    case "list":
      throw new Unsupported("a list stands inside an expression");
    case "call":
      return call(ctx, expr);
  }
}

function named(ctx: Context, name: string): Form {
  const { ring } = ctx;
  if (name === "pi") return ring.form(ring.atom("pi", () => ({ kind: "pi" })));
  if (name === "e") return exponential(ctx, constant(ring, 1n));
  if (name === "Infinity") throw new Unsupported("Infinity is not a number");
  return ring.form(ring.symbol(name));
}

function call(ctx: Context, expr: Call): Form {
  const { name, args } = expr;
  const go = (part: Expr) => normalForm(ctx, part);
  switch (name) {
    case "D":
      return derivativeOf(ctx, expr);
    case "sum":
    case "prod":
    case "integrate":
      return overRange(ctx, expr);
    case "at": {
      const bound = boundOf(expr, 3);
      return valueAt(ctx, args[0], bound, go(args[2]));
    }
    default:
      return callForm(ctx, name, args.map(go));
  }
}

function derivativeOf(ctx: Context, { args }: Call): Form {
  if (args.length !== 2) throw new DerivationError("D is written D(e, x)");
  ctx.applied.add("differentiation");
  const [body, variable] = args;
  if (variable.kind === "index") {
    return derivative(
      ctx,
      ctx.differentiating(() => normalForm(ctx, body)),
      variable.name,
      variable.indices.map((i) => normalForm(ctx, i)),
    );
  }
  if (variable.kind !== "symbol") throw new DerivationError("D is taken by a name or an entry");
  const form = ctx.differentiating(() => normalForm(ctx, body));
  return derivative(ctx, form, variable.name);
}

function boundOf({ name, args }: Call, count: number): string {
  const bound = args[1];
  if (args.length !== count || bound?.kind !== "symbol") {
    const form = name === "at" ? "at(e, x, value)" : `${name}(e, n, lower, upper)`;
    throw new DerivationError(`${name} is written ${form}`);
  }
  return bound.name;
}

const infinity = (expr: Expr): 1 | -1 | 0 =>
  isInfinity(expr) ? 1 : expr.kind === "neg" && infinity(expr.of) ? -1 : 0;

/** A sum, product or integral. What is supposed of its bound name on the way is supposed within its range. */
function overRange(ctx: Context, expr: Call): Form {
  const bound = boundOf(expr, 4);
  if (expr.name !== "integrate") ctx.applied.add("sum-over-range");
  const inner = ctx.fresh(bound);
  const since = ctx.needs.length;
  const form = foldOf(ctx, expr, bound, inner);
  const [, , lower, upper] = expr.args;
  ctx.within(since, { name: inner, lower, upper, integer: expr.name !== "integrate" });
  return form;
}

/** What is known of the outer name of the bound one does not hold inside, where it has a name of its own. */
function foldOf(ctx: Context, { name, args }: Call, bound: string, inner: string): Form {
  const body = substitute(args[0], new Map([[bound, symbol(inner)]]));
  if (name === "integrate") {
    const [low, high] = [infinity(args[2]), infinity(args[3])];
    if (low > 0 || high < 0)
      throw new Unsupported("the limits of an integral are infinite on the wrong side");
    const limits = [
      low ? undefined : normalForm(ctx, args[2]),
      high ? undefined : normalForm(ctx, args[3]),
    ];
    const form = ctx.signs.scoped(() => {
      learnRange(ctx, inner, limits[0], limits[1]);
      return normalForm(ctx, body);
    });
    return ctx.rules.integral(ctx, form, inner, limits[0], limits[1]);
  }
  const isEndless = name === "sum" && infinity(args[3]) > 0;
  const lo = normalForm(ctx, args[2]);
  const hi = isEndless ? undefined : normalForm(ctx, args[3]);
  ctx.signs.integer(inner);
  const form = ctx.signs.scoped(() => {
    const { ring, signs } = ctx;
    const n = ring.form(ring.symbol(inner));
    signs.learn(add(ring, n, negated(lo)), ">=", "");
    if (hi) signs.learn(add(ring, hi, negated(n)), ">=", "");
    return normalForm(ctx, body);
  });
  if (!hi) return ctx.rules.series(ctx, form, inner, lo);
  return name === "sum" ? sumForm(ctx, form, inner, lo, hi) : productForm(ctx, form, inner, lo, hi);
}

/** What a name between two limits is known to be, if it is known in which order they stand; single points do not count. */
function learnRange(ctx: Context, name: string, lower?: Form, upper?: Form): void {
  const { ring, signs } = ctx;
  const x = ring.form(ring.symbol(name));
  const gap = lower && upper && subtractForms(ring, upper, lower);
  const backwards = gap !== undefined && !signs.nonnegative(gap);
  if (backwards && !signs.nonnegative(negated(gap))) return;
  const [from, to] = backwards ? [upper, lower] : [lower, upper];
  if (from) signs.learn(subtractForms(ring, x, from), ">", "");
  if (to) signs.learn(subtractForms(ring, to, x), ">", "");
}

/** at(e, x, v): what is known of x may be used only if it holds of v, so nothing is. */
function valueAt(ctx: Context, body: Expr, name: string, value: Form): Form {
  ctx.applied.add("value-at-place");
  const kept = holdsAt(ctx.signs, name, (form) => substituteForm(ctx, form, name, value));
  if (kept) {
    const form = supposedAt(ctx, () => normalForm(ctx, body), name, value);
    return substituteForm(ctx, form, name, value);
  }
  const inner = ctx.fresh();
  const renamed = substitute(body, new Map([[name, symbol(inner)]]));
  const form = supposedAt(ctx, () => normalForm(ctx, renamed), inner, value);
  return substituteForm(ctx, form, inner, value);
}

/** Runs a part of the work; what it supposes of a name, it supposes of the value. */
function supposedAt(ctx: Context, work: () => Form, name: string, value: Form): Form {
  const before = ctx.needs.length;
  const form = work();
  for (const own of ctx.needs.splice(before)) {
    const there = substituteForm(ctx, own.form, name, value);
    const { need } = own;
    if (isZero(there) && (need === "nonzero" || need === "positive"))
      throw new Unsupported(own.why);
    if (need === "integer" || !ctx.signs[need](there)) ctx.needs.push({ ...own, form: there });
  }
  return form;
}
