import type { Field } from "../numbers/field.js";
import { fraction } from "../numbers/fraction.js";
import { jets } from "../numbers/jets.js";
import type { Point, Polynomial } from "../claim/point.js";

export function polynomialAt<V>(field: Field<V>, { terms }: Polynomial, args: V[]): V {
  return terms
    .map(({ scale, powers }) =>
      powers.reduce((value, power, i) => {
        let product = value;
        for (let k = 0; k < power; k++) product = field.mul(product, args[i]);
        return product;
      }, field.of(scale)),
    )
    .reduce(field.add);
}

/** A function that nothing is known of: a polynomial, or a density; `f'2` is the derivative by the second argument. */
export function openFunction<V>(field: Field<V>, point: Point, name: string, args: V[]): V {
  const [, fn, k] = /^(.+)'(\d+)$/.exec(name) ?? [];
  if (fn !== undefined) {
    const one = field.of(fraction(1));
    const series = args.map((arg, i) => (i === Number(k) - 1 ? [arg, one] : [arg]));
    return openFunction(jets(field, 1), point, fn, series)[1] ?? field.of(fraction(0));
  }
  if (!point.densities.has(name))
    return polynomialAt(field, point.unknown(name, args.length), args);
  // The first argument is normal, each other one normal around the one before.
  return args
    .map((arg, i) => normal(field, i ? field.add(arg, field.neg(args[i - 1])) : arg))
    .reduce(field.mul);
}

/** e^(-x^2/2)/sqrt(2 pi). */
function normal<V>(field: Field<V>, x: V): V {
  const half = field.of(fraction(-1, 2));
  const height = field.sqrt(field.mul(field.of(fraction(2)), field.pi()));
  return field.div(field.exp(field.mul(half, field.mul(x, x))), height);
}
