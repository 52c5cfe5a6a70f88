import { Rational } from "../../num/index.js";
import { Unsupported } from "../errors.js";
import { add } from "../form/addition.js";
import type { Context } from "../form/context.js";
import {
  constant,
  divide,
  type Form,
  fromPoly,
  isZero,
  multiply,
  multiplyAll,
  negated,
  raise,
} from "../form/form.js";
import { substituteForm } from "../form/formSubstitution.js";
import { whole } from "../form/monomial.js";
import { piecesOf } from "../form/pieces.js";
import type { Poly } from "../form/polynomial.js";
import { type Atom, formAtoms } from "../form/ring.js";
import { integralForm } from "../integrals/integrals.js";
import { innerForms } from "../sums/shift.js";
import { prefixOf } from "../sums/sums.js";
import { partialName } from "../expression.js";
import { callForm, opaque } from "./calls.js";
import { slope } from "./circular.js";

/** Derivative of a form by a name, or by an entry of an indexed family. */
export function derivative(ctx: Context, form: Form, name: string, entry?: Form[]): Form {
  const { ring } = ctx;
  const known = new Map<number, Form>();
  const ofAtom = (id: number): Form => {
    let found = known.get(id);
    if (!found) known.set(id, (found = atomDerivative(ctx, ring.atoms[id], name, entry)));
    return found;
  };
  /** By the product rule over the pieces: f' = sum of e * piece'/piece * f. */
  const terms: Form[] = [];
  for (const { poly, exponent, atom } of piecesOf(ctx.ring, form)) {
    const inner = atom ? ofAtom(atom.id) : ofPoly(ctx, poly, ofAtom);
    if (isZero(inner)) continue;
    const times = constant(ring, Rational.of(BigInt(Math.round(exponent * whole)), BigInt(whole)));
    terms.push(multiplyAll(ring, [times, inner, form, raise(ring, fromPoly(ring, poly), -1)]));
  }
  return add(ring, ...terms);
}

function ofPoly(ctx: Context, poly: Poly, ofAtom: (id: number) => Form): Form {
  const { ring } = ctx;
  const terms: Form[] = [];
  for (const [term, value] of poly) {
    term.atoms.forEach((id, i) => {
      const inner = ofAtom(id);
      if (isZero(inner)) return;
      const lower = ring.monomials.over(term, ring.monomials.single(id));
      const times = Rational.of(value * BigInt(term.exponents[i]), BigInt(whole));
      const rest: Form = { scale: Rational.of(1n), mono: lower, factors: [] };
      terms.push(
        multiplyAll(ring, [constant(ring, times), multiply(ring, rest, constant(ring, 1n)), inner]),
      );
    });
  }
  return add(ring, ...terms);
}

/** Whether a form holds a function of a name that is known to jump. */
function jumps(ctx: Context, form: Form, name: string): boolean {
  return [...formAtoms(form)].some((id) => {
    const atom = ctx.ring.atoms[id];
    if (!atom.names.has(name)) return false;
    if (atom.kind === "call" && ["floor", "delta", "factorial"].includes(atom.name)) return true;
    return innerForms(atom).some((inner) => jumps(ctx, inner, name));
  });
}

function atomDerivative(ctx: Context, atom: Atom, name: string, entry?: Form[]): Form {
  const { ring } = ctx;
  const go = (form: Form) => derivative(ctx, form, name, entry);
  const zero = constant(ring, 0n);
  const own = ring.form(atom);
  switch (atom.kind) {
    case "symbol":
      return constant(ring, !entry && atom.name === name ? 1n : 0n);
    case "index": {
      if (!entry) {
        if (atom.names.has(name))
          throw new Unsupported(`the derivative of ${atom.name}[...] by its index`);
        return zero;
      }
      if (atom.name !== name || atom.indices.length !== entry.length) return zero;
      return multiplyAll(
        ring,
        entry.map((index, i) => callForm(ctx, "delta", [atom.indices[i], index])),
      );
    }
    case "exp":
      return multiply(ring, go(atom.of), own);
    case "log":
      return divide(ring, go(atom.of), atom.of);
    case "abs": {
      const inner = go(atom.of);
      if (isZero(inner)) return inner;
      ctx.suppose(atom.of, "nonzero", "an absolute value has no derivative at 0");
      return multiplyAll(ring, [inner, atom.of, raise(ring, own, -1)]);
    }
    case "root": {
      const inner = go(atom.of);
      if (isZero(inner)) return inner;
      ctx.suppose(atom.of, "nonzero", "a root has no derivative at 0");
      const times = constant(ring, Rational.of(1n, BigInt(atom.degree)));
      return multiplyAll(ring, [times, inner, own, raise(ring, atom.of, -1)]);
    }
    case "cbrt": {
      const inner = go(atom.of);
      if (isZero(inner)) return inner;
      ctx.suppose(atom.of, "nonzero", "a cube root has no derivative at 0");
      const third = constant(ring, Rational.of(1n, 3n));
      return multiplyAll(ring, [third, inner, own, raise(ring, atom.of, -1)]);
    }
    case "power": {
      if (!isZero(go(atom.exponent)))
        throw new Unsupported("the derivative by an integer exponent");
      const inner = go(atom.of);
      if (isZero(inner)) return inner;
      ctx.suppose(atom.of, "nonzero", "the derivative of a power divides by its base");
      return multiplyAll(ring, [atom.exponent, inner, own, raise(ring, atom.of, -1)]);
    }
    case "sum": {
      if (!isZero(go(atom.upto))) throw new Unsupported("the derivative of a sum by its limit");
      return prefixOf(ctx, go(atom.body), atom.bound, atom.upto);
    }
    case "prod": {
      if (!isZero(go(atom.upto))) throw new Unsupported("the derivative of a product by its limit");
      const inner = go(atom.body);
      if (isZero(inner)) return inner;
      ctx.suppose(own, "nonzero", "the derivative of a product divides by its factors");
      return multiply(
        ring,
        own,
        prefixOf(ctx, divide(ring, inner, atom.body), atom.bound, atom.upto),
      );
    }
    case "integral": {
      const edges = [atom.upper, atom.lower].map((limit, i) => {
        const rate = limit && go(limit);
        if (!limit || !rate || isZero(rate)) return zero;
        if (jumps(ctx, atom.body, atom.bound))
          throw new Unsupported("the derivative of an integral by its limit");
        const value = multiply(ring, rate, substituteForm(ctx, atom.body, atom.bound, limit));
        return i === 0 ? value : negated(value);
      });
      const inner = go(atom.body);
      if (isZero(inner)) return add(ring, ...edges);
      if (!atom.lower || !atom.upper) ctx.convergent.add(ctx.origin(atom.bound));
      return add(ring, ...edges, integralForm(ctx, inner, atom.bound, atom.lower, atom.upper));
    }
    case "call": {
      const inner = atom.args.map(go);
      if (inner.every(isZero)) return zero;
      if (atom.name === "floor" || atom.name === "delta" || atom.name === "factorial")
        throw new Unsupported(`the derivative of ${atom.name}`);
      if (atom.name === "sin" || atom.name === "cos")
        return multiply(ring, inner[0], slope(ctx, atom.name, atom.args[0]));
      // The chain rule with the partial derivatives of a function that is not known.
      return add(
        ring,
        ...inner.map((part, i) =>
          multiply(ring, part, opaque(ctx, partialName(atom.name, i + 1), atom.args)),
        ),
      );
    }
    case "pi":
    case "prime":
    case "joint":
      return zero;
  }
}
