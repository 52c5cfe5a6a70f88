import { subtractForms } from "../form/addition.js";
import { constant, type Form, isZero } from "../form/form.js";
import type { Atom } from "../form/ring.js";
import type { Sign, Signs } from "./signs.js";

/** The sign of an atom: by what it is, else by its bounds. */
export function atomSign(signs: Signs, atom: Atom): Sign | undefined {
  switch (atom.kind) {
    case "exp":
    case "prime":
    case "pi":
      return { side: 1, weak: false };
    case "abs":
    case "root":
      return { side: 1, weak: !signs.nonzero(atom.of) };
    case "cbrt":
      return signs.sign(atom.of);
    case "joint":
      return { side: 1, weak: true };
    case "sum":
    case "prod":
      return seriesSign(signs, atom) ?? boundSign(signs, atom);
    case "integral":
      return integralSign(signs, atom) ?? boundSign(signs, atom);
    case "log":
      return logSign(signs, atom.of) ?? boundSign(signs, atom);
    case "call":
      if (atom.name === "factorial") return { side: 1, weak: false };
      if (atom.name === "delta") return { side: 1, weak: true };
      if (signs.densities.has(atom.name)) return { side: 1, weak: true };
      if (atom.name === "floor" && signs.nonnegative(atom.args[0])) return { side: 1, weak: true };
      return boundSign(signs, atom);
    default:
      return boundSign(signs, atom);
  }
}

/** A sum or product from 1 to u has the sign of its terms, where u is not negative. */
function seriesSign(signs: Signs, atom: Atom & { kind: "sum" | "prod" }): Sign | undefined {
  const { ring } = signs;
  const body = signs.scoped(() => {
    signs.integer(atom.bound);
    const bound = subtractForms(ring, ring.form(ring.symbol(atom.bound)), constant(ring, 1n));
    signs.learn(bound, ">=", "");
    return signs.sign(atom.body);
  });
  if (!body || (atom.kind === "prod" && body.side < 0)) return undefined;
  if (!signs.nonnegative(atom.upto)) return undefined;
  if (atom.kind === "prod") return body;
  return { side: body.side, weak: body.weak || !signs.positive(atom.upto) };
}

/** An integral over the line, or from 0 on to what is not negative, has the sign of what stands under it. */
function integralSign(signs: Signs, atom: Atom & { kind: "integral" }): Sign | undefined {
  const { ring } = signs;
  const { body, bound, lower, upper } = atom;
  if (lower && upper && !(isZero(lower) && signs.nonnegative(upper))) return undefined;
  const sign = signs.scoped(() => {
    const x = ring.form(ring.symbol(bound));
    if (lower) signs.learn(subtractForms(ring, x, lower), ">=", "");
    if (upper) signs.learn(subtractForms(ring, upper, x), ">=", "");
    return signs.sign(body);
  });
  return sign && { side: sign.side, weak: true };
}

/** log u has the sign of u - 1. */
function logSign(signs: Signs, of: Form): Sign | undefined {
  const excess = subtractForms(signs.ring, of, constant(signs.ring, 1n));
  return isZero(excess) ? undefined : signs.sign(excess);
}

function boundSign(signs: Signs, atom: Atom): Sign | undefined {
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
