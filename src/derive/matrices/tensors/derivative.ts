import { Rational } from "../../../num/index.js";
import { lengthAtom } from "../terms/contract.js";
import { inverseOf } from "./inverse.js";
import type { Known } from "./known.js";
import { placed } from "../terms/normal.js";
import { slope } from "./slope.js";
import { Outside } from "../terms/outside.js";
import { plusPower, power, type Power, powerKey } from "../terms/powers.js";
import {
  delta,
  type Factor,
  factor,
  freshIndex,
  type Index,
  joined,
  type Tensor,
  term,
  type Term,
} from "../terms/tensor.js";

/** By what is differentiated: a name, and the indices of its entry. */
export interface Variable {
  name: string;
  at: readonly Index[];
}

/** The derivative of a tensor, by the entry of an array or by a number: the product rule over the factors of each term. */
export function derivativeTerms(
  of: Tensor,
  at: readonly Index[],
  by: Variable,
  known: Known,
): Term[] {
  return placed(of, at).flatMap((own) =>
    own.factors.flatMap((each) => {
      const others = { ...own, factors: own.factors.filter((other) => other !== each) };
      const outer = lowered(each);
      return ofFactor(each, by, known).flatMap((inner) =>
        outer.map((before) => joined(joined(others, before), inner)),
      );
    }),
  );
}

/** q u^(q - 1), for u^q; 1 where q is 1. */
function lowered({ atom, at, exponent }: Factor): Term[] {
  if (powerKey(exponent) === "1") return [term([])];
  const less: Power = plusPower(exponent, power(-1n));
  const left = less.size ? [factor(atom, at, less)] : [];
  return [...exponent].map(([names, value]) => {
    const lengths = names
      .split("*")
      .filter(Boolean)
      .map((name) => factor(lengthAtom(name)));
    return term([...lengths, ...left], value);
  });
}

function ofFactor({ atom, at }: Factor, by: Variable, known: Known): Term[] {
  switch (atom.kind) {
    case "number":
    case "delta":
      return [];
    case "name":
      if (atom.holds?.has(by.name)) throw new Outside(`a derivative of ${atom.name} by ${by.name}`);
      return atom.name === by.name ? [term([])] : [];
    case "array":
      if (atom.name !== by.name) return [];
      if (atom.symmetric || atom.orthogonal)
        throw new Outside(
          `a derivative by the entries of ${atom.name}, which depend on one another`,
        );
      return [term(at.map((index, i) => delta(index, by.at[i])))];
    case "inverse":
      return ofInverse(atom.of, at, by, known);
    case "determinant":
      return ofDeterminant(atom.of, factor(atom), by, known);
    case "base":
      return derivativeTerms(atom.of, at, by, known);
    case "function": {
      const outer = placed(slope(atom.name, atom.of, known), at);
      return derivativeTerms(atom.of, at, by, known).flatMap((inner) =>
        outer.map((own) => joined(own, inner)),
      );
    }
  }
}

/** d(M^-1) = -M^-1 dM M^-1 */
function ofInverse(
  of: Tensor,
  [row, column]: readonly Index[],
  by: Variable,
  known: Known,
): Term[] {
  const [a, b] = [freshIndex(), freshIndex()];
  const inverse = inverseOf(of);
  const [left, right] = [placed(inverse, [row, a]), placed(inverse, [b, column])];
  const summed = new Map([a, b].map((index) => [index, of.rows[0]]));
  return derivativeTerms(of, [a, b], by, known).flatMap((inner) =>
    left.flatMap((one) =>
      right.map((other) => within(joined(joined(one, inner), other), summed, -1n)),
    ),
  );
}

/** d det(M) = det(M) tr(M^-1 dM) */
function ofDeterminant(of: Tensor, own: Factor, by: Variable, known: Known): Term[] {
  const [a, b] = [freshIndex(), freshIndex()];
  const inverse = placed(inverseOf(of), [b, a]);
  const summed = new Map([a, b].map((index) => [index, of.rows[0]]));
  return derivativeTerms(of, [a, b], by, known).flatMap((inner) =>
    inverse.map((each) => within(joined(joined(term([own]), each), inner), summed, 1n)),
  );
}

const within = (of: Term, more: ReadonlyMap<Index, string>, sign: bigint): Term => ({
  ...of,
  coefficient: of.coefficient.mul(Rational.of(sign)),
  summed: new Map([...of.summed, ...more]),
});
