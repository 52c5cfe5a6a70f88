import type { Distribution } from "../random/laws/readLaw.js";

/** What is said of random variables. */
export type RandomMeaning =
  /** One, or each entry of a family; its distribution, where it is said. */
  | { is: "random variable"; indices?: readonly string[]; distribution?: Distribution }
  /** The groups are independent of each other; in a group by rows, what differs in its index is, too. */
  | { is: "independent"; groups: readonly IndependentGroup[] }
  /** All have one distribution: the names, and all entries of each; of pairs, each pair. */
  | { is: "alike"; names: readonly string[]; joint: boolean }
  /** Every linear combination of these is normal. */
  | { is: "jointly normal"; names: readonly string[] }
  /** No two of these are correlated, entries of one family among them. */
  | { is: "uncorrelated"; names: readonly string[] };

export interface IndependentGroup {
  names: readonly string[];
  byRow: boolean;
}
