import { Rational } from "../../num/index.js";
import type { Form } from "../form/ring/form.js";
import { whole } from "../form/ring/monomial.js";
import type { Poly } from "../form/ring/polynomial.js";
import type { Ring } from "../form/ring/ring.js";
import type { Bound, Bounds } from "../form/signs.js";

/** What is known of names. */
interface Names {
  isInteger(name: string): boolean;
  /** Whether a name stands for every index. */
  isEvery(name: string): boolean;
}

/** Bounds by numbers on single atoms, and on all entries of a family. */
export class BoundTable {
  constructor(
    private readonly ring: Ring,
    private readonly atoms = new Map<number, Bounds>(),
    private readonly families = new Map<string, Bounds>(),
  ) {}

  copy(): BoundTable {
    return new BoundTable(this.ring, new Map(this.atoms), new Map(this.families));
  }

  of(id: number): Bounds {
    const atom = this.ring.atoms[id];
    if (atom.kind === "pi") {
      const bound = (value: bigint) => ({ value: Rational.of(value), strict: true, text: "" });
      return { lower: bound(3n), upper: bound(4n) };
    }
    const own = this.atoms.get(id) ?? {};
    return atom.kind === "index" ? { ...this.families.get(atom.name), ...own } : own;
  }

  /** Takes `c x + d > 0` or `>= 0` as a bound of the atom x. */
  add(poly: Poly, strict: boolean, text: string, names: Names): void {
    const { one } = this.ring.monomials;
    const terms = [...poly].filter(([term]) => term !== one);
    if (terms.length !== 1) return;
    const [[term, slope]] = terms;
    if (term.atoms.length !== 1 || term.exponents[0] !== whole) return;
    const id = term.atoms[0];
    const atom = this.ring.atoms[id];
    const integral = atom.kind === "symbol" && names.isInteger(atom.name);
    const value = Rational.of(-(poly.get(one) ?? 0n), slope);
    const bound = integral ? rounded(value, strict, slope > 0n, text) : { value, strict, text };
    this.atoms.set(id, tightened(this.atoms.get(id), bound, slope > 0n));
    if (atom.kind === "index" && atom.indices.every((index) => this.#isEvery(index, names))) {
      this.families.set(atom.name, tightened(this.families.get(atom.name), bound, slope > 0n));
    }
  }

  /** `x[n] > 0` speaks of every entry where n is any index; `x[2*n]` and `x[1]` do not. */
  #isEvery(index: Form, { isEvery }: Names): boolean {
    const { atoms, exponents } = index.mono;
    if (index.factors.length || atoms.length !== 1 || exponents[0] !== whole) return false;
    const atom = this.ring.atoms[atoms[0]];
    return index.scale.equals(Rational.of(1n)) && atom.kind === "symbol" && isEvery(atom.name);
  }
}

/** A bound on an integer is the next integer inside. */
function rounded(value: Rational, strict: boolean, below: boolean, text: string): Bound {
  const floor = value.floor();
  if (below) value = Rational.of(strict || !value.isInteger ? floor + 1n : floor);
  else value = Rational.of(strict && value.isInteger ? floor - 1n : floor);
  return { value, strict: false, text };
}

function tightened(bounds: Bounds = {}, bound: Bound, below: boolean): Bounds {
  const side = below ? "lower" : "upper";
  const old = bounds[side];
  const order = old ? bound.value.compare(old.value) : 0;
  if (old && (below ? order < 0 : order > 0)) return bounds;
  if (old && order === 0 && (old.strict || !bound.strict)) return bounds;
  return { ...bounds, [side]: bound };
}
