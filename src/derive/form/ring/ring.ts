import { GaveUp } from "../../tree/errors.js";
import { countWork } from "../../tree/work.js";
import { partsOf } from "./atomParts.js";
import { type Form, formKey, fromPoly } from "./form.js";
import { type Monomial, Monomials, whole } from "./monomial.js";
import { accumulate, type Poly, samePoly, sizeOf } from "./polynomial.js";

/** What a power of an atom beyond its range is worth: atom^span = `worth`, a polynomial. */
export interface Relation {
  span: number;
  worth: Poly;
}

/** What an atom of a ring stands for. */
export type Meaning =
  | { kind: "symbol"; name: string }
  | { kind: "pi" }
  /** A prime under a root, its exponent from 0 to below 1. */
  | { kind: "prime"; value: bigint }
  | { kind: "index"; name: string; indices: Form[] }
  | { kind: "exp" | "abs" | "log"; of: Form }
  /** The principal root of what is not negative. */
  | { kind: "root"; of: Form; degree: number }
  /** The real cube root of what has no known sign. */
  | { kind: "cbrt"; of: Form }
  /** A base of unknown sign to an exponent that is an integer. */
  | { kind: "power"; of: Form; exponent: Form }
  /** Sum or product of `body` for the bound name from 1 to `upto`. */
  | { kind: "sum" | "prod"; body: Form; bound: string; upto: Form }
  /** Integral; a limit that is missing is infinite. */
  | { kind: "integral"; body: Form; bound: string; lower?: Form; upper?: Form }
  | { kind: "call"; name: string; args: Form[] }
  /** The probability of one assignment of values to all variables. */
  | { kind: "joint"; measure: string; values: string };

export type Atom = Meaning & { id: number; names: ReadonlySet<string>; relation?: Relation };

/** A new monomial in units of a product of two that are known. */
const costOfMonomial = 40;
/** One that is looked for by its atoms and exponents. */
const costOfLookup = 2;

/** The atoms, monomials and budget of one decision. */
/** Terms that one normal form may make: about a second of work, and some hundred times what a line of a text takes. */
const mostWork = 3_000_000;
/** One operation may take a quarter of it, so that what fails does so before it is done. */
const share = 4;
/** Relations lower exponents each round; what does not end after so many goes round in a circle. */
const mostRounds = 60;

export class Ring {
  readonly atoms: Atom[] = [];
  #spent = 0;
  readonly monomials = new Monomials(
    (atom, exponent) => {
      const { relation } = this.atoms[atom];
      return relation !== undefined && (exponent >= relation.span || exponent < 0);
    },
    () => this.spend(costOfMonomial, () => "an expansion of very many terms"),
    () => this.spend(costOfLookup, () => "an expansion of very many terms"),
  );
  readonly #byKey = new Map<string, Atom>();
  /** By a number made of the terms, which few polynomials share. */
  readonly #polys = new Map<number, { poly: Poly; id: number }[]>();
  #polyCount = 0;
  readonly #forms = new Map<number, Form>();

  constructor(readonly budget = mostWork) {}

  get spent(): number {
    return this.#spent;
  }
  /** Counts work, so that what would take too long ends at the same place on every machine. */
  spend(amount: number, where: () => string): void {
    this.#spent += amount;
    countWork(amount);
    if (this.#spent > this.budget || amount > this.budget / share) throw new GaveUp(where());
  }

  atom(key: string, meaning: () => Meaning & { relation?: Relation }): Atom {
    const known = this.#byKey.get(key);
    if (known) return known;
    const made = meaning();
    const atom: Atom = { ...made, id: this.atoms.length, names: namesOf(this, made) };
    this.atoms.push(atom);
    this.#byKey.set(key, atom);
    return atom;
  }

  /** One number for one polynomial. */
  polyId(poly: Poly): number {
    this.spend(costOfLookup * sizeOf(poly), () => `a factor of ${poly.size} terms`);
    const hash = hashOf(poly);
    const alike = this.#polys.get(hash) ?? [];
    const known = alike.find((own) => samePoly(own.poly, poly));
    if (known) return known.id;
    const id = this.#polyCount++;
    if (alike.push({ poly, id }) === 1) this.#polys.set(hash, alike);
    return id;
  }

  /** A polynomial with its atoms' relations applied until none applies. Exponents are not negative. */
  reduced(poly: Poly): Poly {
    let current = poly;
    for (let round = 0; round < mostRounds; round++) {
      const next = new Map<Monomial, bigint>();
      let again = false;
      for (const [term, value] of current) {
        const at = term.reducible
          ? term.atoms.findIndex(
              (atom, i) => term.exponents[i] >= (this.atoms[atom].relation?.span ?? Infinity),
            )
          : -1;
        if (at < 0) {
          accumulate(next, term, value);
          continue;
        }
        again = true;
        const { span, worth } = this.atoms[term.atoms[at]].relation!;
        const rest = this.monomials.over(term, this.monomials.single(term.atoms[at], span));
        this.spend(worth.size, () => "the powers of roots");
        for (const [other, factor] of multiplyByMonomialPlain(this, worth, rest)) {
          accumulate(next, other, value * factor);
        }
      }
      current = next;
      if (!again) return current;
    }
    throw new GaveUp("the powers of roots");
  }

  symbol(name: string): Atom {
    return this.atom(`symbol ${name}`, () => ({ kind: "symbol", name }));
  }
  form(atom: Atom, exponent?: number): Form {
    if (exponent !== undefined) return this.#power(atom.id, exponent);
    const known = this.#forms.get(atom.id) ?? this.#power(atom.id, whole);
    this.#forms.set(atom.id, known);
    return known;
  }
  #power(atom: number, exponent: number): Form {
    return fromPoly(this, new Map([[this.monomials.single(atom, exponent), 1n]]));
  }
  key(form: Form): string {
    return formKey(form);
  }
}

/** A number for a polynomial, whatever the order of its terms; another one may have the same. */
function hashOf(poly: Poly): number {
  let hash = poly.size;
  for (const [term, value] of poly) {
    const own = Math.imul(term.id + 1, 0x9e3779b1) ^ Number(BigInt.asIntN(32, value));
    hash = (hash + Math.imul(own, 0x85ebca6b)) | 0;
  }
  return hash;
}

function multiplyByMonomialPlain(ring: Ring, poly: Poly, by: Monomial): Poly {
  return new Map([...poly].map(([term, value]) => [ring.monomials.product(term, by), value]));
}

function namesOf(ring: Ring, meaning: Meaning): ReadonlySet<string> {
  const found = new Set<string>(meaning.kind === "symbol" ? [meaning.name] : []);
  for (const { form, bound } of partsOf(meaning)) {
    for (const name of formNames(ring, form)) if (name !== bound) found.add(name);
  }
  return found;
}

/** The free names in a form, through its atoms. */
export function formNames(ring: Ring, form: Form): Set<string> {
  const found = new Set<string>();
  for (const id of formAtoms(form)) for (const name of ring.atoms[id].names) found.add(name);
  return found;
}

/** The atoms that a form is made of. */
export function formAtoms(form: Form): Set<number> {
  const found = new Set<number>(form.mono.atoms);
  for (const { poly } of form.factors) {
    for (const term of poly.keys()) for (const atom of term.atoms) found.add(atom);
  }
  return found;
}
