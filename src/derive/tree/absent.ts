/** Thrown where a procedure is asked that has yet to be loaded; the claim is graded anew when it is there. */
export class Absent extends Error {
  override name = "Absent";
  constructor() {
    super("a procedure is not loaded yet");
  }
}
