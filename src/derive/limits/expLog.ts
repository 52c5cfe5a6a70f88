import { conditionsOf } from "../decide/conditions/conditions.js";
import { formExpression } from "../form/formExpression.js";
import { normalForm } from "../form/normalForm.js";
import { writtenOut } from "../library/library.js";
import { constantValue } from "../tree/constants.js";
import { noProcedure, Unsupported } from "../tree/errors.js";
import {
  call,
  type Call,
  type Expr,
  number,
  over,
  subtract,
  sumOf,
  symbol,
  times,
  toThe,
  withEach,
} from "../tree/expression.js";
import { boundNames, freeNames } from "../tree/names.js";
import type { Asymptotics } from "./series/asymptotics.js";
import { stirling } from "./series/stirling.js";

/** What is expanded as it stands. */
const expanded = new Set("exp log sqrt cbrt sin cos atan abs sign floor".split(" "));
const folds = new Set(["sum", "prod", "integrate", "D", "at"]);

/**
 * An expression by exponentials, logarithms, powers with an exponent without the name, sines, cosines, arc tangents, absolute
 * values and floors of one name that grows.
 *
 * @throws Unsupported for what is none of these
 */
export function expLog(of: Asymptotics, expr: Expr): Expr {
  const go = (part: Expr): Expr => expLog(of, part);
  if (!freeNames(expr).has(of.name)) return expr;
  if (expr.kind === "pow") return power(of, go(expr.left), go(expr.right));
  if (expr.kind === "index" || expr.kind === "event" || expr.kind === "list")
    throw noProcedure("a limit of what is given by its entries");
  if (expr.kind !== "call") return withEach(expr, go);
  if (folds.has(expr.name)) return closed(of, expr);
  const written = writtenOut(expr.name, expr.args);
  if (written) return go(written);
  return functionOf(of, expr.name, expr.args.map(go));
}

function power(of: Asymptotics, base: Expr, exponent: Expr): Expr {
  if (!freeNames(exponent).has(of.name)) return toThe(base, exponent);
  const plain = constantValue(base);
  if (base.kind === "symbol" && base.name === "e") return call("exp", exponent);
  if (plain && plain.sign < 0) return alternating(of, number(plain.neg()), exponent);
  if (plain?.sign === 0) throw new Unsupported("the base of a power is 0");
  return call("exp", times(exponent, call("log", base)));
}

/** (-b)^n is (-1)^n b^n for integers n. */
function alternating(of: Asymptotics, size: Expr, exponent: Expr): Expr {
  if (!of.isWhole) throw new Unsupported("the base of a power is a negative number");
  const { ctx } = of;
  ctx.signs.integer(of.name);
  const sign = normalForm(ctx, toThe(number(-1n), exponent));
  const turn = formExpression(ctx, sign);
  const swings = freeNames(turn).has(of.name);
  const own = swings ? formExpression(ctx, of.wave("turn", turn)) : turn;
  return times(own, call("exp", times(exponent, call("log", size))));
}

function functionOf(of: Asymptotics, name: string, args: Expr[]): Expr {
  const [u, v] = args;
  if (expanded.has(name) && args.length === 1) return call(name, ...args);
  switch (name) {
    case "asin":
      return arcSine(u);
    case "acos":
      return subtract(over(symbol("pi"), number(2n)), arcSine(u));
    case "max":
    case "min":
      return args.reduce((a, b) => extreme(name === "max" ? 1n : -1n, a, b));
    case "factorial":
      return factorial(of, u);
    case "binomial":
      return binomial(of, u, v);
    default:
      throw noProcedure(`a limit of ${name}`);
  }
}

const arcSine = (u: Expr): Expr =>
  call("atan", over(u, call("sqrt", subtract(number(1n), toThe(u, number(2n))))));

/** (a + b + |a - b|)/2, and with a minus for the smaller one. */
const extreme = (side: bigint, a: Expr, b: Expr): Expr =>
  over(sumOf(a, b, times(number(side), call("abs", subtract(a, b)))), number(2n));

function factorial(of: Asymptotics, u: Expr): Expr {
  if (!freeNames(u).has(of.name)) return call("factorial", u);
  if (!of.isWhole) throw new Unsupported("a factorial of what is no integer");
  const reached = of.limit(u);
  if (!("infinite" in reached) || reached.infinite < 0)
    throw noProcedure("a factorial of what does not grow");
  return stirling(u);
}

function binomial(of: Asymptotics, n: Expr, k: Expr): Expr {
  const count = constantValue(k);
  if (count?.isInteger && count.sign >= 0 && count.num <= 20n) {
    const factors = Array.from({ length: Number(count.num) }, (_, i) =>
      over(subtract(n, number(i)), number(i + 1)),
    );
    return factors.length ? times(...factors) : number(1n);
  }
  return over(factorial(of, n), times(factorial(of, k), factorial(of, subtract(n, k))));
}

/** A sum, an integral or a derivative by its closed form, which needs no more than holds far out. */
function closed(of: Asymptotics, expr: Call): Expr {
  const { ctx } = of;
  if (of.isWhole) ctx.signs.integer(of.name);
  else if (expr.name === "sum" || expr.name === "prod")
    throw new Unsupported("a range that ends at what is no integer");
  const open = conditionsOf([expr], ctx).find(({ metBy }) => metBy === undefined);
  if (open) throw new Unsupported(`the condition ${open.text} is not shown far out`);
  const before = ctx.needs.length;
  const form = normalForm(ctx, expr);
  if (ctx.needs.length > before || ctx.convergent.size)
    throw new Unsupported("a closed form holds under a condition alone");
  const own = formExpression(ctx, form);
  if (boundNames(own).size > 0 || holdsFold(own))
    throw noProcedure(`a limit of this ${words[expr.name]}`);
  return expLog(of, own);
}

const words: Record<string, string> = {
  sum: "sum",
  prod: "product",
  integrate: "integral",
  D: "derivative",
  at: "value at a place",
};

const holdsFold = (expr: Expr): boolean => expr.kind === "call" && folds.has(expr.name);
