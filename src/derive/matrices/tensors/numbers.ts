import { Rational } from "../../../num/index.js";
import { lengthAtom, numberAtom } from "../terms/contract.js";
import type { Known } from "./known.js";
import {
  atomTensor,
  baseAtom,
  constantOf,
  functionAtom,
  isZero,
  numberTensor,
  placed,
  scaled,
  tensor,
} from "../terms/normal.js";
import { Outside } from "../terms/outside.js";
import { plainPower, power, type Power, timesPower } from "../terms/powers.js";
import { hadamard } from "./operate.js";
import {
  type Factor,
  factor,
  freeIndices,
  joined,
  lengthOf,
  one,
  rowIndex,
  type Tensor,
  term,
  type Term,
} from "../terms/tensor.js";

/**
 * Every entry to a power.
 *
 * @param isWhole whether the exponent is a whole number, as a sum of lengths is
 */
export function raised(
  of: Tensor,
  exponent: Power,
  known: Known,
  isWhole = plainPower(exponent)?.isInteger === true,
): Tensor {
  const whole = plainPower(exponent);
  const constant = constantOf(of);
  if (constant && whole?.isInteger && (constant.sign !== 0 || whole.sign > 0))
    return numberTensor(constant.pow(Number(whole.num)));
  if (constant && (constant.sign > 0 || (isWhole && constant.sign < 0)))
    return atomTensor(numberAtom(constant), exponent);
  if (isZero(of)) throw new Outside("a power of 0");
  const [only, ...more] = of.terms;
  const isProduct = more.length === 0 && only.summed.size === 0;
  const mayBeSplit =
    isWhole ||
    (only.coefficient.sign > 0 && only.factors.every((each) => known.isPositiveFactor(each)));
  const isOneFactor =
    only.factors.length === 1 &&
    only.coefficient.equals(one) &&
    plainPower(only.factors[0].exponent)?.equals(one) === true;
  if (!isProduct || !(mayBeSplit || isOneFactor))
    return tensor(of, [term([factor(baseAtom(of), freeIndices(of), exponent)])]);
  const factors = only.factors.map((each) => ({
    ...each,
    exponent: timesPower(each.exponent, exponent),
  }));
  if (whole?.isInteger) return tensor(of, [term(factors, only.coefficient.pow(Number(whole.num)))]);
  const number = only.coefficient.equals(one)
    ? []
    : [factor(numberAtom(only.coefficient), [], exponent)];
  return tensor(of, [term([...number, ...factors])]);
}

/** A function of each entry. */
export function applied(name: string, of: Tensor, known: Known): Tensor {
  switch (name) {
    case "sqrt":
      return raised(of, power(Rational.of(1n, 2n)), known);
    case "square":
      return hadamard(of, of);
    case "log":
    case "ln":
      return logarithm(of, known);
    case "exp":
      return isZero(of) ? tensor(of, [term([])]) : plainly("exp", of);
    default:
      return plainly(name, of);
  }
}

const plainly = (name: string, of: Tensor): Tensor =>
  tensor(of, [term([factor(functionAtom(name, of), freeIndices(of))])]);

/** The logarithm of a product of what is positive is the sum of theirs. */
function logarithm(of: Tensor, known: Known): Tensor {
  if (constantOf(of)?.equals(one)) return scaled(of, Rational.of(0n));
  const [only, ...more] = of.terms;
  const isProduct = only !== undefined && more.length === 0 && only.summed.size === 0;
  const isSplit =
    isProduct &&
    only.coefficient.sign > 0 &&
    only.factors.every((each) => known.isPositiveFactor(each));
  if (!isSplit || isLone(only.factors, only.coefficient)) return plainly("log", of);
  const number = only.coefficient.equals(one)
    ? []
    : [plainly("log", numberTensor(only.coefficient))];
  const parts = [
    ...number.map(({ terms }) => terms),
    ...only.factors.map((each) => logarithmOf(of, each, known)),
  ];
  return tensor(of, parts.flat());
}

/** Whether a product is one entry, of which the logarithm stays as it is. */
const isLone = (factors: readonly Factor[], coefficient: Rational): boolean => {
  const [only, ...more] = factors;
  const isPlain =
    coefficient.equals(one) &&
    more.length === 0 &&
    plainPower(only?.exponent ?? new Map())?.equals(one);
  return (
    isPlain === true &&
    !(only.atom.kind === "function" && only.atom.name === "exp") &&
    only.atom.kind !== "base"
  );
};

/** q log(u) for a factor u^q of a tensor, and what stands in an exponential. */
function logarithmOf(of: Tensor, { atom, at, exponent }: Factor, known: Known): Term[] {
  const logs = (): readonly Term[] => {
    if (atom.kind === "function" && atom.name === "exp") return placed(atom.of, at);
    if (atom.kind === "base") return placed(logarithm(atom.of, known), at);
    const rows = at.map((index) => lengthOf(of, index));
    const entry = factor(
      atom,
      rows.map((_, i) => rowIndex(i)),
    );
    return placed(plainly("log", tensor({ rows, columns: [] }, [term([entry])])), at);
  };
  return logs().flatMap((own) => powerTerms(exponent).map((times) => joined(times, own)));
}

/** An exponent as a factor. */
const powerTerms = (exponent: Power): Term[] =>
  [...exponent].map(([names, value]) =>
    term(
      names
        .split("*")
        .filter(Boolean)
        .map((name) => factor(lengthAtom(name))),
      value,
    ),
  );
