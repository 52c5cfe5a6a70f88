import { Rational } from "../../num/index.js";
import type { Context } from "../form/context.js";
import { mapAtoms } from "../form/formSubstitution.js";
import { asRational, constant, divide, type Form, negated } from "../form/ring/form.js";
import { whole } from "../form/ring/monomial.js";
import { formAtoms } from "../form/ring/ring.js";
import { opaque } from "../form/opaque.js";
import { rootOf } from "./roots.js";

/** The square of the sine times 4, in the first quarter turn, by what the angle is of pi. */
const squares: [Rational, bigint][] = [
  [Rational.of(0n), 0n],
  [Rational.of(1n, 6n), 1n],
  [Rational.of(1n, 4n), 2n],
  [Rational.of(1n, 3n), 3n],
  [Rational.of(1n, 2n), 4n],
];

/** sin(u), with sin(-u) = -sin(u), and its values at the multiples of pi/6 and pi/4. */
export function sine(ctx: Context, of: Form): Form {
  const turns = ofPi(ctx, of);
  const value = turns && sineOf(ctx, turns);
  if (value) return value;
  return of.scale.sign < 0 ? negated(opaque(ctx, "sin", [negated(of)])) : opaque(ctx, "sin", [of]);
}

/** cos(u), with cos(-u) = cos(u), and its values at the multiples of pi/6 and pi/4. */
export function cosine(ctx: Context, of: Form): Form {
  const turns = ofPi(ctx, of);
  const value = turns && sineOf(ctx, turns.add(Rational.of(1n, 2n)));
  if (value) return value;
  return opaque(ctx, "cos", [of.scale.sign < 0 ? negated(of) : of]);
}

/** A form with 1 - sin(u)^2 for each cos(u)^2, which not every procedure is served by. */
export function pythagorean(ctx: Context, form: Form): Form {
  const { ring } = ctx;
  const isCosine = (id: number) => {
    const atom = ring.atoms[id];
    return atom.kind === "call" && atom.name === "cos";
  };
  if (![...formAtoms(form)].some(isCosine)) return form;
  return mapAtoms(ctx, form, (atom) => {
    if (atom.kind !== "call" || atom.name !== "cos") return undefined;
    const [of] = atom.args;
    const height = [...formAtoms(sine(ctx, of))][0];
    const { one } = ring.monomials;
    const worth = new Map([
      [one, 1n],
      [ring.monomials.single(height, 2 * whole), -1n],
    ]);
    const relation = { span: 2 * whole, worth };
    return ring.form(ring.atom(`reduced ${atom.id}`, () => ({ ...atom, relation })));
  });
}

/** An angle as a multiple of pi, where it is a rational one. */
function ofPi(ctx: Context, of: Form): Rational | undefined {
  const pi = ctx.ring.form(ctx.ring.atom("pi", () => ({ kind: "pi" })));
  return asRational(divide(ctx.ring, of, pi));
}

function sineOf(ctx: Context, turns: Rational): Form | undefined {
  const two = Rational.of(2n);
  const rest = turns.sub(two.mul(Rational.of(turns.div(two).floor())));
  const lower = rest.compare(Rational.of(1n)) > 0;
  const upper = lower ? rest.sub(Rational.of(1n)) : rest;
  const mirrored = Rational.of(1n).sub(upper);
  const angle = upper.compare(mirrored) > 0 ? mirrored : upper;
  const square = squares.find(([own]) => own.equals(angle))?.[1];
  if (square === undefined) return undefined;
  const value = rootOf(ctx, constant(ctx.ring, Rational.of(square, 4n)), Rational.of(1n, 2n));
  return lower ? negated(value) : value;
}
