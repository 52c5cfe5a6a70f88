import { Rational } from "../../num/index.js";
import { subtractForms } from "../form/ring/addition.js";
import type { Context } from "../form/context.js";
import { constant, divide, type Form, isZero, multiply, raise } from "../form/ring/form.js";
import { substituteForm } from "../form/formSubstitution.js";
import { linearIn } from "../form/linear.js";
import { whole } from "../form/ring/monomial.js";
import { formNames } from "../form/ring/ring.js";
import { cubeRoot } from "../functions/cubeRoots.js";

/** Integral of u^m cbrt(u)^r for a linear u, on either side of 0 and across it: u^(m + 1) cbrt(u)^r/(m + 1 + r/3). */
export function cubeRootIntegral(
  ctx: Context,
  inside: Form,
  bound: string,
  lower: Form,
  upper: Form,
): Form | undefined {
  const { ring, signs } = ctx;
  const own = inside.mono.atoms.flatMap((id, i) => {
    const atom = ring.atoms[id];
    return atom.kind === "cbrt" ? [{ of: atom.of, r: inside.mono.exponents[i] / whole }] : [];
  });
  if (own.length !== 1 || !Number.isInteger(own[0].r)) return undefined;
  const [{ of: u, r }] = own;
  const linear = linearIn(ctx, u, bound);
  const m = [0, -1, 1, 2, 3].find((power) => {
    const rest = divide(ring, inside, multiply(ring, raise(ring, u, power), rooted(ctx, u, r)));
    return (
      !formNames(ring, rest).has(bound) && isZero(subtractForms(ring, rest, constant(ring, 1n)))
    );
  });
  if (!linear || m === undefined || !signs.nonzero(linear.slope)) return undefined;
  const next = constant(ring, Rational.of(BigInt(3 * (m + 1) + r), 3n));
  const [from, to] = [lower, upper].map((limit) => {
    const end = substituteForm(ctx, u, bound, limit);
    return multiply(ring, raise(ring, end, m + 1), rooted(ctx, end, r));
  });
  return divide(ring, subtractForms(ring, to, from), multiply(ring, linear.slope, next));
}

const rooted = (ctx: Context, of: Form, r: number): Form => raise(ctx.ring, cubeRoot(ctx, of), r);
