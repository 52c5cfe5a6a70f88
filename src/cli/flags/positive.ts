import { InvalidArgumentError } from "commander";

/** A flag's number. @throws InvalidArgumentError unless it is greater than 0 */
export function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0 && Number.isFinite(value))) {
    throw new InvalidArgumentError(`must be a number > 0, got ${text}`);
  }
  return value;
}
