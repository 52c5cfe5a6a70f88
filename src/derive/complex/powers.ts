import { constantValue, rationalOne } from "../tree/constants.js";
import { noProcedure, Unsupported } from "../tree/errors.js";
import {
  call,
  type Expr,
  negate,
  number,
  over,
  symbol,
  times,
  toThe,
  treeKey,
} from "../tree/expression.js";
import { mentions } from "../tree/names.js";
import { partNames } from "./names.js";
import { modulusOf } from "./modulus.js";
import { exponential } from "./parts/functions.js";
import {
  beside,
  divideParts,
  imaginary,
  multiplyParts,
  one,
  type Parts,
  real,
  squareOf,
} from "./parts/parts.js";
import { wholePower } from "./parts/powers.js";
import type { Splitting } from "./splitting.js";
import { isWhole } from "./whole.js";

const branch =
  "a power of a complex number with an exponent that is not known to be whole has several branches: write it by its modulus and an angle";

/** A power by its parts. @throws Unsupported where a branch would have to be chosen */
export function powerOf(base: Expr, exponent: Expr, splitter: Splitting): Parts {
  const value = constantValue(exponent);
  if (value?.isInteger) return wholePower(splitter.of(base), value.num);
  if (isWhole(exponent, splitter.integers)) return symbolicPower(base, exponent, splitter);
  const own = splitter.of(base);
  const power = splitter.of(exponent);
  const plain = splitter.realOf(own);
  if (plain === undefined) throw new Unsupported(branch);
  if (!power.im && splitter.show(value ? "<=" : "<", plain)) return real(toThe(plain, power.re!));
  if (power.im && splitter.show("<", plain))
    return exponential(multiplyParts(real(call("log", plain)), power));
  // The principal square root of a negative number is the one that is written with i.
  if (value?.den === 2n && splitter.show("<", negate(plain))) {
    splitter.branches.add("root");
    return multiplyParts(
      wholePower(imaginary(one), value.num),
      real(toThe(negate(plain), exponent)),
    );
  }
  throw new Unsupported(branch);
}

/** A power with a whole exponent that has names in it. */
function symbolicPower(base: Expr, exponent: Expr, splitter: Splitting): Parts {
  const go = (of: Expr) => powerOf(of, exponent, splitter);
  if (base.kind === "mul") return base.factors.map(go).reduce(multiplyParts);
  if (base.kind === "div") return divideParts(go(base.left), go(base.right));
  if (base.kind === "neg") return multiplyParts(real(toThe(number(-1n), exponent)), go(base.of));
  const own = splitter.of(base);
  if (!own.im) return real(toThe(own.re!, exponent));
  const angle = angleOf(own);
  if (angle) return exponential(imaginary(times(exponent, angle)));
  const isNumber = [own.re, own.im].every((part) => !part || constantValue(part) !== undefined);
  if (isNumber) return ofNumber(base, own, exponent, splitter);
  return ofName(base, own, exponent, splitter);
}

/** The angle t of cos t + i sin t. */
function angleOf({ re, im }: Parts): Expr | undefined {
  if (re?.kind !== "call" || re.name !== "cos" || !im) return undefined;
  const isBack = im.kind === "neg";
  const sine = isBack ? im.of : im;
  if (sine.kind !== "call" || sine.name !== "sin") return undefined;
  if (treeKey(sine.args[0]) !== treeKey(re.args[0])) return undefined;
  return isBack ? negate(re.args[0]) : re.args[0];
}

/** A power of a complex number that is not 0, by its modulus and its angle. */
function ofNumber(base: Expr, own: Parts, exponent: Expr, splitter: Splitting): Parts {
  const { re, im } = own;
  if (!re && im && constantValue(im)?.equals(rationalOne))
    return exponential(imaginary(over(times(exponent, symbol("pi")), number(2n))));
  const angle = call("atan2", im ?? number(0n), re ?? number(0n));
  const size = real(toThe(modulusOf(base, splitter), exponent));
  return multiplyParts(size, exponential(imaginary(times(exponent, angle))));
}

/** z^(n + 1) = z^n z, z^(2 n) = (z^n)^2: what is left is a power with one name, a number of which nothing more is known. */
function ofName(
  base: Expr,
  own: Parts,
  exponent: Expr,
  splitter: Splitting,
  // 0 has powers where the exponent is positive alone.
  isPositive = splitter.show("<", exponent),
): Parts {
  const go = (of: Expr): Parts => {
    const value = constantValue(of);
    return value ? wholePower(own, value.num) : ofName(base, own, of, splitter, isPositive);
  };
  if (exponent.kind === "add") return exponent.terms.map(go).reduce(multiplyParts);
  if (exponent.kind === "neg") return divideParts(real(one), go(exponent.of));
  if (exponent.kind === "mul") {
    const [scale, ...rest] = exponent.factors;
    const value = constantValue(scale);
    if (value?.isInteger && rest.length)
      return wholePower(go(rest.length === 1 ? rest[0] : times(...rest)), value.num);
  }
  const inside = toThe(base, exponent);
  if ([...splitter.bound].some((name) => mentions(inside, name)))
    throw noProcedure("a power of a complex number under a sum, an integral or a derivative");
  const { re, im } = partNames(`${treeKey(base)}^${treeKey(exponent)}`);
  splitter.opaque.add(re);
  const square = squareOf(own);
  const kept = (part: Expr): Expr =>
    isPositive ? beside(part, [own.re, own.im]) : times(part, over(square, square));
  return { re: kept(symbol(re)), im: kept(symbol(im)) };
}
