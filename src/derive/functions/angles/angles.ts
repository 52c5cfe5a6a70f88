import { Rational } from "../../../num/index.js";
import { lcm } from "../../../num/gcd.js";
import { attempt } from "../../tree/errors.js";
import type { Context } from "../../form/context.js";
import { mapAtoms } from "../../form/formSubstitution.js";
import { kindOf } from "../../form/kinds.js";
import { opaque } from "../../form/opaque.js";
import { innerForms } from "../../form/ring/atomParts.js";
import { termsOf } from "../../form/ring/expansion.js";
import { asRational, constant, divide, type Form, formKey, isZero } from "../../form/ring/form.js";
import { whole } from "../../form/ring/monomial.js";
import { type Atom, formAtoms } from "../../form/ring/ring.js";
import { isInteger } from "../integers.js";
import { power } from "../power.js";
import { algebraicTurn } from "./algebraic.js";
import { ofArc } from "./arcs.js";
import { exactTurn } from "./exactTurn.js";
import { repeated, together, type Turned, unturned } from "./turned.js";

/** Of the sine and the cosine of an angle, the one whose square is written by the other. */
export type Squared = "sin" | "cos";
type Circular = Atom & { kind: "call" };

/** Terms up to which the sine of a sum is written by those of its terms. */
const mostTerms = 8;

/**
 * A form in which every sine and cosine is a polynomial in those of angles that no two share a multiple of, and of these
 * one stands to the power 0 or 1: where the form is 0 for all values of the names, it is 0 as it stands. Undefined where
 * it has no sine and no cosine.
 */
export function overAngles(ctx: Context, form: Form, squared: Squared): Form | undefined {
  const angles = anglesIn(ctx, form);
  if (angles.length === 0) return undefined;
  const units = unitsOf(ctx, angles);
  const put = (part: Form): Form =>
    mapAtoms(ctx, part, (atom) => {
      if (!isCircular(atom)) {
        if (!innerForms(atom).some((inner) => anglesIn(ctx, inner).length)) return undefined;
        return kindOf(ctx.rules.kinds, atom).rebuild(ctx, atom, put);
      }
      const turned = turnedBy(ctx, atom.args[0], units, squared);
      return atom.name === "sin" ? turned?.sine : turned?.cosine;
    });
  return put(form);
}

/** Whether a form is 0 by the addition theorems; what was supposed in vain is forgotten. */
export function zeroOverAngles(ctx: Context, form: Form): boolean {
  for (const squared of ["cos", "sin"] as const) {
    const since = ctx.needs.length;
    const written = attempt(() => overAngles(ctx, form, squared));
    if (written && isZero(written)) {
      ctx.applied.add("angle-addition");
      return true;
    }
    ctx.needs.splice(since);
  }
  return false;
}

const isCircular = (atom: Atom): atom is Circular =>
  atom.kind === "call" && (atom.name === "sin" || atom.name === "cos");

/** The angles of all sines and cosines, those inside other functions, too. */
function anglesIn(ctx: Context, form: Form): Form[] {
  return [...formAtoms(form)].flatMap((id) => {
    const atom = ctx.ring.atoms[id];
    return [
      ...(isCircular(atom) ? [atom.args[0]] : []),
      ...innerForms(atom).flatMap((inner) => anglesIn(ctx, inner)),
    ];
  });
}

/** The least common denominator of the multiples in which each angle stands. */
function unitsOf(ctx: Context, angles: readonly Form[]): Map<string, bigint> {
  const found = new Map<string, bigint>();
  for (const angle of angles)
    for (const term of termsOf(ctx.ring, angle)) {
      const key = formKey(bare(term));
      found.set(key, lcm(found.get(key) ?? 1n, term.scale.den));
    }
  return found;
}

/** A term without the number before it. */
const bare = (term: Form): Form => ({ ...term, scale: Rational.of(1n) });

function turnedBy(
  ctx: Context,
  angle: Form,
  units: ReadonlyMap<string, bigint>,
  squared: Squared,
): Turned | undefined {
  const { ring } = ctx;
  const terms = termsOf(ring, angle);
  if (terms.length > mostTerms) return undefined;
  const pi = ring.form(ring.atom("pi", () => ({ kind: "pi" })));
  let result = unturned(ctx);
  for (const term of terms) {
    const ofPi = divide(ring, term, pi);
    const rational = asRational(ofPi);
    const den = units.get(formKey(bare(term))) ?? term.scale.den;
    const unit = { ...term, scale: Rational.of(1n, den) };
    const times = term.scale.num * (den / term.scale.den);
    const turned =
      (rational ? exactTurn(ctx, rational) : halfTurns(ctx, ofPi)) ??
      repeated(
        ctx,
        (rational ? algebraicTurn(ctx, den) : ofArc(ctx, unit)) ?? ofUnit(ctx, unit, squared),
        times,
      );
    if (!turned) return undefined;
    result = together(ctx, result, turned);
  }
  return result;
}

/** sin(n pi) = 0 and cos(n pi) = (-1)^n, for an integer n. */
function halfTurns(ctx: Context, ofPi: Form): Turned | undefined {
  if (!isInteger(ctx, ofPi)) return undefined;
  const { ring } = ctx;
  return { sine: constant(ring, 0n), cosine: power(ctx, constant(ring, -1n), ofPi) };
}

/** The sine and cosine of an angle as atoms, with s^2 + c^2 = 1. */
function ofUnit(ctx: Context, unit: Form, squared: Squared): Turned {
  const { ring } = ctx;
  const plain = opaque(ctx, squared === "sin" ? "cos" : "sin", [unit]);
  const [base] = formAtoms(plain);
  const own = ring.atoms[[...formAtoms(opaque(ctx, squared, [unit]))][0]];
  const worth = new Map([
    [ring.monomials.one, 1n],
    [ring.monomials.single(base, 2 * whole), -1n],
  ]);
  const relation = { span: 2 * whole, worth };
  const reduced = ring.form(ring.atom(`squared ${own.id}`, () => ({ ...own, relation })));
  return squared === "sin" ? { sine: reduced, cosine: plain } : { sine: plain, cosine: reduced };
}
