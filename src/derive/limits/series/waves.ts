import { Rational } from "../../../num/index.js";
import type { Context } from "../../form/context.js";
import { constant, type Form, formKey } from "../../form/ring/form.js";
import { substituteForm } from "../../form/formSubstitution.js";
import { subtractForms } from "../../form/ring/addition.js";
import { formNames } from "../../form/ring/ring.js";
import { attempt } from "../../tree/errors.js";
import { constantValue } from "../../tree/constants.js";
import { freeNames, mentions, substitute } from "../../tree/names.js";
import { type Expr, number, parts, treeKey, withParts } from "../../tree/expression.js";
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
  if (first.kind === "turn" && !takesBothSigns(first.of)) return false;
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

/** Integers at which the powers are looked at: the parity of a polynomial repeats, so that each value comes back. */
const tried = 16;

/** Whether powers of -1 in one name are 1 as well as -1 for integers without end. Of other exponents nothing is known. */
function takesBothSigns(of: Expr): boolean {
  const [name, ...others] = freeNames(of);
  if (name === undefined || others.length > 0 || isTower(of, name)) return false;
  const values = Array.from({ length: tried }, (_, k) =>
    valueOf(substitute(of, new Map([[name, number(BigInt(k))]]))),
  );
  return values.every(Boolean) && new Set(values.map((value) => value!.sign)).size === 2;
}

/** The value of powers of numbers with polynomials in the exponent, where the name has a value; else undefined. */
function valueOf(expr: Expr): Rational | undefined {
  if (expr.kind === "number" || expr.kind === "symbol" || expr.kind === "call")
    return constantValue(expr);
  const values = parts(expr).map(valueOf);
  if (values.some((value) => value === undefined)) return undefined;
  if (expr.kind !== "pow")
    return constantValue(
      withParts(
        expr,
        values.map((value) => number(value!)),
      ),
    );
  const [base, exponent] = values as [Rational, Rational];
  return exponent.isInteger && exponent.abs().num <= mostPower
    ? base.pow(Number(exponent.num))
    : undefined;
}
/** n^3 of the last integer that is tried, and more. */
const mostPower = 100_000n;

/** Whether a name stands in an exponent within an exponent: the parity of 2^n does not repeat. */
const isTower = (expr: Expr, name: string, deep = 0): boolean =>
  expr.kind === "pow" && mentions(expr.right, name)
    ? deep > 0 || isTower(expr.left, name, deep) || isTower(expr.right, name, 1)
    : parts(expr).some((part) => isTower(part, name, deep));

const holdsFloor = (expr: Expr): boolean =>
  (expr.kind === "call" && expr.name === "floor") || parts(expr).some(holdsFloor);
