import { Rational } from "../../num/index.js";
import { call, number, over, toThe } from "../tree/expression.js";
import { constant, multiply } from "../form/ring/form.js";
import type { Kind } from "../form/kinds.js";
import { logarithm } from "../functions/logarithm.js";
import { rootOf } from "../functions/roots.js";
import { powerSlope } from "./shared/powerSlope.js";

const exponentOf = ({ degree }: { degree: number }) => Rational.of(1n, BigInt(degree));

/** The principal root of what is not negative. */
export const root: Kind<"root"> = {
  rebuild: (ctx, atom, put) => rootOf(ctx, put(atom.of), exponentOf(atom)),
  expression: ({ of, degree }, write) =>
    degree === 2
      ? call("sqrt", write(of))
      : toThe(write(of), over(number(1n), number(BigInt(degree)))),
  derivative(ctx, atom, _, slope) {
    const why = "a root has no derivative at 0";
    return powerSlope(ctx, ctx.ring.form(atom), atom.of, exponentOf(atom), slope(atom.of), why);
  },
  sign: (signs, { of }) => ({ side: 1, weak: !signs.nonzero(of) }),
  logarithm: (ctx, atom) =>
    multiply(ctx.ring, constant(ctx.ring, exponentOf(atom)), logarithm(ctx, atom.of)),
};
