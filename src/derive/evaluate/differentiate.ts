import { constantValue } from "../tree/constants.js";
import { cannotEvaluate } from "../tree/errors.js";
import {
  boundName,
  call,
  type Expr,
  negate,
  number,
  over,
  subtract,
  sumOf,
  times,
  toThe,
} from "../tree/expression.js";
import { families, freeNames, substitute } from "../tree/names.js";
import { countWork } from "../tree/work.js";
import { definitionOf, writtenOut } from "../library/library.js";

/** One rule for one part, in products of two terms. */
const costOfRule = 5;
const zero = number(0n);
const one = number(1n);
const isZero = (expr: Expr) => expr.kind === "number" && expr.value.sign === 0;
const plus = (terms: Expr[]): Expr => {
  const kept = terms.filter((term) => !isZero(term));
  return kept.length === 0 ? zero : kept.length === 1 ? kept[0] : sumOf(...kept);
};
const product = (...factors: Expr[]): Expr => (factors.some(isZero) ? zero : times(...factors));

/**
 * Derivative as an expression, rule by rule: what the evaluation of `D` uses, apart from the normal form's own.
 *
 * @throws NoValue where there is no rule
 */
export function differentiate(expr: Expr, by: Expr): Expr {
  const go = (part: Expr) => differentiate(part, by);
  countWork(costOfRule);
  if (by.kind === "symbol" && !freeNames(expr).has(by.name) && !hidden(expr)) return zero;
  if (by.kind === "index" && !families(expr).has(by.name) && !hidden(expr)) return zero;
  switch (expr.kind) {
    case "number":
    case "event":
      return zero;
    case "symbol":
      return by.kind === "symbol" && expr.name === by.name ? one : zero;
    case "index":
      if (by.kind !== "index") throw cannotEvaluate("a derivative by an index");
      if (by.name !== expr.name) return zero;
      return product(...expr.indices.map((index, i) => call("delta", index, by.indices[i])));
    case "neg":
      return negate(go(expr.of));
    case "add":
      return plus(expr.terms.map(go));
    case "mul":
      return plus(
        expr.factors.map((factor, i) =>
          product(...expr.factors.map((other, j) => (i === j ? go(factor) : other))),
        ),
      );
    case "div": {
      const [u, v] = [expr.left, expr.right];
      const slope = go(v);
      return plus([
        over(go(u), v),
        isZero(slope) ? zero : negate(over(product(u, slope), toThe(v, number(2n)))),
      ]);
    }
    case "pow":
      return power(expr.left, expr.right, go);
    case "list":
      throw cannotEvaluate("a list");
    case "call":
      return ofCall(expr, by, go);
  }
}

/** Calls that may hold the variable where `freeNames` does not look. */
function hidden(expr: Expr): boolean {
  return expr.kind === "call" && ["D", "partial", "at"].includes(expr.name);
}

function power(base: Expr, exponent: Expr, go: (part: Expr) => Expr): Expr {
  const [du, dv] = [go(base), go(exponent)];
  if (isZero(dv)) {
    const plain = constantValue(exponent);
    const lower = plain ? number(plain.sub(constantValue(one)!)) : subtract(exponent, one);
    return isZero(du) ? zero : product(exponent, toThe(base, lower), du);
  }
  if (base.kind === "symbol" && base.name === "e") return product(toThe(base, exponent), dv);
  const whole = toThe(base, exponent);
  return plus([
    product(whole, dv, call("log", base)),
    isZero(du) ? zero : product(whole, exponent, over(du, base)),
  ]);
}

function ofCall(expr: Expr & { kind: "call" }, by: Expr, go: (part: Expr) => Expr): Expr {
  const { name, args } = expr;
  const plain = writtenOut(name, args);
  if (plain) return go(plain);
  const [u, v] = args;
  switch (name) {
    case "integrate": {
      const edges = args.slice(2).map((limit, i) => {
        const rate = go(limit);
        if (isZero(rate)) return zero;
        const value = product(rate, substitute(u, new Map([[boundName(expr)!, limit]])));
        return i === 0 ? negate(value) : value;
      });
      const bound = by.kind === "symbol" && boundName(expr) === by.name;
      const inside = bound ? zero : go(u);
      return plus([
        ...edges,
        isZero(inside) ? zero : { ...expr, args: [inside, ...args.slice(1)] },
      ]);
    }
    case "sum":
      if (args.slice(2).some((limit) => !isZero(go(limit))))
        throw cannotEvaluate("a derivative by a limit");
      if (by.kind === "symbol" && boundName(expr) === by.name) return zero;
      return { ...expr, args: [go(u), ...args.slice(1)] };
    case "D":
    case "partial":
      return go(differentiate(u, v));
    case "at":
      return go(substitute(u, new Map([[boundName(expr)!, args[2]]])));
    default: {
      const partials = definitionOf(name, args.length)?.partials?.(...args);
      if (!partials) throw cannotEvaluate(`the derivative of ${name}`);
      return plus(args.map((arg, i) => product(go(arg), partials[i])));
    }
  }
}
