/** A text that the engine cannot read as an expression; the message points at the place. */
export class DerivationError extends Error {
  override name = "DerivationError";
}

/** A part of an expression for which there is no procedure. */
export class Unsupported extends Error {
  override name = "Unsupported";
}

/** Thrown where a computation would grow beyond what is worth holding. */
export class GaveUp extends Error {
  override name = "GaveUp";
  constructor(where: string) {
    super(`gave up at ${where}`);
  }
}

/** The expression has no value: a division by zero, the logarithm of a negative number. */
export class Undefined extends Error {
  override name = "Undefined";
}

/** The tool cannot give the value: this says nothing about the expression. */
export class NoValue extends Error {
  override name = "NoValue";
}

/** Whether an error is the engine's way of saying that it has no answer; anything else is a fault. */
export function isNoAnswer(error: unknown): error is Error {
  return (
    error instanceof Unsupported ||
    error instanceof GaveUp ||
    error instanceof NoValue ||
    error instanceof Undefined ||
    error instanceof RangeError
  );
}

/** The reason in an error that is no answer. */
export function reasonOf(error: Error): string {
  if (error instanceof RangeError) return "gave up at the size or the nesting of the expression";
  return error.message;
}
