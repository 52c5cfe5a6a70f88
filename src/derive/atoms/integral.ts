import { noProcedure } from "../tree/errors.js";
import { call, negate, symbol } from "../tree/expression.js";
import { add, subtractForms } from "../form/ring/addition.js";
import { innerForms } from "../form/ring/atomParts.js";
import type { Context } from "../form/context.js";
import { constant, type Form, isZero, multiply, negated } from "../form/ring/form.js";
import { substituteForm } from "../form/formSubstitution.js";
import type { AtomOf, Kind } from "../form/kinds.js";
import { formAtoms } from "../form/ring/ring.js";
import type { Sign, Signs } from "../form/signs.js";
import { library } from "../library/library.js";
import { boundSign } from "../signs/atomSign.js";

const infinity = symbol("Infinity");

/** An integral; a limit that is missing is infinite. */
export const integral: Kind<"integral"> = {
  rebuild(ctx, { body, bound, lower, upper }, put) {
    const inside = put(body, bound);
    const [low, high] = [lower, upper].map((limit) => limit && put(limit));
    return ctx.rules.integral(ctx, inside, bound, low, high);
  },
  expression({ body, bound, lower, upper }, write) {
    const inside = write(body);
    const [low, high] = [lower, upper].map((limit) => limit && write(limit));
    return call("integrate", inside, symbol(bound), low ?? negate(infinity), high ?? infinity);
  },
  derivative(ctx, { body, bound, lower, upper }, _, slope) {
    const { ring } = ctx;
    ctx.applied.add("derivative-of-integral");
    const edges = [upper, lower].map((limit, i) => {
      const rate = limit && slope(limit);
      if (!limit || !rate || isZero(rate)) return constant(ring, 0n);
      if (jumps(ctx, body, bound)) throw noProcedure("the derivative of an integral by its limit");
      const value = multiply(ring, rate, substituteForm(ctx, body, bound, limit));
      return i === 0 ? value : negated(value);
    });
    const inner = slope(body);
    if (isZero(inner)) return add(ring, ...edges);
    if (!lower || !upper) ctx.convergent.add(ctx.origin(bound));
    return add(ring, ...edges, ctx.rules.integral(ctx, inner, bound, lower, upper));
  },
  sign: (signs, atom) => signOfRange(signs, atom) ?? boundSign(signs, atom),
};

/** An integral over the line, or from 0 on to what is not negative, has the sign of what stands under it. */
function signOfRange(
  signs: Signs,
  { body, bound, lower, upper }: AtomOf<"integral">,
): Sign | undefined {
  const { ring } = signs;
  if (lower && upper && !(isZero(lower) && signs.nonnegative(upper))) return undefined;
  const sign = signs.scoped(() => {
    const x = ring.form(ring.symbol(bound));
    if (lower) signs.learn(subtractForms(ring, x, lower), ">=", "");
    if (upper) signs.learn(subtractForms(ring, upper, x), ">=", "");
    return signs.sign(body);
  });
  return sign && { side: sign.side, weak: true };
}

/** Whether a form holds a function of a name that is known to jump. */
function jumps(ctx: Context, form: Form, name: string): boolean {
  return [...formAtoms(form)].some((id) => {
    const atom = ctx.ring.atoms[id];
    if (!atom.names.has(name)) return false;
    if (atom.kind === "call" && library.get(atom.name)?.jumps) return true;
    return innerForms(atom).some((inner) => jumps(ctx, inner, name));
  });
}
