import { Rational } from "../../num/index.js";
import { call } from "../tree/expression.js";
import type { Kind } from "../form/kinds.js";
import { cubeRoot as cubeRootForm } from "../functions/cubeRoots.js";
import { powerSlope } from "./shared/powerSlope.js";

const third = Rational.of(1n, 3n);

/** The real cube root of what has no known sign. */
export const cubeRoot: Kind<"cbrt"> = {
  rebuild: (ctx, { of }, put) => cubeRootForm(ctx, put(of)),
  expression: ({ of }, write) => call("cbrt", write(of)),
  derivative(ctx, atom, _, slope) {
    const why = "a cube root has no derivative at 0";
    return powerSlope(ctx, ctx.ring.form(atom), atom.of, third, slope(atom.of), why);
  },
  sign: (signs, { of }) => signs.sign(of),
};
