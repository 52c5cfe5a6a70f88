import { kindOf } from "../form/kinds.js";
import type { Atom } from "../form/ring/ring.js";
import type { Sign, Signs } from "../form/signs.js";

/** The sign of an atom: by what it is, else by its bounds. */
export const atomSign = (signs: Signs, atom: Atom): Sign | undefined =>
  kindOf(signs.kinds, atom).sign(signs, atom);

/** The sign of an atom by its bounds alone. */
export function boundSign(signs: Signs, atom: Atom): Sign | undefined {
  const { lower, upper } = signs.bounds(atom.id);
  if (lower && lower.value.sign >= 0) {
    signs.used.add(lower.text);
    const weak = lower.value.sign === 0 && !lower.strict && !signs.knownNonzero(atom.id);
    return { side: 1, weak };
  }
  if (upper && upper.value.sign <= 0) {
    signs.used.add(upper.text);
    const weak = upper.value.sign === 0 && !upper.strict && !signs.knownNonzero(atom.id);
    return { side: -1, weak };
  }
  return signs.polySign(new Map([[signs.ring.monomials.single(atom.id), 1n]]));
}
