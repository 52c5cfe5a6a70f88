import { Rational } from "../../../num/index.js";
import { add, subtractForms } from "../../form/ring/addition.js";
import { constant, type Form, multiply } from "../../form/ring/form.js";
import { formNames } from "../../form/ring/ring.js";
import type { Sign, Signs } from "../../form/signs.js";

/** Half turns that are tried: four before 0 and four after it. */
const halfTurns = [-4, -3, -2, -1, 0, 1, 2, 3];

/** The sign of sin(u), where u is known to lie between two neighbouring multiples of pi. */
export function signOfSine(signs: Signs, of: Form): Sign | undefined {
  const { ring } = signs;
  if (formNames(ring, of).size === 0 || signs.facts.length === 0) return undefined;
  const pi = ring.form(ring.atom("pi", () => ({ kind: "pi" })));
  const turned = (count: number): Form => multiply(ring, constant(ring, count), pi);
  for (const k of halfTurns) {
    const above = subtractForms(ring, of, turned(k));
    if (!signs.nonnegative(above)) continue;
    const below = subtractForms(ring, turned(k + 1), of);
    if (!signs.nonnegative(below)) continue;
    const weak = !signs.positive(above) || !signs.positive(below);
    return { side: k % 2 === 0 ? 1 : -1, weak };
  }
  return undefined;
}

/** The sign of cos(u), which is sin(u + pi/2). */
export function signOfCosine(signs: Signs, of: Form): Sign | undefined {
  const { ring } = signs;
  const pi = ring.form(ring.atom("pi", () => ({ kind: "pi" })));
  return signOfSine(signs, add(ring, of, multiply(ring, constant(ring, Rational.of(1n, 2n)), pi)));
}
