/** Why a value is not plain, or not held. */
export class LeftOut extends Error {
  override name = "LeftOut";

  /** @param ofBudget whether the value is plain, and only too much */
  constructor(
    readonly reason: string,
    readonly ofBudget = false,
  ) {
    super(reason);
  }
}
