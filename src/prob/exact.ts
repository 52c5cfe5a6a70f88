import { checkFinite, Rational, refuseKind } from "../num/index.js";

/** An exact rational or a double; one call takes one kind and gives the same. */
export type Exact = Rational | number;

/** The four operations over one kind of number. */
export interface Arithmetic<T extends Exact> {
  from(integer: number): T;
  add(left: T, right: T): T;
  sub(left: T, right: T): T;
  mul(left: T, right: T): T;
  div(left: T, right: T): T;
  compare(left: T, right: T): number;
}

const exact: Arithmetic<Rational> = {
  from: (integer) => Rational.of(BigInt(integer)),
  add: (left, right) => left.add(right),
  sub: (left, right) => left.sub(right),
  mul: (left, right) => left.mul(right),
  div: (left, right) => left.div(right),
  compare: (left, right) => left.compare(right),
};

const double: Arithmetic<number> = {
  from: (integer) => integer,
  add: (left, right) => left + right,
  sub: (left, right) => left - right,
  mul: (left, right) => left * right,
  div: (left, right) => left / right,
  compare: (left, right) => left - right,
};

/** The arithmetic of some named arguments, which must all be rationals or all be finite doubles. */
export function arithmeticOf<T extends Exact>(fn: string, args: Record<string, T>): Arithmetic<T> {
  const entries = Object.entries<Exact>(args);
  const isExact = entries[0][1] instanceof Rational;
  for (const [name, value] of entries) {
    if (value instanceof Rational !== isExact) {
      refuseKind(fn, name, `be a ${isExact ? "Rational" : "number"} as ${entries[0][0]} is`, value);
    }
    if (!isExact) checkFinite(fn, name, value);
  }
  return (isExact ? exact : double) as unknown as Arithmetic<T>;
}

/** Refuses a probability outside [0, 1] by name. */
export function checkProbability<T extends Exact>(
  fn: string,
  name: string,
  value: T,
  ops: Arithmetic<T>,
): void {
  if (ops.compare(value, ops.from(0)) < 0 || ops.compare(value, ops.from(1)) > 0) {
    throw new RangeError(`${fn}: ${name} must be from 0 to 1, got ${value}`);
  }
}
