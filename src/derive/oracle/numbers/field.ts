import type { Fraction } from "./fraction.js";

/** A division by zero, a logarithm of what is not positive, a root of what is negative: certainly no value. */
export class NoValueThere extends Error {}
/** What this evaluator cannot tell; it says nothing about the expression. */
export class CannotTell extends Error {}

// Both are thrown often and caught nearby: a trace would cost more than the evaluation.
export const noValue = (what: string): never => {
  throw quiet(NoValueThere, what);
};
export const cannotTell = (what: string): never => {
  throw quiet(CannotTell, what);
};
function quiet(Kind: new (message: string) => Error, what: string): Error {
  const kept = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  const error = new Kind(what);
  Error.stackTraceLimit = kept;
  return error;
}

/** What an evaluation came to: a value, that there is certainly none, or nothing that tells. */
export type Outcome<T> = { value: T } | "no value" | undefined;

export function attempt<T>(of: () => T): Outcome<T> {
  try {
    return { value: of() };
  } catch (error) {
    if (error instanceof NoValueThere) return "no value";
    // A RangeError is a stack or a number that has grown too large.
    if (error instanceof CannotTell || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The value where there is one. */
export function valueOf<T>(of: () => T): T | undefined {
  const found = attempt(of);
  return found === undefined || found === "no value" ? undefined : found.value;
}

export type Sign = -1 | 0 | 1;

/**
 * What an evaluation computes with: each value encloses the true one. Operations throw NoValueThere where there is
 * certainly no value, and CannotTell where the enclosure is too wide to say.
 */
export interface Field<V> {
  /** What one operation costs, in operations on doubles. */
  cost: number;
  of(value: Fraction): V;
  /** All numbers from one fraction to another, as one value. */
  between(low: Fraction, high: Fraction): V;
  add(a: V, b: V): V;
  neg(a: V): V;
  mul(a: V, b: V): V;
  div(a: V, b: V): V;
  exp(a: V): V;
  log(a: V): V;
  sqrt(a: V): V;
  cbrt(a: V): V;
  sin(a: V): V;
  cos(a: V): V;
  atan(a: V): V;
  /** The absolute value, the larger of two, and the floor. */
  abs(a: V): V;
  larger(a: V, b: V): V;
  floor(a: V): V;
  pi(): V;
  sign(a: V): Sign;
  /** The value as a fraction where it is known exactly. */
  exactly(a: V): Fraction | undefined;
  /** How far apart the ends of the enclosure are, about. */
  width(a: V): number;
  /** About where the value lies. */
  near(a: V): number;
  /** Doubles around the value; a series has none. */
  span?(a: V): { lo: number; hi: number };
}
