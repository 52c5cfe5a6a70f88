import { cannotTell, type Field, noValue } from "../numbers/field.js";
import { fraction } from "../numbers/fraction.js";

/** An enclosure of a complex number; one without an imaginary part is real for certain. */
export interface Pair<V> {
  re: V;
  im?: V;
}

/** A larger power costs more than it tells. */
const mostPower = 2000n;

/** Arithmetic with enclosures of complex numbers. */
export class Pairs<V> {
  constructor(
    readonly field: Field<V>,
    /** What was taken of which there are several branches. */
    readonly branches: Set<string>,
  ) {}

  whole = (value: number | bigint): V => this.field.of(fraction(value));

  conjugate = ({ re, im }: Pair<V>): Pair<V> => ({ re, im: im && this.field.neg(im) });
  negated = ({ re, im }: Pair<V>): Pair<V> => ({
    re: this.field.neg(re),
    im: im && this.field.neg(im),
  });
  add = (a: Pair<V>, b: Pair<V>): Pair<V> => ({
    re: this.field.add(a.re, b.re),
    im: a.im === undefined ? b.im : b.im === undefined ? a.im : this.field.add(a.im, b.im),
  });
  mul = (a: Pair<V>, b: Pair<V>): Pair<V> => {
    const { mul, add, neg } = this.field;
    if (a.im === undefined && b.im === undefined) return { re: mul(a.re, b.re) };
    if (a.im === undefined) return { re: mul(a.re, b.re), im: mul(a.re, b.im!) };
    if (b.im === undefined) return { re: mul(a.re, b.re), im: mul(a.im, b.re) };
    return {
      re: add(mul(a.re, b.re), neg(mul(a.im, b.im))),
      im: add(mul(a.re, b.im), mul(a.im, b.re)),
    };
  };

  /** |z|^2 */
  square = ({ re, im }: Pair<V>): V => {
    const { mul, add } = this.field;
    return im === undefined ? mul(re, re) : add(mul(re, re), mul(im, im));
  };

  inverse(value: Pair<V>): Pair<V> {
    const { div } = this.field;
    if (value.im === undefined) return { re: div(this.whole(1), value.re) };
    const size = this.square(value);
    const back = this.conjugate(value);
    return { re: div(back.re, size), im: div(back.im!, size) };
  }

  size = (value: Pair<V>): V =>
    value.im === undefined ? this.field.abs(value.re) : this.field.sqrt(this.square(value));

  /** The angle between -pi and pi, by the arctangent of half of it: tan(t/2) = y/(|z| + x). */
  angle = (value: Pair<V>): V => {
    const { field } = this;
    const { re, im = this.whole(0) } = value;
    if (field.sign(im) === 0) {
      const sign = field.sign(re);
      if (sign === 0) return noValue("the angle of 0");
      this.branches.add("angle");
      return sign > 0 ? this.whole(0) : field.pi();
    }
    this.branches.add("angle");
    const tangent = field.div(im, field.add(this.size(value), re));
    return field.mul(this.whole(2), field.atan(tangent));
  };

  logarithm = (value: Pair<V>): Pair<V> => {
    const { field } = this;
    if (value.im === undefined && field.sign(value.re) > 0) return { re: field.log(value.re) };
    return { re: field.log(this.size(value)), im: this.angle(value) };
  };

  exponential = ({ re, im }: Pair<V>): Pair<V> => {
    const { field } = this;
    const size = field.exp(re);
    if (im === undefined) return { re: size };
    return { re: field.mul(size, field.cos(im)), im: field.mul(size, field.sin(im)) };
  };

  wholePower(base: Pair<V>, n: bigint, isFixed: boolean): Pair<V> {
    if (n < 0n) return this.inverse(this.wholePower(base, -n, true));
    if (n > mostPower) return cannotTell("a large power");
    if (n === 0n && !isFixed && this.field.sign(this.square(base)) === 0) return cannotTell("0^0");
    let value: Pair<V> = { re: this.whole(1) };
    for (const bit of n.toString(2)) {
      value = this.mul(value, value);
      if (bit === "1") value = this.mul(value, base);
    }
    return value;
  }
}
