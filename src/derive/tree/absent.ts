/** Thrown where a procedure is asked that has yet to be loaded; what asked for it begins anew when it is there. */
export class Absent extends Error {
  override name = "Absent";
  constructor(readonly load: () => Promise<void>) {
    super("a procedure is not loaded yet");
  }
}
