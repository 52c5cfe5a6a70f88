import { type Form, fromPoly, isZero } from "../form/ring/form.js";
import type { Kinds } from "../form/kinds.js";
import { signPieces } from "../form/ring/pieces.js";
import { divideExactly, type Poly, samePoly, scalePoly } from "../form/ring/polynomial.js";
import type { Atom, Ring } from "../form/ring/ring.js";
import type { Bounds, Comparison, Fact, Sign, Signs } from "../form/signs.js";
import { atomSign } from "./atomSign.js";
import { BoundTable } from "./bounds.js";
import { byFactor, byFacts } from "./combination.js";
import { byMonotony } from "./comparison.js";
import { constantSign } from "./constants.js";
import { numeratorSign } from "./numeratorSign.js";
import { plainProduct, positiveByShape } from "./positivity.js";

/** Attempts to write a polynomial by facts within one question. */
const mostEffort = 250;

/** Questions within questions: each level asks several, so that one more multiplies the work. */
const deepest = 6;
/** Terms of a polynomial whose sign is asked: the ways to show it try each pair of terms, or each fact for each term. */
const longest = 60;
/** Factors of unknown sign, and products of their terms, that a fact is multiplied out from. */
const mostOpen = 3;
const mostProducts = 100;

/** Answers about signs from facts. It never says more than it can show; `used` gathers the facts it rested on. */
export class FactTable implements Signs {
  #facts: Fact[] = [];
  #bounds: BoundTable;
  #integers = new Set<string>();
  /** Names that stand for any index, so that a bound on their entry is one on all. */
  readonly every = new Set<string>();
  #known = new Map<number, Sign | null>();
  #busy = 0;
  #effort = 0;
  used = new Set<string>();

  constructor(
    readonly ring: Ring,
    readonly kinds: Kinds,
    readonly densities: ReadonlySet<string>,
  ) {
    this.#bounds = new BoundTable(ring);
  }

  get facts(): readonly Fact[] {
    return this.#facts;
  }

  /** Runs `work` and forgets the facts that were added inside. */
  scoped<T>(work: () => T): T {
    const saved = [this.#facts, this.#bounds, this.#integers] as const;
    this.#facts = [...saved[0]];
    this.#bounds = saved[1].copy();
    this.#integers = new Set(saved[2]);
    try {
      return work();
    } finally {
      [this.#facts, this.#bounds, this.#integers] = saved;
      this.#known.clear();
    }
  }

  integer(name: string): void {
    if (this.#integers.has(name)) return;
    this.#integers.add(name);
    this.#known.clear();
  }
  isIntegerName(name: string): boolean {
    return name.startsWith("#") || this.#integers.has(name);
  }
  bounds(id: number): Bounds {
    return this.#bounds.of(id);
  }

  /** Adds `form relation 0`, in its pieces: factors of known sign go, what a product needs each piece needs. */
  learn(form: Form, relation: Comparison, text: string): void {
    if (isZero(form)) return;
    this.#known.clear();
    const pieces = signPieces(this.ring, form);
    if (relation !== ">=") {
      for (const { poly } of pieces) this.#facts.push({ poly, relation: "!=", text });
    }
    if (relation === "!=") return;
    let side = form.scale.sign;
    const open: Poly[] = [];
    for (const { poly, exponent, atom } of pieces) {
      const sign = this.#pieceSign(poly, atom);
      if (sign && !sign.weak) side *= exponent % 2 && sign.side < 0 ? -1 : 1;
      else if (!Number.isInteger(exponent) || exponent % 2 !== 0) open.push(poly);
      else if (relation === ">=") return;
    }
    if (open.length === 0 || open.length > mostOpen) return;
    let poly = open[0];
    for (const factor of open.slice(1)) {
      if (poly.size * factor.size > mostProducts) return;
      poly = plainProduct(this.ring, poly, factor);
    }
    this.learnPoly(scalePoly(poly, side < 0 ? -1n : 1n), relation, text);
  }
  /** Adds `poly relation 0` as it is. */
  learnPoly(poly: Poly, relation: ">" | ">=", text: string): void {
    this.#facts.push({ poly, relation, text });
    this.#bounds.add(poly, relation === ">", text, {
      isInteger: (name) => this.isIntegerName(name),
      isEvery: (name) => this.every.has(name),
    });
    this.#known.clear();
  }

  positive(form: Form): boolean {
    const sign = this.sign(form);
    return sign !== undefined && sign.side > 0 && !sign.weak;
  }
  nonnegative(form: Form): boolean {
    return isZero(form) || this.sign(form)?.side === 1;
  }
  nonzero(form: Form): boolean {
    if (isZero(form)) return false;
    return signPieces(this.ring, form).every(({ poly, atom }) => this.#pieceNonzero(poly, atom));
  }

  /** The sign of a form that is not 0, where it can be shown. */
  sign(form: Form): Sign | undefined {
    if (isZero(form)) return undefined;
    let side = form.scale.sign as 1 | -1;
    let weak = false;
    for (const { poly, exponent, atom } of signPieces(this.ring, form)) {
      const even = Number.isInteger(exponent) && exponent % 2 === 0;
      const sign = this.#pieceSign(poly, atom);
      if (!sign && !even) return numeratorSign(this, form);
      if (!even && sign!.side < 0) side = -side as 1 | -1;
      if ((!sign || sign.weak) && !this.#pieceNonzero(poly, atom)) weak = true;
    }
    return { side, weak };
  }

  #pieceSign(poly: Poly, atom?: Atom): Sign | undefined {
    return atom ? atomSign(this, atom) : this.polySign(poly);
  }
  #pieceNonzero(poly: Poly, atom?: Atom): boolean {
    const sign = this.#pieceSign(poly, atom);
    if (sign && !sign.weak) return true;
    if (atom?.kind === "abs" || atom?.kind === "power" || atom?.kind === "root") {
      return this.nonzero(atom.of);
    }
    return this.#statedNonzero(poly) || this.#nonzeroByDivision(poly);
  }
  #statedNonzero(poly: Poly): boolean {
    const known = this.#nonzeros().find(
      (own) => samePoly(own.poly, poly) || samePoly(own.poly, scalePoly(poly, -1n)),
    );
    if (known) this.used.add(known.text);
    return known !== undefined;
  }
  /** Whether an atom is known to be other than 0 by a fact that says so. */
  knownNonzero(id: number): boolean {
    return this.#statedNonzero(new Map([[this.ring.monomials.single(id), 1n]]));
  }
  #nonzeros(): Fact[] {
    return this.#facts.filter(({ relation }) => relation === "!=");
  }
  /** A factor of what is not 0 is not 0, and neither is a product of such. */
  #nonzeroByDivision(poly: Poly): boolean {
    if (poly.size > longest) return false;
    for (const { poly: known, text } of this.#nonzeros()) {
      const factor =
        known.size > 1 &&
        known.size <= longest &&
        divideExactly(this.ring, known, poly) !== undefined;
      const quotient = factor ? undefined : divideExactly(this.ring, poly, known);
      const smaller = quotient !== undefined && quotient.size < poly.size;
      if (factor || (smaller && this.nonzero(fromPoly(this.ring, quotient)))) {
        this.used.add(text);
        return true;
      }
    }
    return false;
  }

  /** Whether one more attempt is worth it within the question that was asked first. */
  attempt(): boolean {
    return --this.#effort >= 0;
  }

  /** The sign of a polynomial, by its shape, its bounds, or the facts of which it is a positive combination. */
  polySign(poly: Poly): Sign | undefined {
    const key = this.ring.polyId(poly);
    const known = this.#known.get(key);
    if (known !== undefined) return known ?? undefined;
    if (this.#busy > deepest || poly.size > longest) return undefined;
    if (this.#busy === 0) this.#effort = mostEffort;
    this.#busy++;
    this.#known.set(key, null); // what asks for it again on the way gets no answer
    const sign = this.#polySign(poly) ?? byMonotony(this, poly);
    this.#busy--;
    this.#known.set(key, sign ?? null);
    return sign;
  }

  #polySign(poly: Poly): Sign | undefined {
    const number = constantSign(this.ring, poly);
    if (number) return { side: number, weak: false };
    for (const side of [1, -1] as const) {
      const own = side > 0 ? poly : scalePoly(poly, -1n);
      const strength = positiveByShape(this, own) ?? byFacts(this, own, 2) ?? byFactor(this, own);
      if (strength) return { side, weak: strength === "nonnegative" };
    }
    return undefined;
  }
}
