import { call, type Expr } from "../../tree/expression.js";
import {
  divideParts,
  imaginary,
  multiplyParts,
  negateParts,
  one,
  type Parts,
  real,
} from "./parts.js";

/** e^(x + i y) = e^x (cos y + i sin y). */
export function exponential({ re, im }: Parts): Parts {
  const size = re && call("exp", re);
  if (!im) return real(size ?? one);
  const turn = { re: call("cos", im), im: call("sin", im) };
  return size ? multiplyParts(real(size), turn) : turn;
}

/** f(x) g(y) of a sum of angles; what is absent is an angle of 0. */
const waves =
  (even: [string, string], odd: [string, string], sign: 1 | -1) =>
  ({ re: x, im: y }: Parts): Parts => {
    const own = (name: string, of: Expr) => real(call(name, of));
    if (!y) return own(even[0], x!);
    const along = own(even[1], y);
    const first = x ? multiplyParts(own(even[0], x), along) : startsAtOne(even[0]) ? along : {};
    const across = own(odd[1], y);
    const second = x ? multiplyParts(own(odd[0], x), across) : startsAtOne(odd[0]) ? across : {};
    const turned = multiplyParts(imaginary(one), second);
    const signed = sign === 1 ? turned : negateParts(turned);
    return { re: first.re, im: signed.im };
  };

/** Whether a function is 1 at 0 and not 0 there. */
const startsAtOne = (name: string): boolean => name.startsWith("cos");

const sin = waves(["sin", "cosh"], ["cos", "sinh"], 1);
const cos = waves(["cos", "cosh"], ["sin", "sinh"], -1);
const sinh = waves(["sinh", "cos"], ["cosh", "sin"], 1);
const cosh = waves(["cosh", "cos"], ["sinh", "sin"], 1);

/** Functions that are one value everywhere in the plane but at poles, by their real and imaginary parts. */
export const entire: Readonly<Record<string, (of: Parts) => Parts>> = {
  exp: exponential,
  sin,
  cos,
  sinh,
  cosh,
  square: (of) => multiplyParts(of, of),
  tan: (of) => divideParts(sin(of), cos(of)),
  cot: (of) => divideParts(cos(of), sin(of)),
  sec: (of) => divideParts(real(one), cos(of)),
  csc: (of) => divideParts(real(one), sin(of)),
  tanh: (of) => divideParts(sinh(of), cosh(of)),
  coth: (of) => divideParts(cosh(of), sinh(of)),
  sech: (of) => divideParts(real(one), cosh(of)),
  csch: (of) => divideParts(real(one), sinh(of)),
};
