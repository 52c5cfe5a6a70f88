import { cannotTell, type Field, noValue } from "../numbers/field.js";
import { fraction, isWhole } from "../numbers/fraction.js";
import { type Defined, minus, whole } from "./defined.js";
import { provideProcedures } from "./evaluate.js";
import { functions } from "./functions.js";
import { integral } from "./integrals.js";
import { limit } from "./limits.js";

/** An argument beyond costs hundreds of terms. */
const largestGamma = 200;

/**
 * Gamma(x) = n^x e^-n (sum_k n^k/(x (x + 1) ... (x + k)) + r), where r lies between 0 and 1 for n of 2 x and more
 * (Abramowitz and Stegun, 6.5.29, and the integral from n on); Gamma(x + 1)/x where x is below 1.
 */
const gamma: Defined = (field, [x]) => {
  const exact = field.exactly(x);
  if (!exact) return gammaSeries(field, x);
  if (isWhole(exact) && exact.n <= 0n) return noValue("the gamma function at a pole");
  return kept(field, `${exact.n}/${exact.d}`, () => gammaSeries(field, x));
};
/** Values at fractions: an integrand has them at every step. */
const values = new WeakMap<object, Map<string, unknown>>();
function kept<V>(field: Field<V>, key: string, value: () => V): V {
  const own = (values.get(field) ?? new Map<string, unknown>()) as Map<string, V>;
  values.set(field, own);
  const found = own.get(key) ?? value();
  own.set(key, found);
  return found;
}
function gammaSeries<V>(field: Field<V>, x: V): V {
  const exact = field.exactly(x);
  if (!exact && !field.span) return cannotTell("a derivative of the gamma function");
  const near = field.near(x);
  if (!(Math.abs(near) <= largestGamma)) return cannotTell("the gamma function far out");
  if (near < 1) return field.div(gamma(field, [field.add(x, whole(field, 1))]), x);
  const n = 3 * Math.ceil(near) + 40 + 14 * field.cost;
  const [large, unit] = [whole(field, n), field.between(fraction(0), fraction(1))];
  let term = field.div(whole(field, 1), x);
  let sum = term;
  for (let k = 1; k <= 2 * n; k++) {
    term = field.div(field.mul(term, large), field.add(x, whole(field, k)));
    sum = field.add(sum, term);
  }
  const all = field.add(field.add(sum, field.mul(term, unit)), unit);
  return field.mul(field.exp(field.add(field.mul(x, field.log(large)), field.neg(large))), all);
}
const beta: Defined = (field, [x, y]) =>
  field.div(field.mul(gamma(field, [x]), gamma(field, [y])), gamma(field, [field.add(x, y)]));
/** Beyond, doubles cannot add the alternating terms. */
const largestError = 5;

/** 2/sqrt(pi) sum_n (-1)^n x^(2n + 1)/(n! (2n + 1)), and far out 1 less at most e^(-x^2). */
const erf: Defined = (field, [x]) => {
  if (!field.exactly(x) && !field.span) return cannotTell("a derivative of the error function");
  const near = field.near(x);
  if (near < 0) return field.neg(erf(field, [field.neg(x)]));
  const square = field.mul(x, x);
  const unit = field.between(fraction(0), fraction(1));
  if (!(near <= largestError))
    return minus(field, whole(field, 1), field.mul(field.exp(field.neg(square)), unit));
  const most = 95 + 6 * field.cost;
  let [power, sum] = [x, x];
  for (let n = 1; n <= most; n++) {
    power = field.div(field.mul(power, field.neg(square)), whole(field, n));
    sum = field.add(sum, field.div(power, whole(field, 2 * n + 1)));
  }
  // The terms fall by now, and alternate.
  const all = field.add(sum, field.add(field.mul(power, unit), field.neg(field.mul(power, unit))));
  return field.mul(field.div(whole(field, 2), field.sqrt(field.pi())), all);
};

/** 2 atan(y/(r + x)) with the distance r from the origin, and pi on the ray to the left. */
const atan2: Defined = (field, [y, x]) => {
  const [up, right] = [field.sign(y), field.near(x)];
  const long = field.sqrt(field.add(field.mul(x, x), field.mul(y, y)));
  if (up === 0) {
    const side = field.sign(x);
    if (side === 0) return noValue("the angle of the origin");
    return side > 0 ? whole(field, 0) : field.pi();
  }
  const twice = whole(field, 2);
  // Of two ways to the tangent of half the angle the one that adds two numbers of one sign.
  const tangent =
    right >= 0 ? field.div(y, field.add(long, x)) : field.div(minus(field, long, x), y);
  return field.mul(twice, field.atan(tangent));
};
const ofExponentials =
  (over: -1 | 0 | 1, under: -1 | 1): Defined =>
  (field, [x]) => {
    const power = field.exp(x);
    const inverse = field.div(whole(field, 1), power);
    const joined = (side: number) =>
      side > 0 ? field.add(power, inverse) : minus(field, power, inverse);
    return field.div(over === 0 ? whole(field, 2) : joined(over), joined(under));
  };

/** Adds what is loaded with the first claim that asks for it. */
export function addSpecial(): void {
  provideProcedures({ limit, integral });
  Object.assign(functions, {
    sech: [1, ofExponentials(0, 1)],
    csch: [1, ofExponentials(0, -1)],
    coth: [1, ofExponentials(1, -1)],
    atan2: [2, atan2],
    Gamma: [1, gamma],
    Beta: [2, beta],
    erf: [1, erf],
  });
}
