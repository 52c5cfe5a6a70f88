import type { Context } from "../form/context.js";
import { gathered } from "../form/expansion.js";
import { type Form, isZero } from "../form/form.js";
import { whole } from "../form/monomial.js";

/** Whether a form is known to be an integer: a polynomial with integer coefficients in integers. */
export function isInteger(ctx: Context, form: Form): boolean {
  if (isZero(form)) return true;
  if (form.factors.some(({ exponent }) => exponent < 0)) return false;
  if (form.mono.exponents.some((exponent) => exponent < 0 || exponent % whole !== 0)) return false;
  const ids = [
    ...form.mono.atoms,
    ...form.factors.flatMap(({ poly }) => [...poly.keys()].flatMap((t) => [...t.atoms])),
  ];
  const integral = ids.every((id) => {
    const atom = ctx.ring.atoms[id];
    if (atom.kind === "symbol") return ctx.signs.isIntegerName(atom.name);
    return atom.kind === "call" && (atom.name === "floor" || atom.name === "factorial");
  });
  if (!integral) return false;
  if (form.scale.isInteger) return true;
  // n (n + 1) / 2 and the like: a product of two neighbours is even.
  return form.scale.den === 2n && halvesEvenly(ctx, form);
}

function halvesEvenly(ctx: Context, form: Form): boolean {
  const { poly } = { poly: gathered(ctx.ring, form).factors[0]?.poly };
  const first = form.mono.atoms.find((_, i) => form.mono.exponents[i] === whole);
  if (!poly || first === undefined || form.factors.length !== 1 || poly.size !== 2) return false;
  const linear = poly.get(ctx.ring.monomials.single(first));
  const rest = poly.get(ctx.ring.monomials.one);
  return (
    linear !== undefined && rest !== undefined && (linear + rest) % 2n === 0n && linear % 2n !== 0n
  );
}
