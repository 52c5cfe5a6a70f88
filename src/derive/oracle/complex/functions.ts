import { fraction } from "../numbers/fraction.js";
import type { Pair, Pairs } from "./pairs.js";

const half = fraction(1, 2);

/** Functions by exponentials and logarithms: sin z = (e^(iz) - e^(-iz))/(2i); undefined for any other. */
export function functionOf<V>(pairs: Pairs<V>, name: string, value: Pair<V>): Pair<V> | undefined {
  const { field } = pairs;
  switch (name) {
    case "exp":
      return pairs.exponential(value);
    case "abs":
      return { re: pairs.size(value) };
    case "square":
      return pairs.mul(value, value);
    case "log":
    case "ln":
      return pairs.logarithm(value);
    case "sqrt": {
      if (value.im === undefined && field.sign(value.re) >= 0) return { re: field.sqrt(value.re) };
      return pairs.exponential(pairs.mul({ re: field.of(half) }, pairs.logarithm(value)));
    }
  }
  return value.im === undefined ? undefined : grownOf(pairs, name, value);
}

/** Sums and differences of e^(cz) and e^(-cz), and quotients of them. */
function grownOf<V>(pairs: Pairs<V>, name: string, value: Pair<V>): Pair<V> | undefined {
  const [one, two] = [1, 2].map((whole): Pair<V> => ({ re: pairs.whole(whole) }));
  const unit = { re: pairs.whole(0), im: pairs.whole(1) };
  const grown = (sign: 1 | -1, by: Pair<V>): Pair<V> => {
    const exponent = pairs.mul(value, by);
    const back = pairs.exponential(pairs.negated(exponent));
    return pairs.add(pairs.exponential(exponent), sign === 1 ? back : pairs.negated(back));
  };
  const over = (divisor: Pair<V>, of: Pair<V>) => pairs.mul(of, pairs.inverse(divisor));
  const values: Record<string, () => Pair<V>> = {
    sin: () => over(pairs.mul(two, unit), grown(-1, unit)),
    cos: () => over(two, grown(1, unit)),
    tan: () => over(pairs.mul(unit, grown(1, unit)), grown(-1, unit)),
    cot: () => over(grown(-1, unit), pairs.mul(unit, grown(1, unit))),
    sinh: () => over(two, grown(-1, one)),
    cosh: () => over(two, grown(1, one)),
    tanh: () => over(grown(1, one), grown(-1, one)),
    sec: () => over(grown(1, unit), two),
    csc: () => over(grown(-1, unit), pairs.mul(two, unit)),
  };
  return Object.hasOwn(values, name) ? values[name]() : undefined;
}
