import { GaveUp } from "../../tree/errors.js";

/** Exponents are counted in this fraction of one, so that roots up to the 16th have whole counts. */
export const whole = 720720;

/** The most units that an exponent may have: so many a double counts without loss, also after a division by `whole`. */
export const mostUnits = 2 ** 50;

/** An exponent in these units. @throws GaveUp for one that is too large to be counted */
export function held(units: number): number {
  if (Math.abs(units) > mostUnits) throw new GaveUp("a power of more than 10^9");
  return units;
}

/** A product of atoms with exponents, one object for one product: equal monomials are identical. */
export interface Monomial {
  readonly id: number;
  /** Numbers of the atoms, ascending. */
  readonly atoms: readonly number[];
  /** Exponents in units of 1/`whole`, none 0. */
  readonly exponents: readonly number[];
  /** Products with other monomials that were already formed. */
  readonly products: Map<number, Monomial>;
  /** Whether an exponent is outside the range that the atom's own relation, such as sqrt(2)^2 = 2, leaves. */
  readonly reducible: boolean;
}

/** The monomials of one decision. */
export class Monomials {
  /** By a number made of atoms and exponents, which few share. */
  readonly #table = new Map<number, Monomial[]>();
  #count = 0;
  readonly one: Monomial;

  /** `made` is told of every new product, which is what memory goes to, and `asked` of one that may be known. */
  constructor(
    private readonly reducible: (atom: number, exponent: number) => boolean,
    private readonly made: () => void,
    private readonly asked: () => void,
  ) {
    this.one = this.of([], []);
  }

  of(atoms: number[], exponents: number[]): Monomial {
    this.asked();
    const hash = hashOf(atoms, exponents);
    const alike = this.#table.get(hash) ?? [];
    const known = alike.find((one) => same(one.atoms, atoms) && same(one.exponents, exponents));
    if (known) return known;
    exponents.forEach(held);
    const reducible = atoms.some((atom, i) => this.reducible(atom, exponents[i]));
    const made = { id: this.#count++, atoms, exponents, products: new Map(), reducible };
    if (alike.push(made) === 1) this.#table.set(hash, alike);
    this.made();
    return made;
  }

  product(left: Monomial, right: Monomial): Monomial {
    if (left === this.one) return right;
    if (right === this.one) return left;
    const known = left.products.get(right.id);
    if (known) return known;
    const product = this.combine(left, right, (a, b) => a + b);
    left.products.set(right.id, product);
    return product;
  }

  /** The monomial whose exponents are `join` of those of two others, 0 where an atom is absent. */
  combine(left: Monomial, right: Monomial, join: (a: number, b: number) => number): Monomial {
    const [atoms, exponents]: [number[], number[]] = [[], []];
    const put = (atom: number, exponent: number) => {
      if (exponent === 0) return;
      atoms.push(atom);
      exponents.push(exponent);
    };
    let [i, j] = [0, 0];
    while (i < left.atoms.length || j < right.atoms.length) {
      const [a, b] = [left.atoms[i] ?? Infinity, right.atoms[j] ?? Infinity];
      if (a === b) put(a, join(left.exponents[i++], right.exponents[j++]));
      else if (a < b) put(a, join(left.exponents[i++], 0));
      else put(b, join(0, right.exponents[j++]));
    }
    return this.of(atoms, exponents);
  }

  /** The monomial with the smaller of each two exponents. */
  lower(left: Monomial, right: Monomial): Monomial {
    return left === right ? left : this.combine(left, right, Math.min);
  }

  over(left: Monomial, right: Monomial): Monomial {
    return right === this.one ? left : this.combine(left, right, (a, b) => a - b);
  }

  /** The exponents times a number that leaves them whole counts. */
  scaled(of: Monomial, factor: number): Monomial {
    if (factor === 0) return this.one;
    return this.of(
      [...of.atoms],
      of.exponents.map((exponent) => exponent * factor),
    );
  }

  single(atom: number, exponent = whole): Monomial {
    return exponent === 0 ? this.one : this.of([atom], [exponent]);
  }
}

/** A number for a product; another product may have the same. */
function hashOf(atoms: readonly number[], exponents: readonly number[]): number {
  let hash = 0;
  for (let i = 0; i < atoms.length; i++) {
    hash = Math.imul(hash, 31) + atoms[i];
    hash = Math.imul(hash ^ exponents[i], 0x9e3779b1);
  }
  return hash | 0;
}

function same(left: readonly number[], right: readonly number[]): boolean {
  if (left.length !== right.length) return false;
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
  return true;
}

/** Lexicographic order: positive if `left` is the larger. It is compatible with products. */
export function compareMonomials(left: Monomial, right: Monomial): number {
  for (let i = 0; ; i++) {
    const [a, b] = [left.atoms[i], right.atoms[i]];
    if (a === undefined && b === undefined) return 0;
    if (b === undefined || (a !== undefined && a < b)) return left.exponents[i];
    if (a === undefined || b < a) return -right.exponents[i];
    const difference = left.exponents[i] - right.exponents[i];
    if (difference !== 0) return difference;
  }
}
