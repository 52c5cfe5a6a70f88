/** What is read of matrices and is not decided here, with why. */
export class Outside extends Error {
  constructor(what: string, reason = `${what} has no meaning here yet`) {
    super(reason);
  }
}

/** Why two sizes are not told apart: a product of lengths may be a length of its own name. */
export const lengthsApart = (): Outside =>
  new Outside("a size", "it cannot be told whether two products of lengths are equal");
