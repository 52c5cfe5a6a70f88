import { add } from "../../form/ring/addition.js";
import type { Context } from "../../form/context.js";
import { asRational, type Form, multiply, raise } from "../../form/ring/form.js";
import { whole } from "../../form/ring/monomial.js";
import type { Poly } from "../../form/ring/polynomial.js";
import { coefficients } from "./coefficients.js";

/**
 * What is 0 where a cube root and a rest cancel, c cbrt(e) + r = 0: the sum c^3 e + r^3. The real cube root takes each
 * value once, so neither has a root more.
 */
export function cubed(ctx: Context, poly: Poly, ids: ReadonlySet<number>): Form | undefined {
  const { ring } = ctx;
  if (ids.size < 2) return undefined;
  for (const id of ids) {
    const atom = ring.atoms[id];
    if (atom.kind !== "cbrt") continue;
    const byExponent = coefficients(ctx, poly, id);
    const [lead, rest] = [byExponent.get(whole), byExponent.get(0)];
    if (byExponent.size !== 2 || !lead || !rest || !asRational(lead)) continue;
    return add(ring, multiply(ring, raise(ring, lead, 3), atom.of), raise(ring, rest, 3));
  }
  return undefined;
}
