import * as assert from "uvu/assert";

/** Fails unless `run` throws an error with such a message, of the kind that is given. */
export function refuses(
  run: () => unknown,
  message: RegExp,
  kind: new (message: string) => Error = Error,
): void {
  let thrown: unknown;
  try {
    run();
  } catch (error) {
    thrown = error;
  }
  assert.instance(thrown, kind, `expected an error ${message}`);
  assert.match((thrown as Error).message, message);
}
