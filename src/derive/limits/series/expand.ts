import { logarithm } from "../../functions/logarithm.js";
import { power } from "../../functions/power.js";
import { attempt, noProcedure, Undefined, Unsupported } from "../../tree/errors.js";
import type { Call, Expr } from "../../tree/expression.js";
import { add, subtractForms } from "../../form/ring/addition.js";
import {
  asRational,
  constant,
  divide,
  type Form,
  multiply,
  multiplyAll,
  negated,
  raise,
} from "../../form/ring/form.js";
import { normalForm } from "../../form/normalForm.js";
import { formNames } from "../../form/ring/ring.js";
import { freeNames } from "../../tree/names.js";
import { Rational } from "../../../num/index.js";
import type { Asymptotics } from "./asymptotics.js";
import { NeedMore, type Series, SeriesArithmetic, type Term } from "./series.js";
import { expandCall } from "./expandCall.js";
import { expAtom, exponentialOf } from "./expandExponential.js";

/** Powers with a whole exponent up to this one are products. */
const mostProducts = 6;

/** The expansion of expressions in powers of w = exp(h), where h falls without end. */
export class Expansion {
  readonly math: SeriesArithmetic;

  constructor(
    readonly of: Asymptotics,
    readonly h: Form,
    most: number,
  ) {
    this.math = new SeriesArithmetic(of.asked, most);
  }

  get ctx() {
    return this.of.asked.ctx;
  }

  expand = (expr: Expr): Series => {
    const { math } = this;
    if (!freeNames(expr).has(this.of.name)) return math.of(normalForm(this.ctx, expr));
    switch (expr.kind) {
      case "symbol":
        return math.of(this.of.variable);
      case "neg":
        return math.negated(this.expand(expr.of));
      case "add":
        return math.add(...expr.terms.map(this.expand));
      case "mul":
        return expr.factors.map(this.expand).reduce((a, b) => math.multiply(a, b));
      case "div":
        return math.multiply(
          this.expand(expr.left),
          this.power(this.expand(expr.right), math.constant(-1n)),
        );
      case "pow":
        return this.power(this.expand(expr.left), normalForm(this.ctx, expr.right));
      case "call":
        return this.call(expr);
      default:
        throw noProcedure("this limit");
    }
  };

  call({ name, args }: Call): Series {
    const { math } = this;
    const series = this.expand(args[0]);
    const half = constant(math.ring, Rational.of(1n, 2n));
    switch (name) {
      case "exp":
        return exponentialOf(this, series);
      case "log":
        return this.logarithm(series);
      case "sqrt":
        return this.power(series, half);
      case "abs":
        return this.side(series) < 0 ? math.negated(series) : series;
      case "sign":
        return math.of(math.constant(BigInt(this.side(series))));
      default:
        return expandCall(this, series, name, args[0]);
    }
  }

  /** The first term, whose coefficient is shown to be other than 0; undefined for the series 0. */
  lead({ terms, order }: Series): (Term & { sign: 1 | -1 }) | undefined {
    const [first] = terms;
    if (!first) {
      if (order) throw new NeedMore();
      return undefined;
    }
    const sign = this.of.signOf(first.coefficient);
    if (sign === 0) throw new NeedMore();
    return { ...first, sign };
  }
  /** The sign that the function has far out. */
  side = (series: Series): 1 | -1 | 0 => this.lead(series)?.sign ?? 0;

  /** A series over its first term, without the 1 with which that begins. */
  #rest(series: Series, { exponent, coefficient }: Term): Series {
    const { math } = this;
    const over = math.scaled(series, raise(math.ring, coefficient, -1), negated(exponent));
    return { ...over, terms: over.terms.slice(1) };
  }

  /** A power whose exponent does not contain the variable. */
  power(series: Series, exponent: Form): Series {
    const { math, ctx } = this;
    const plain = asRational(exponent);
    if (plain?.sign === 0) return math.of(math.constant(1n));
    if (plain?.isInteger && plain.sign > 0 && plain.num <= mostProducts) {
      let product = series;
      for (let k = 1n; k < plain.num; k++) product = math.multiply(product, series);
      return product;
    }
    const isSimple = series.terms.length === 1 && !series.order && plain?.isInteger;
    const lead = isSimple ? this.#leadNonzero(series.terms[0]) : this.lead(series);
    if (!lead) {
      if (this.of.asked.sign(exponent) <= 0) throw new Undefined("a denominator is 0");
      return series;
    }
    if (!plain?.isInteger && lead.sign < 0)
      throw new Undefined(
        "a power with an exponent that is no integer is taken of what is negative",
      );
    if (!plain?.isInteger) ctx.signs.learn(lead.coefficient, ">", "");
    const first = this.#powerOf(lead.coefficient, exponent);
    const rest = math.composed(this.#rest(series, lead), (k) => this.#choose(exponent, k));
    return math.scaled(rest, first, multiply(math.ring, lead.exponent, exponent));
  }
  /** A root of a high degree stays an exponential. */
  #powerOf(base: Form, exponent: Form): Form {
    const found = attempt(() => power(this.ctx, base, exponent));
    if (found) return found;
    return expAtom(this.ctx, multiply(this.math.ring, exponent, logarithm(this.ctx, base)));
  }
  /** Of one term a whole power needs no more than that it is not 0. */
  #leadNonzero(term: Term): Term & { sign: 1 | -1 } {
    if (formNames(this.math.ring, term.coefficient).has(this.of.name))
      return this.lead({ terms: [term] })!;
    this.of.asked.nonzero(term.coefficient);
    return { ...term, sign: 1 };
  }
  /** a (a - 1) ... (a - k + 1)/k! */
  #choose(a: Form, k: number): Form {
    const { ring } = this.math;
    const factors = Array.from({ length: k }, (_, i) =>
      divide(ring, subtractForms(ring, a, constant(ring, i)), constant(ring, i + 1)),
    );
    return multiplyAll(ring, factors);
  }

  logarithm(series: Series): Series {
    const { math, ctx } = this;
    const lead = this.lead(series);
    if (!lead || lead.sign < 0) throw new Undefined("a logarithm is taken of what is not positive");
    ctx.signs.learn(lead.coefficient, ">", "");
    const first = add(
      math.ring,
      logarithm(ctx, lead.coefficient),
      multiply(math.ring, lead.exponent, this.h),
    );
    const rest = math.composed(this.#rest(series, lead), (k) =>
      constant(math.ring, k === 0 ? 0n : Rational.of(k % 2 ? 1n : -1n, BigInt(k))),
    );
    return math.add(math.of(first), rest);
  }

  /** What a series has at the exponent 0, and what is smaller; nothing in it may be larger. */
  split(series: Series): { value: Form; rest: Series } {
    const { math } = this;
    const zero = math.constant(0n);
    let value = zero;
    const terms: Term[] = [];
    for (const term of series.terms) {
      const order = math.compare(term.exponent, zero);
      if (order < 0) throw new Unsupported("the argument of a function has no bound");
      if (order === 0) value = term.coefficient;
      else terms.push(term);
    }
    if (series.order && math.compare(series.order, zero) <= 0) throw new NeedMore();
    return { value, rest: { ...series, terms } };
  }
  /** Whether the first term grows as a power of w. */
  grows(series: Series): boolean {
    const { math } = this;
    const lead = series.terms[0];
    if (!lead) {
      if (series.order && math.compare(series.order, math.constant(0n)) <= 0) throw new NeedMore();
      return false;
    }
    return math.compare(lead.exponent, math.constant(0n)) < 0 && this.side(series) !== 0;
  }
}

export function factorial(k: number): bigint {
  return k < 2 ? 1n : BigInt(k) * factorial(k - 1);
}
