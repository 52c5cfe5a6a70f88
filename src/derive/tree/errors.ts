/** A text that the engine cannot read as an expression; the message points at the place. */
export class DerivationError extends Error {
  override name = "DerivationError";
}

/** An answer that is none; it is thrown often, and its place in the code says nothing, so no trace is kept. */
class NoAnswer extends Error {
  constructor(message: string) {
    const kept = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = kept;
  }
}

/** A part of an expression for which there is no procedure. */
export class Unsupported extends NoAnswer {
  override name = "Unsupported";
}

/** The answer where a kind of expression is met for which there is no procedure. */
export const noProcedure = (what: string): Unsupported =>
  new Unsupported(`no procedure is known here for ${what}`);

/** Thrown where a computation would grow beyond what is worth holding. */
export class GaveUp extends NoAnswer {
  override name = "GaveUp";
  constructor(where: string) {
    super(`gave up at ${where}`);
  }
}

/** The expression has no value: a division by zero, the logarithm of a negative number. */
export class Undefined extends NoAnswer {
  override name = "Undefined";
}

/** The integral or the sum has no value, whatever its parts are at the ends. */
export class Diverges extends Undefined {
  override name = "Diverges";
}

/** The tool cannot give the value: this says nothing about the expression. */
export class NoValue extends NoAnswer {
  override name = "NoValue";
}

/** The answer where a value is asked for that the tool does not compute. */
export const cannotEvaluate = (what: string): NoValue => new NoValue(`cannot evaluate ${what}`);

/** Whether an error is the engine's way of saying that it has no answer; anything else is a fault. */
export function isNoAnswer(error: unknown): error is Error {
  return error instanceof NoAnswer || error instanceof RangeError;
}

/** What work gives; undefined where it ends without an answer. */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (isNoAnswer(error)) return undefined;
    throw error;
  }
}

/** The reason in an error that is no answer. */
export function reasonOf(error: Error): string {
  if (error instanceof RangeError) return "gave up at the size or the nesting of the expression";
  return error.message;
}

/** Characters that one line shows of a value beside its place and what is expected of it. */
const mostShown = 80;

/** A value of a file as a message shows it. */
export function shown(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > mostShown ? `${text.slice(0, mostShown - 3)}...` : text;
}
