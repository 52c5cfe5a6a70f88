import type { Call, Expr } from "../../tree/expression.js";
import { doubles, type Span } from "../numbers/doubles.js";
import type { Evaluation } from "./evaluate.js";
import { attempt, cannotTell } from "../numbers/field.js";
import { type Fraction, fraction } from "../numbers/fraction.js";
import { namesIn } from "../claim/tree.js";

/**
 * A bound for what lies beyond `far` of an integral, or of a sum of the values at whole numbers. The growth of f is
 * g = x f'(x)/f(x), enclosed for all x beyond; where it stays below -a with a > 1,
 *
 *     |f(x)| <= |f(far)| (far/x)^a,  int_far^oo |f| <= |f(far)| far/(a - 1)
 *
 * @throws CannotTell where no such a is found
 */
export function tailBeyond(body: Expr, name: string, outer: Evaluation<Span>, far: number): number {
  const found = attempt(() => bound(body, name, outer, far));
  // A bound that has no value says nothing of what it was to bound.
  return found === undefined || found === "no value"
    ? cannotTell("a tail that has no bound")
    : found.value;
}

function bound(body: Expr, name: string, outer: Evaluation<Span>, far: number): number {
  const tail = new Tail(name, outer.with(name, { lo: far, hi: far }));
  const rate = -tail.growth(body).hi;
  if (!(rate > 1)) return cannotTell("a tail that has no bound");
  const { lo, hi } = tail.at(tail.bounding(body));
  return (Math.max(Math.abs(lo), Math.abs(hi)) * Math.abs(far)) / (rate - 1);
}

/** All numbers within a bound on either side of 0, as fractions. */
export function within(bound: number): [Fraction, Fraction] {
  /** Sixty bits below the first of the bound; a double has no more than about 1000 before or after the point. */
  const digits = Math.max(0, Math.min(1000, 60 - Math.floor(Math.log2(bound || 1))));
  const top = BigInt(Math.ceil(bound * 2 ** Math.min(digits, 1000))) + 1n;
  const bottom = 1n << BigInt(digits);
  return [fraction(-top, bottom), fraction(top, bottom)];
}

const point = (value: number): Span => ({ lo: value, hi: value });
const waves = new Set(["sin", "cos", "tanh", "sigmoid"]);

class Tail {
  constructor(
    readonly name: string,
    readonly here: Evaluation<Span>,
  ) {}

  at = (expr: Expr): Span => this.here.of(expr);
  constant = (expr: Expr): boolean => !namesIn(expr).has(this.name);

  /** The body with factors left out that are never above 1: what bounds it. */
  bounding(expr: Expr): Expr {
    if (expr.kind !== "mul") return expr;
    return { ...expr, factors: expr.factors.filter((factor) => !bounded(factor)) };
  }

  growth = (expr: Expr): Span => {
    if (this.constant(expr)) return point(0);
    switch (expr.kind) {
      case "symbol":
        return point(1);
      case "neg":
        return this.growth(expr.of);
      case "mul":
        return expr.factors
          .filter((factor) => !bounded(factor))
          .map(this.growth)
          .reduce(doubles.add, point(0));
      case "div":
        return doubles.add(this.growth(expr.left), doubles.neg(this.growth(expr.right)));
      case "pow":
        if (this.constant(expr.right))
          return doubles.mul(this.at(expr.right), this.growth(expr.left));
        if (!this.constant(expr.left)) return cannotTell("a power of two that grow");
        return this.exponential(expr.right, doubles.log(doubles.abs(this.at(expr.left))));
      case "add":
        return this.sum(expr.terms);
      case "call":
        return this.call(expr);
      default:
        return cannotTell(expr.kind);
    }
  };
  /** x (c u)' = c u g(u). */
  exponential(exponent: Expr, by: Span): Span {
    return doubles.mul(by, doubles.mul(this.range(exponent), this.growth(exponent)));
  }
  /** All values beyond: a function whose size grows stays beyond its value here, one whose size falls within it. */
  range(expr: Expr): Span {
    const [here, growth] = [this.at(expr), this.growth(expr)];
    const sign = doubles.sign(here);
    if (growth.lo >= 0)
      return sign < 0 ? { lo: -Infinity, hi: here.hi } : { lo: here.lo, hi: Infinity };
    if (growth.hi > 0) return cannotTell("a function that turns");
    return sign < 0 ? { lo: here.lo, hi: 0 } : { lo: 0, hi: here.hi };
  }
  /** Near the growth of the term that outgrows the others, or between those of its terms where all have one sign. */
  sum(terms: Expr[]): Span {
    const growths = terms.map(this.growth);
    const signs = terms.map((term) => doubles.sign(this.at(term)));
    const lead = growths.reduce((best, { lo }, i) => (lo > growths[best].lo ? i : best), 0);
    const gaps = growths.map((own) => doubles.add(own, doubles.neg(growths[lead])));
    if (gaps.some(({ hi }, i) => i !== lead && hi > 0)) {
      if (signs.some((sign) => sign !== signs[0]))
        return cannotTell("terms of which none outgrows the others");
      return {
        lo: Math.min(...growths.map(({ lo }) => lo)),
        hi: Math.max(...growths.map(({ hi }) => hi)),
      };
    }
    let [rest, weighted] = [point(0), point(0)];
    for (const [i, term] of terms.entries()) {
      if (i === lead) continue;
      const ratio = doubles.div(this.at(term), this.at(terms[lead]));
      const all = signs[i] === signs[lead] ? { lo: 0, hi: ratio.hi } : { lo: ratio.lo, hi: 0 };
      rest = doubles.add(rest, all);
      weighted = doubles.add(weighted, doubles.mul(all, gaps[i]));
    }
    return doubles.add(growths[lead], doubles.div(weighted, doubles.add(point(1), rest)));
  }
  call({ name, args }: Call): Span {
    const [of] = args;
    if (name === "exp") return this.exponential(of, point(1));
    if (name === "sqrt") return doubles.mul(point(0.5), this.growth(of));
    if (name === "abs") return this.growth(of);
    // x (log u!)' lies above log(u) x u', since u! grows faster than u^u exp(-u).
    if (name === "factorial" && args.length === 1) {
      const slope = doubles.mul(this.at(of), this.growth(of));
      if (!(this.at(of).lo > 1 && slope.lo > 0)) return cannotTell(name);
      return { lo: slope.lo * Math.log(this.at(of).lo), hi: Infinity };
    }
    if (name === "log" && args.length === 1) {
      const range = this.range(of);
      return doubles.div(this.growth(of), doubles.log(range));
    }
    // A density stands as e^(-x^2/2), up to a factor.
    if (args.length !== 1 || !this.here.point.densities.has(name)) return cannotTell(name);
    const square = doubles.mul(this.range(of), this.range(of));
    return doubles.neg(doubles.mul(square, this.growth(of)));
  }
}

const bounded = (expr: Expr): boolean => expr.kind === "call" && waves.has(expr.name);
