import { constantValue, isInfinity } from "../tree/constants.js";
import {
  call,
  type Expr,
  negate,
  number,
  over,
  subtract,
  sumOf,
  symbol,
  times,
  toThe,
} from "../tree/expression.js";
import { mentions } from "../tree/names.js";
import { exponentOf } from "./exponents.js";
import { modulusOf } from "./modulus.js";
import { beside, divideParts, multiplyParts, one, type Parts, real, zero } from "./parts/parts.js";
import type { Splitting } from "./splitting.js";
import { isWhole } from "./whole.js";

/** A sum of c q^k, written as a sum over a range. */
interface Range {
  term: Expr;
  bound: string;
  from: Expr;
  to: Expr;
}

/** A factor of a term, as `base^(slope k + rest)`; the base e has any exponent, others a whole one. */
interface Power {
  base: Expr | "e";
  slope: Expr;
  rest: Expr;
}

/**
 * The closed form c (q^a - q^(b + 1))/(1 - q) of a sum of complex powers, or c q^a/(1 - q) of one without end; undefined for
 * terms of another form. What it demands, q != 1, a range that does not run backwards and |q| < 1, stands in the parts.
 *
 * @param inner splits what stands under the sum
 */
export function geometricSum(
  { term, bound, from, to }: Range,
  splitter: Splitting,
  inner: Splitting,
): Parts | undefined {
  const powers = powersIn(term, bound, inner);
  const moving = powers?.filter(({ slope }) => !isStill(slope, splitter));
  if (!powers || !moving?.length) return undefined;
  const put = (k: Expr): Expr[] =>
    powers.map(({ base, slope, rest }) => raised(base, sumOf(times(slope, k), rest)));
  const ratio = moving.map(({ base, slope }) => raised(base, slope));
  const quotient = ratio.length === 1 ? ratio[0] : times(...ratio);
  const valueAt = (k: Expr) => splitter.of(times(...put(k), one));
  const first = valueAt(from);
  if (isInfinity(to)) {
    const size = modulusOf(quotient, splitter);
    const series = call("sum", toThe(size, symbol(bound)), symbol(bound), zero, to);
    const value = multiplyParts(first, inverseOfGap(quotient, splitter));
    return splitter.show("<", subtract(one, size)) ? value : besideParts(value, series);
  }
  if (![from, to].every((limit) => isWhole(limit, splitter.integers))) return undefined;
  const last = valueAt(sumOf(to, one));
  const gap: Parts = {
    re: subtract(first.re ?? zero, last.re ?? zero),
    im: subtract(first.im ?? zero, last.im ?? zero),
  };
  const counted = call("sum", one, symbol(bound), from, to);
  return besideParts(multiplyParts(gap, inverseOfGap(quotient, splitter)), counted);
}

const besideParts = ({ re, im }: Parts, other: Expr): Parts => ({
  re: beside(re ?? zero, [other]),
  im,
});

/** Whether a slope is 0, also one that is so only once it is written out. */
function isStill(slope: Expr, splitter: Splitting): boolean {
  if (constantValue(slope)) return constantValue(slope)!.sign === 0;
  const { re, im } = splitter.of(slope);
  return [re, im].every((part) => !part || splitter.show("=", part));
}

const raised = (base: Expr | "e", exponent: Expr): Expr =>
  base === "e" ? call("exp", exponent) : toThe(base, exponent);

/** 1/(1 - q); for q = e^(i t) it is 1/2 + i cos(t/2)/(2 sin(t/2)). */
function inverseOfGap(quotient: Expr, splitter: Splitting): Parts {
  const exponent = exponentOf(quotient, splitter);
  const own = exponent && splitter.of(exponent);
  if (own && !own.re && own.im) {
    const half = over(own.im, number(2n));
    return {
      re: over(one, number(2n)),
      im: over(call("cos", half), times(number(2n), call("sin", half))),
    };
  }
  const value = splitter.of(quotient);
  const gap = { re: subtract(one, value.re ?? zero), im: value.im && negate(value.im) };
  return divideParts(real(one), gap);
}

/** A term as a product of powers whose exponents are linear in the bound name; undefined for any other. */
function powersIn(term: Expr, bound: string, inner: Splitting): Power[] | undefined {
  if (!mentions(term, bound)) return [{ base: term, slope: zero, rest: one }];
  const exponent = exponentOf(term, inner);
  if (exponent) return asPower("e", exponent, bound);
  switch (term.kind) {
    case "neg": {
      const own = powersIn(term.of, bound, inner);
      return own && [{ base: number(-1n), slope: zero, rest: one }, ...own];
    }
    case "mul": {
      const all = term.factors.map((factor) => powersIn(factor, bound, inner));
      return all.every((one) => one !== undefined) ? all.flat() : undefined;
    }
    case "div": {
      const [left, right] = [term.left, term.right].map((one) => powersIn(one, bound, inner));
      return left && right && [...left, ...right.map(turned)];
    }
    case "pow":
      return mentions(term.left, bound) || !isWhole(term.right, inner.integers)
        ? undefined
        : asPower(term.left, term.right, bound);
    default:
      return undefined;
  }
}

const turned = ({ base, slope, rest }: Power): Power => ({
  base,
  slope: negate(slope),
  rest: negate(rest),
});

function asPower(base: Expr | "e", exponent: Expr, bound: string): Power[] | undefined {
  const found = linearIn(exponent, bound);
  return found && [{ base, ...found }];
}

/** slope and rest of `slope k + rest`. */
function linearIn(expr: Expr, name: string): { slope: Expr; rest: Expr } | undefined {
  if (!mentions(expr, name)) return { slope: zero, rest: expr };
  switch (expr.kind) {
    case "symbol":
      return { slope: one, rest: zero };
    case "neg": {
      const own = linearIn(expr.of, name);
      return own && { slope: negate(own.slope), rest: negate(own.rest) };
    }
    case "add": {
      const all = expr.terms.map((term) => linearIn(term, name));
      if (!all.every((one) => one !== undefined)) return undefined;
      const moving = all.filter(({ slope }) => constantValue(slope)?.sign !== 0);
      return {
        slope: moving.length === 1 ? moving[0].slope : sumOf(...moving.map(({ slope }) => slope)),
        rest: sumOf(...all.map(({ rest }) => rest)),
      };
    }
    case "mul": {
      const at = expr.factors.findIndex((factor) => mentions(factor, name));
      const others = expr.factors.filter((_, i) => i !== at);
      if (others.some((factor) => mentions(factor, name))) return undefined;
      const own = linearIn(expr.factors[at], name);
      return own && { slope: times(...others, own.slope), rest: times(...others, own.rest) };
    }
    case "div": {
      const own = mentions(expr.right, name) ? undefined : linearIn(expr.left, name);
      return own && { slope: over(own.slope, expr.right), rest: over(own.rest, expr.right) };
    }
    default:
      return undefined;
  }
}
