import { Rational } from "../num/index.js";
import {
  addFractions,
  type Fraction,
  fromAtom,
  fromPoly,
  fromRational,
  invert,
  multiplyFractions,
} from "./fraction.js";
import type { Atoms } from "./atoms.js";
import { Unsupported } from "./normalForm.js";
import { exponents, monomial, type Poly } from "./polynomial.js";
import { sumOfFraction } from "./sums.js";

const nothing = fromRational(Rational.of(0n));

/**
 * Derivative of a normal form by a symbol, by the rules for products and quotients and the chain rule over atoms.
 *
 * @throws Unsupported for an atom whose derivative is not known
 */
export function derivative(value: Fraction, name: string, atoms: Atoms): Fraction {
  if (!atoms.depends(value, name)) return nothing;
  // (c n / Πf^e)' = c n' / Πf^e - (c n / Πf^e) Σ e f' / f
  const over = { ...fromRational(value.scale), factors: value.factors };
  let result = multiplyFractions(polyDerivative(value.num, name, atoms), over);
  for (const { poly, exponent } of value.factors.values()) {
    const inner = polyDerivative(poly, name, atoms);
    if (inner.num.size === 0) continue;
    const share = multiplyFractions(inner, invert(fromPoly(poly)));
    const weighted = multiplyFractions(share, fromRational(Rational.of(BigInt(-exponent))));
    result = addFractions(result, multiplyFractions(value, weighted));
  }
  return result;
}

function polyDerivative(poly: Poly, name: string, atoms: Atoms): Fraction {
  let result = nothing;
  for (const [key, coefficient] of poly) {
    const factors = exponents(key);
    for (const [atom, exponent] of factors) {
      if (!atoms.atomDepends(atom, name)) continue;
      const rest = new Map(factors).set(atom, exponent - 1);
      const term = fromPoly(new Map([[monomial(rest), coefficient * BigInt(exponent)]]));
      result = addFractions(result, multiplyFractions(term, atomDerivative(atom, name, atoms)));
    }
  }
  return result;
}

function atomDerivative(key: string, name: string, atoms: Atoms): Fraction {
  const atom = atoms.get(key);
  if (atom.kind === "symbol") return fromRational(Rational.of(1n));
  if (atom.kind === "index")
    throw new Unsupported(`${atom.name}[...] has an index that depends on ${name}`);
  if (atom.kind === "sum") {
    if (atoms.depends(atom.upper, name)) throw new Unsupported(`a sum's limit depends on ${name}`);
    return sumOfFraction(
      derivative(atom.term, name, atoms),
      atom.bound,
      atom.upper,
      atom.upperExpr,
      atoms,
    );
  }
  const [argument] = atom.args;
  const inner = derivative(argument, name, atoms);
  if (atom.name === "exp") return multiplyFractions(fromAtom(key), inner);
  if (atom.name === "log") return multiplyFractions(inner, invert(argument));
  if (atom.name === "sqrt") {
    const twice = multiplyFractions(fromAtom(key), fromRational(Rational.of(2n)));
    return multiplyFractions(inner, invert(twice));
  }
  throw new Unsupported(`the derivative of ${atom.name} by ${name}`);
}
