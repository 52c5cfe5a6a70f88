import type { Field } from "../numbers/field.js";
import { fraction } from "../numbers/fraction.js";

/** The value of a function over any field: where a rule changes, by `field.sign`, which does not tell near the place. */
export type Defined = <V>(field: Field<V>, args: V[]) => V;

export const whole = <V>(field: Field<V>, n: number | bigint): V => field.of(fraction(n));
export const minus = <V>(field: Field<V>, a: V, b: V): V => field.add(a, field.neg(b));
