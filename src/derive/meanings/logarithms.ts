import type { Assumptions, Fact } from "../assumptions/assumptions.js";
import { baseOf } from "../assumptions/declared.js";
import { call, type Expr, parts, symbol, times, withEach } from "../tree/expression.js";
import { also, unknown, type Verdict } from "../decide/conditions/verdict.js";

/** The factor between lg and the natural logarithm where the base is not said. No name that is read has a space. */
const factor = symbol("lg factor");
const fact: Fact = {
  kind: "compare",
  expr: factor,
  relation: ">",
  text: "the base of lg is greater than 1",
};

/** A claim in which lg is written by other logarithms, and what is assumed of its base. */
export interface Written {
  sides: [Expr, Expr];
  assumptions: Assumptions;
  /** Whether any base greater than 1 is allowed. */
  isAnyBase: boolean;
}

/**
 * Writes lg of a claim as the logarithm to the declared base. Where none is declared, lg x is a positive multiple of
 * log x: what holds for each multiple holds for each base.
 */
export function withLogarithms(sides: [Expr, Expr], assumptions: Assumptions): Written {
  const { facts: stated, equations = [] } = assumptions;
  const isAsked =
    [...sides, ...equations.flatMap(({ left, right }) => [left, right])].some(hasLg) ||
    stated.some((one) => one.kind === "compare" && hasLg(one.expr));
  if (!isAsked) return { sides, assumptions, isAnyBase: false };
  const base = baseOf(assumptions.declared ?? []);
  const write = (expr: Expr): Expr => {
    const next = withEach(expr, write);
    if (!isLg(next)) return next;
    return base === undefined
      ? times(factor, call("log", next.args[0]))
      : call("log", next.args[0], base);
  };
  const own = stated.map((one) =>
    one.kind === "compare" ? { ...one, expr: write(one.expr) } : one,
  );
  const facts = base === undefined ? [...own, fact] : own;
  const [left, right] = sides.map(write);
  return {
    sides: [left, right],
    assumptions: {
      ...assumptions,
      facts,
      equations: equations.map((one) => ({
        ...one,
        left: write(one.left),
        right: write(one.right),
      })),
    },
    isAnyBase: base === undefined,
  };
}

/** What holds for every base is proved; one base refutes nothing where none is said. */
export function forAnyBase(verdict: Verdict, isAnyBase: boolean): Verdict {
  if (!isAnyBase) return verdict;
  return verdict.grade === "proved" || verdict.grade === "proved-if"
    ? also(verdict, "base-of-logarithm")
    : unknown(
        ["base-of-logarithm"],
        "the base of lg is not said: declare `lg base 2` or `lg base 10`",
      );
}

const isLg = (expr: Expr): expr is Expr & { kind: "call" } =>
  expr.kind === "call" && expr.name === "lg" && expr.args.length === 1;

const hasLg = (expr: Expr): boolean => isLg(expr) || parts(expr).some(hasLg);
