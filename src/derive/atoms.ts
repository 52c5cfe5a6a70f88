import { Rational } from "../num/index.js";
import type { Expr } from "./expression.js";
import {
  addFractions,
  type Fraction,
  fractionKey,
  fromAtom,
  fromRational,
  multiplyFractions,
  powFraction,
} from "./fraction.js";
import { exponents } from "./polynomial.js";

/** What an atom of a normal form stands for. */
export type Atom =
  | { kind: "symbol"; name: string }
  | { kind: "index"; name: string; index: Fraction }
  | { kind: "call"; name: string; args: Fraction[] }
  /** Sum of `term` for `bound` from 1 to `upper`. */
  | { kind: "sum"; term: Fraction; bound: string; upper: Fraction; upperExpr: Expr };

/** The atoms that the normal forms of one decision share. */
export class Atoms {
  readonly byKey = new Map<string, Atom>();
  readonly #keys = new Map<string, string>();

  get(key: string): Atom {
    return this.byKey.get(key) ?? { kind: "symbol", name: key };
  }
  /** An atom's name in monomials: short, and free of the signs that monomials are joined with. */
  private put(text: string, atom: Atom): Fraction {
    const key = this.#keys.get(text) ?? `@${this.#keys.size}`;
    this.#keys.set(text, key);
    this.byKey.set(key, atom);
    return fromAtom(key);
  }
  symbol(name: string): Fraction {
    this.byKey.set(name, { kind: "symbol", name });
    return fromAtom(name);
  }
  index(name: string, index: Fraction): Fraction {
    return this.put(`${name}[${fractionKey(index)}]`, { kind: "index", name, index });
  }
  call(name: string, args: Fraction[]): Fraction {
    return this.put(`${name}(${args.map(fractionKey).join(";")})`, { kind: "call", name, args });
  }
  /** Bound names are numbered from the inside, so that equal sums have equal names wherever they stand. */
  sum(term: Fraction, bound: string, upper: Fraction, upperExpr: Expr): Fraction {
    const own = `#${1 + this.depth(term)}`;
    const renamed = own === bound ? term : this.rename(term, bound, own);
    const text = `sum(${own}:${fractionKey(renamed)};${fractionKey(upper)})`;
    return this.put(text, { kind: "sum", term: renamed, bound: own, upper, upperExpr });
  }

  /** How many sums stand inside one another in a fraction. */
  private depth(value: Fraction): number {
    return Math.max(0, ...this.names(value).map((name) => this.atomDepth(this.get(name))));
  }
  private atomDepth(atom: Atom): number {
    if (atom.kind === "symbol") return 0;
    if (atom.kind === "index") return this.depth(atom.index);
    if (atom.kind === "call") return Math.max(0, ...atom.args.map((arg) => this.depth(arg)));
    return Math.max(1 + this.depth(atom.term), this.depth(atom.upper));
  }
  private names(value: Fraction): string[] {
    const polys = [value.num, ...[...value.factors.values()].map(({ poly }) => poly)];
    return polys.flatMap((poly) => [...poly.keys()].flatMap((key) => [...exponents(key).keys()]));
  }

  /** A fraction with one free name written as another that it does not hold. */
  private rename(value: Fraction, from: string, to: string): Fraction {
    if (!this.depends(value, from)) return value;
    const inPoly = (poly: Fraction["num"]): Fraction => {
      let total = fromRational(Rational.of(0n));
      for (const [key, coefficient] of poly) {
        let term = fromRational(Rational.of(coefficient));
        for (const [name, exponent] of exponents(key)) {
          term = multiplyFractions(term, powFraction(this.renameAtom(name, from, to), exponent));
        }
        total = addFractions(total, term);
      }
      return total;
    };
    let result = multiplyFractions(fromRational(value.scale), inPoly(value.num));
    for (const { poly, exponent } of value.factors.values()) {
      result = multiplyFractions(result, powFraction(inPoly(poly), -exponent));
    }
    return result;
  }
  private renameAtom(key: string, from: string, to: string): Fraction {
    if (!this.atomDepends(key, from)) return fromAtom(key);
    const atom = this.get(key);
    const go = (part: Fraction) => this.rename(part, from, to);
    if (atom.kind === "symbol") return this.symbol(to);
    if (atom.kind === "index") return this.index(atom.name, go(atom.index));
    if (atom.kind === "call") return this.call(atom.name, atom.args.map(go));
    return this.sum(go(atom.term), atom.bound, go(atom.upper), atom.upperExpr);
  }

  /** Whether a fraction depends on a symbol, also through the atoms it is made of. */
  depends(value: Fraction, name: string): boolean {
    const polys = [value.num, ...[...value.factors.values()].map(({ poly }) => poly)];
    return polys.some((poly) =>
      [...poly.keys()].some((key) =>
        [...exponents(key).keys()].some((one) => this.atomDepends(one, name)),
      ),
    );
  }
  atomDepends(key: string, name: string): boolean {
    const atom = this.get(key);
    if (atom.kind === "symbol") return atom.name === name;
    if (atom.kind === "index") return this.depends(atom.index, name);
    if (atom.kind === "call") return atom.args.some((arg) => this.depends(arg, name));
    return this.depends(atom.upper, name) || (atom.bound !== name && this.depends(atom.term, name));
  }
}
