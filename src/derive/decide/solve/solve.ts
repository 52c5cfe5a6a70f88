import { Rational } from "../../../num/index.js";
import { attempt, Undefined } from "../../tree/errors.js";
import { subtractForms } from "../../form/ring/addition.js";
import type { Context } from "../../form/context.js";
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
} from "../../form/ring/form.js";
import { mapAtoms, substituteForm } from "../../form/formSubstitution.js";
import { whole } from "../../form/ring/monomial.js";
import { piecesOf } from "../../form/ring/pieces.js";
import type { Poly } from "../../form/ring/polynomial.js";
import { type Atom, formNames } from "../../form/ring/ring.js";
import { exponential } from "../../functions/exponential.js";
import { logarithm } from "../../functions/logarithm.js";
import { rootOf } from "../../functions/roots.js";
import { coefficients } from "./coefficients.js";
import { cubed } from "./cubed.js";
import { rationalRoots } from "./rationalRoots.js";

/** A solution: a name and the form that stands for it. `needs` are forms that must not be negative for it to exist. */
export interface Root {
  name: string;
  value: Form;
  needs: Form[];
}

/**
 * All solutions of `form = 0` for a name, wherever the form is defined; undefined where they cannot all be given.
 * A factor that is never 0 has none.
 */
export function solutions(ctx: Context, form: Form, name: string): Root[] | undefined {
  if (isZero(form)) return undefined;
  const roots: Root[] = [];
  for (const { poly, exponent, atom } of piecesOf(ctx.ring, form)) {
    if (exponent < 0) continue;
    const piece = fromPoly(ctx.ring, poly);
    if (ctx.signs.nonzero(piece)) continue;
    const own = attempt(() =>
      atom && atom.kind !== "symbol"
        ? invert(ctx, atom, constant(ctx.ring, 0n), name)
        : rootsOfPoly(ctx, poly, name),
    );
    if (!own) return undefined;
    roots.push(...own);
  }
  return roots;
}

/** Roots of a polynomial: one term holds the name, or it is quadratic, or its roots are rational. */
function rootsOfPoly(ctx: Context, poly: Poly, name: string): Root[] | undefined {
  const { ring } = ctx;
  const holders = [...poly].filter(([term]) =>
    term.atoms.some((id) => ring.atoms[id].names.has(name)),
  );
  if (holders.length === 0) return undefined;
  const ids = new Set(
    holders.flatMap(([term]) => term.atoms.filter((id) => ring.atoms[id].names.has(name))),
  );
  const cube = cubed(ctx, poly, ids);
  if (cube) return solutions(ctx, cube, name);
  if (ids.size !== 1) return undefined;
  const [id] = ids;
  const atom = ring.atoms[id];
  const byExponent = coefficients(ctx, poly, id);
  const exponents = [...byExponent.keys()]
    .filter((exponent) => exponent !== 0)
    .sort((a, b) => a - b);
  const rest = byExponent.get(0) ?? constant(ring, 0n);
  if (exponents.some((exponent) => exponent < 0)) return undefined;
  const [first, second] = exponents;
  if (exponents.length === 1) {
    const lead = byExponent.get(first)!;
    if (!ctx.signs.nonzero(lead)) return undefined;
    return ofPower(ctx, atom, first, divide(ring, negated(rest), lead), name);
  }
  if (exponents.length === 2 && second === 2 * first) {
    const [a, b] = [byExponent.get(second)!, byExponent.get(first)!];
    if (!ctx.signs.nonzero(a)) return undefined;
    return quadratic(ctx, a, b, rest).flatMap(({ value, needs }) => {
      const own = ofPower(ctx, atom, first, value, name);
      if (!own) throw new Undefined("a root cannot be taken");
      return own.map((root) => ({ ...root, needs: [...needs, ...root.needs] }));
    });
  }
  const rational = rationalRoots(byExponent, whole);
  return rational?.flatMap((value) => {
    const own = ofPower(ctx, atom, whole, constant(ring, value), name);
    return own ?? [];
  });
}

function quadratic(ctx: Context, a: Form, b: Form, c: Form): { value: Form; needs: Form[] }[] {
  const { ring, signs } = ctx;
  const times = (n: bigint, ...forms: Form[]) => multiplyAll(ring, [constant(ring, n), ...forms]);
  const inside = subtractForms(ring, multiply(ring, b, b), times(4n, a, c));
  if (signs.positive(negated(inside))) return [];
  const root = signs.scoped(() => {
    signs.learn(inside, ">=", "");
    return rootOf(ctx, inside, Rational.of(1n, 2n));
  });
  const needs = signs.nonnegative(inside) ? [] : [inside];
  return [root, negated(root)].map((side) => ({
    value: divide(ring, subtractForms(ring, side, b), times(2n, a)),
    needs,
  }));
}

/** Solutions of atom^exponent = value, the exponent in units. */
function ofPower(
  ctx: Context,
  atom: Atom,
  exponent: number,
  value: Form,
  name: string,
): Root[] | undefined {
  const { signs } = ctx;
  if (exponent === whole) return invert(ctx, atom, value, name);
  const inverse = Rational.of(BigInt(whole), BigInt(exponent));
  const negative = signs.positive(negated(value));
  if (exponent % whole !== 0) {
    // x^(p/q) stands only where x is not negative, and is not negative itself.
    if (negative) return [];
    if (!inverse.isInteger && !signs.nonnegative(value)) return undefined;
    const own = invert(ctx, atom, rootOf(ctx, value, inverse), name);
    return own?.map((root) => ({ ...root, needs: [...root.needs, value] }));
  }
  const even = (exponent / whole) % 2 === 0;
  if (even && negative) return [];
  if (!even && negative) {
    return invert(ctx, atom, negated(rootOf(ctx, negated(value), inverse)), name);
  }
  if (isZero(value)) return invert(ctx, atom, value, name);
  if (!signs.nonnegative(value)) return undefined;
  const root = rootOf(ctx, value, inverse);
  // Of both signs, so that |a| may stand as a.
  const bare = even
    ? mapAtoms(ctx, root, (own) => (own.kind === "abs" ? own.of : undefined))
    : root;
  const side = root.factors.length === 0 ? bare : root;
  const sides = even ? [side, negated(side)] : [root];
  const all = sides.map((side) => invert(ctx, atom, side, name));
  return all.every((one) => one !== undefined) ? all.flat() : undefined;
}

/** Solutions of atom = value. */
function invert(ctx: Context, atom: Atom, value: Form, name: string): Root[] | undefined {
  const { ring, signs } = ctx;
  if (formNames(ring, value).has(name)) return undefined;
  switch (atom.kind) {
    case "symbol":
      return atom.name === name ? [{ name, value, needs: [] }] : undefined;
    case "log":
      return solutions(ctx, subtractForms(ring, atom.of, exponential(ctx, value)), name);
    case "exp":
      if (isZero(value) || signs.nonnegative(negated(value))) return [];
      if (!signs.positive(value)) return undefined;
      return solutions(ctx, subtractForms(ring, atom.of, logarithm(ctx, value)), name);
    case "root": {
      if (signs.positive(negated(value))) return [];
      const own = solutions(
        ctx,
        subtractForms(ring, atom.of, raise(ring, value, atom.degree)),
        name,
      );
      return own?.map((root) => ({ ...root, needs: [...root.needs, value] }));
    }
    case "cbrt":
      // The real cube root takes each value once, the negative ones too.
      return solutions(ctx, subtractForms(ring, atom.of, raise(ring, value, 3)), name);
    case "abs": {
      if (signs.positive(negated(value))) return [];
      const sides = isZero(value) ? [value] : [value, negated(value)];
      const all = sides.map((side) => solutions(ctx, subtractForms(ring, atom.of, side), name));
      if (!all.every((one) => one !== undefined)) return undefined;
      return all.flat().map((root) => ({ ...root, needs: [...root.needs, value] }));
    }
    default:
      return undefined;
  }
}

/** A form with a root in its place; undefined where it has no value there. */
export function atRoot(ctx: Context, form: Form, { name, value }: Root): Form | undefined {
  return attempt(() => substituteForm(ctx, form, name, value));
}
