import { Rational } from "../../num/index.js";
import { add, subtractForms } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import { constant, type Form, formKey, multiply, negated, raise } from "../form/ring/form.js";
import { kindOf } from "../form/kinds.js";
import { type Monomial, whole } from "../form/ring/monomial.js";
import { type Atom, formAtoms } from "../form/ring/ring.js";
import { plainProduct } from "./positivity.js";
import type { Fact, Signs } from "../form/signs.js";

/** Adds what is known of the functions and sums in a form, wherever they stand. */
export function learnLemmas(ctx: Context, form: Form): void {
  const { ring, signs } = ctx;
  const terms = [form.mono, ...form.factors.flatMap(({ poly }) => [...poly.keys()])];
  for (const term of terms) tangentOfExponential(signs, term);
  const atoms = [...formAtoms(form)].map((id) => ring.atoms[id]);
  for (const atom of atoms) kindOf(signs.kinds, atom).lemmas?.(ctx, atom);
  cauchySchwarz(signs, atoms);
}

/** e^u >= 1 + u, and above it where u is not 0. */
function tangentOfExponential(signs: Signs, term: Monomial): void {
  const { ring } = signs;
  const exponents = term.atoms.flatMap((id, i) => {
    const atom = ring.atoms[id];
    if (atom.kind !== "exp") return [];
    const times = Rational.of(BigInt(term.exponents[i]), BigInt(whole));
    return [
      {
        of: multiply(ring, constant(ring, times), atom.of),
        own: ring.form(atom, term.exponents[i]),
      },
    ];
  });
  if (exponents.length === 0) return;
  const u = add(ring, ...exponents.map(({ of }) => of));
  const value = exponents.map(({ own }) => own).reduce((a, b) => multiply(ring, a, b));
  const gap = subtractForms(ring, value, add(ring, constant(ring, 1n), u));
  signs.learn(gap, signs.nonzero(u) ? ">" : ">=", "");
}

/** (sum f)^2 <= N sum f^2, for sums of which one's term is the square of the other's. */
function cauchySchwarz(signs: Signs, atoms: Atom[]): void {
  const { ring } = signs;
  const sums = atoms.flatMap((atom) => (atom.kind === "sum" ? [atom] : []));
  for (const one of sums) {
    for (const two of sums) {
      if (formKey(one.upto) !== formKey(two.upto)) continue;
      if (one.bound !== two.bound || formKey(raise(ring, one.body, 2)) !== formKey(two.body))
        continue;
      const square = multiply(ring, one.upto, ring.form(two));
      const gap = add(ring, square, negated(raise(ring, ring.form(one), 2)));
      if (signs.nonnegative(one.upto)) signs.learn(gap, ">=", "");
    }
  }
}

/** Products of n facts are n (n - 1)/2 new facts, and longer ones say little. */
const mostFacts = 8;
const mostTerms = 4;

/** Adds the products of the facts that are there, two by two. */
export function learnProducts(signs: Signs): void {
  const { ring } = signs;
  const facts: Fact[] = signs.facts.filter(
    ({ relation, poly }) => relation !== "!=" && poly.size <= mostTerms,
  );
  if (facts.length > mostFacts) return;
  for (const [i, one] of facts.entries()) {
    for (const two of facts.slice(i + 1)) {
      const strict = one.relation === ">" && two.relation === ">";
      const text = [one.text, two.text].filter((own) => own !== "").join(", ");
      signs.learnPoly(plainProduct(ring, one.poly, two.poly), strict ? ">" : ">=", text);
    }
  }
}
