import { Unsupported } from "../tree/errors.js";
import { number, symbol } from "../tree/expression.js";
import { constant } from "../form/ring/form.js";
import type { Atom } from "../form/ring/ring.js";
import type { Context } from "../form/context.js";
import type { Kind } from "../form/kinds.js";
import { logOfNumber } from "../functions/logarithm.js";
import { Rational } from "../../num/index.js";

const itself = ({ ring }: Context, atom: Atom) => ring.form(atom);
const zero = ({ ring }: Context) => constant(ring, 0n);

export const pi: Kind<"pi"> = {
  rebuild: itself,
  expression: () => symbol("pi"),
  derivative: zero,
  sign: () => ({ side: 1, weak: false }),
};

/** A prime to a power between 0 and 1. */
export const prime: Kind<"prime"> = {
  rebuild: itself,
  expression: ({ value }) => number(value),
  derivative: zero,
  sign: () => ({ side: 1, weak: false }),
  logarithm: (ctx, { value }) => logOfNumber(ctx, Rational.of(value)),
};

/** The probability of one outcome of several variables. */
export const joint: Kind<"joint"> = {
  rebuild: itself,
  expression() {
    throw new Unsupported("a joint outcome stands for an expression");
  },
  derivative: zero,
  sign: () => ({ side: 1, weak: true }),
};
