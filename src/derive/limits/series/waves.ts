import { Rational } from "../../../num/index.js";
import type { Context } from "../../form/context.js";
import { constant, type Form, formKey } from "../../form/ring/form.js";
import { substituteForm } from "../../form/formSubstitution.js";
import { subtractForms } from "../../form/ring/addition.js";
import { formNames } from "../../form/ring/ring.js";
import { attempt } from "../../tree/errors.js";
import { type Expr, parts, treeKey } from "../../tree/expression.js";
import { isWave } from "./asked.js";

/** A value that moves between bounds as its argument grows. */
export interface Wave {
  kind: "sin" | "cos" | "fraction" | "turn";
  of: Expr;
}

const fractions = ([num, den]: readonly [number, number]) => Rational.of(BigInt(num), BigInt(den));
/** Places of one turn: the sine and the cosine there. */
const turns = [
  [0, 1],
  [3 / 5, 4 / 5],
  [1, 0],
  [0, -1],
  [-1, 0],
].map((pair) => pair.map((value) => fractions([Math.round(value * 5), 5])));

/**
 * Whether a value is told to be different at two places that its waves come back to without end. Waves of different
 * arguments may depend on one another, and then nothing is said.
 */
export function swings(
  ctx: Context,
  form: Form,
  waves: readonly Wave[],
  isWhole: boolean,
): boolean {
  const [first] = waves;
  if (waves.some(({ of }) => treeKey(of) !== treeKey(first.of))) return false;
  if (first.kind === "fraction") return false;
  // An angle passes all values where it is continuous.
  if (first.kind !== "turn" && (isWhole || holdsFloor(first.of))) return false;
  const names = [...formNames(ctx.ring, form)].filter(isWave);
  const values = turns.flatMap((turn) => {
    const put = (own: Form, name: string, kind: Wave["kind"]) =>
      substituteForm(ctx, own, name, constant(ctx.ring, kind === "cos" ? turn[1] : turn[0]));
    return attempt(() => names.reduce((own, name, i) => put(own, name, waves[i].kind), form)) ?? [];
  });
  const own = first.kind === "turn" ? values.filter((_, i) => i === 2 || i === 4) : values;
  return own.some((value) => {
    const gap = subtractForms(ctx.ring, value, own[0]);
    return formKey(gap) !== formKey(constant(ctx.ring, 0n)) && ctx.signs.nonzero(gap);
  });
}

const holdsFloor = (expr: Expr): boolean =>
  (expr.kind === "call" && expr.name === "floor") || parts(expr).some(holdsFloor);
