import { type Form, fromPoly, isZero, negated } from "../form/ring/form.js";
import type { Poly } from "../form/ring/polynomial.js";
import { formNames } from "../form/ring/ring.js";
import type { Fact, Signs } from "../form/signs.js";

/** What the facts about a name say of a value that stands in its place; undefined where it has no form. */
type At = (form: Form) => Form | undefined;

function factsAt(signs: Signs, name: string, at: At): { fact: Fact; form: Form | undefined }[] {
  const speaks = (poly: Poly) => formNames(signs.ring, fromPoly(signs.ring, poly)).has(name);
  return signs.facts
    .filter(({ poly }) => speaks(poly))
    .map((fact) => ({ fact, form: at(fromPoly(signs.ring, fact.poly)) }));
}

/** Whether every fact about a name holds of a value, so that what rests on them does too. */
export function holdsAt(signs: Signs, name: string, at: At): boolean {
  if (signs.isIntegerName(name)) return false;
  return factsAt(signs, name, at).every(({ fact: { relation }, form }) => {
    if (!form) return false;
    if (relation === "!=") return signs.nonzero(form);
    return relation === ">" ? signs.positive(form) : signs.nonnegative(form);
  });
}

/** Whether a fact about a name certainly fails of a value. */
export function failsAt(signs: Signs, name: string, at: At): boolean {
  return factsAt(signs, name, at).some(({ fact: { relation }, form }) => {
    if (!form) return false;
    if (isZero(form)) return relation !== ">=";
    if (relation === "!=") return false;
    const against = negated(form);
    return relation === ">" ? signs.nonnegative(against) : signs.positive(against);
  });
}

/** Adds what the facts about a name say of a value. */
export function learnAt(signs: Signs, name: string, at: At): void {
  for (const { fact, form } of factsAt(signs, name, at)) {
    if (form) signs.learn(form, fact.relation, fact.text);
  }
}
