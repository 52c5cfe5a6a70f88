import { NoValue, Undefined } from "../../tree/errors.js";
import { isExact, type Value } from "../../evaluate/value.js";

/** A value that must be an integer. */
export function integerOf(value: Value, what: string): bigint {
  if (!isExact(value)) throw new NoValue(`${what} is taken of a value that is not exact`);
  if (!value.isInteger) throw new Undefined(`${what} is taken of ${value}`);
  return value.num;
}
