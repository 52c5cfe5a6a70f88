/** What interrupts a cell that waits, or a question to the compiler. */
export class Interrupted extends Error {
  override name = "Interrupted";
  override message = "interrupted";
  readonly #own = true;

  /** Whether a thrown value is one; a proxy, whose trap `instanceof` would call, is none. */
  static is(thrown: unknown): thrown is Interrupted {
    return typeof thrown === "object" && thrown !== null && #own in thrown;
  }
}
