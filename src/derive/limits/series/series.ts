import { GaveUp } from "../../tree/errors.js";
import { add, subtractForms } from "../../form/ring/addition.js";
import {
  asRational,
  constant,
  type Form,
  isZero,
  multiply,
  negated,
} from "../../form/ring/form.js";
import type { Asked } from "./asked.js";

/**
 * A function near infinity as a sum of powers of one small function w, the smallest exponent first: the coefficients
 * change more slowly than any power of w. What is left out is of the order w^order, nothing where that is undefined.
 */
export interface Series {
  terms: Term[];
  order?: Form;
}

export interface Term {
  exponent: Form;
  coefficient: Form;
}

/** More terms are needed: those that were kept cancel. */
export class NeedMore extends GaveUp {
  constructor() {
    super("terms of a series that cancel");
  }
}

/** Arithmetic with series of which at most `most` terms are kept. */
export class SeriesArithmetic {
  constructor(
    readonly asked: Asked,
    readonly most: number,
  ) {}

  get ring() {
    return this.asked.ctx.ring;
  }
  constant(value: bigint): Form {
    return constant(this.ring, value);
  }
  of(coefficient: Form, exponent = this.constant(0n)): Series {
    return { terms: isZero(coefficient) ? [] : [{ exponent, coefficient }] };
  }

  compare(one: Form, two: Form): number {
    const [a, b] = [asRational(one), asRational(two)];
    if (a && b) return a.compare(b);
    return this.asked.sign(subtractForms(this.ring, one, two));
  }
  /** The lower of two orders, either of which may be missing. */
  lower(one: Form | undefined, two: Form | undefined): Form | undefined {
    if (!one || !two) return one ?? two;
    return this.compare(one, two) <= 0 ? one : two;
  }

  add(...all: Series[]): Series {
    const order = all.reduce<Form | undefined>((low, own) => this.lower(low, own.order), undefined);
    const sums: Term[] = [];
    for (const { exponent, coefficient } of all.flatMap(({ terms }) => terms)) {
      if (order && this.compare(exponent, order) >= 0) continue;
      let at = 0;
      let gap = 1;
      while (at < sums.length && (gap = this.compare(sums[at].exponent, exponent)) < 0) at++;
      if (at < sums.length && gap === 0) {
        sums[at] = { exponent, coefficient: add(this.ring, sums[at].coefficient, coefficient) };
      } else sums.splice(at, 0, { exponent, coefficient });
    }
    return this.#kept(
      sums.filter(({ coefficient }) => !isZero(coefficient)),
      order,
    );
  }

  multiply(one: Series, two: Series): Series {
    const low = (own: Series) => own.terms[0]?.exponent ?? own.order;
    const beyond = (own: Series, other: Series): Form | undefined => {
      const start = low(other);
      return own.order && start && add(this.ring, own.order, start);
    };
    const order = this.lower(beyond(one, two), beyond(two, one));
    const parts = one.terms.map((term): Series => ({
      terms: two.terms.map(({ exponent, coefficient }) => ({
        exponent: add(this.ring, term.exponent, exponent),
        coefficient: multiply(this.ring, term.coefficient, coefficient),
      })),
    }));
    return this.add(...parts, { terms: [], order });
  }

  scaled(series: Series, by: Form, shift = this.constant(0n)): Series {
    return this.multiply(series, this.of(by, shift));
  }
  negated(series: Series): Series {
    const terms = series.terms.map((term) => ({ ...term, coefficient: negated(term.coefficient) }));
    return { ...series, terms };
  }

  /** f(0) + f'(0) u + ... of a series u without a constant, by the coefficients of f. */
  composed(small: Series, coefficients: (k: number) => Form): Series {
    const first = small.terms[0]?.exponent ?? small.order;
    let sum = this.of(coefficients(0));
    if (!first) return sum;
    let power = this.of(this.constant(1n));
    for (let k = 1; k <= this.most; k++) {
      power = this.multiply(power, small);
      sum = this.add(sum, this.scaled(power, coefficients(k)));
    }
    const order = multiply(this.ring, first, this.constant(BigInt(this.most + 1)));
    return this.add(sum, { terms: [], order });
  }

  #kept(terms: Term[], order: Form | undefined): Series {
    if (terms.length <= this.most) return { terms, ...(order ? { order } : {}) };
    return { terms: terms.slice(0, this.most), order: terms[this.most].exponent };
  }
}
