import type { Context } from "../form/context.js";
import type { Form } from "../form/ring/form.js";
import { Diverges, Unsupported } from "../tree/errors.js";

/**
 * The parts of an endless sum. Where one alone does not converge, neither does the sum; of several nothing is said.
 *
 * @throws Diverges, Unsupported
 */
export function convergingParts(ctx: Context, works: readonly (() => Form)[]): Form[] {
  const before = ctx.needs.length;
  const diverging: Diverges[] = [];
  const parts = works.flatMap((work) => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Diverges)) throw error;
      diverging.push(error);
      return [];
    }
  });
  if (diverging.length === 0) return parts;
  if (diverging.length === 1 && ctx.needs.length === before) throw diverging[0];
  throw new Unsupported("the parts of an endless sum are not known to converge");
}
