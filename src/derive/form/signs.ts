import type { Rational } from "../../num/index.js";
import type { Form } from "./ring/form.js";
import type { Kinds } from "./kinds.js";
import type { Poly } from "./ring/polynomial.js";
import type { Ring } from "./ring/ring.js";

/** What is known of a value; `weak` allows 0. */
export interface Sign {
  side: 1 | -1;
  weak: boolean;
}
export type Comparison = ">" | ">=" | "!=";

/** Whether what has a sign compares so with 0. */
export const hasSign = (relation: Comparison, sign: number): boolean =>
  relation === ">" ? sign > 0 : relation === ">=" ? sign >= 0 : sign !== 0;

/** What is known of a polynomial, and the assumption that says so. */
export interface Fact {
  poly: Poly;
  relation: Comparison;
  text: string;
}

/** A bound on an atom, from a fact. */
export interface Bound {
  value: Rational;
  strict: boolean;
  text: string;
}
export interface Bounds {
  lower?: Bound;
  upper?: Bound;
}

/** What can be asked of signs, and told. It never says more than it can show; `used` gathers the facts it rested on. */
export interface Signs {
  readonly ring: Ring;
  readonly kinds: Kinds;
  /** Names of functions that are densities. */
  readonly densities: ReadonlySet<string>;
  readonly facts: readonly Fact[];
  /** Names that stand for any index, so that a bound on their entry is one on all. */
  readonly every: Set<string>;
  used: Set<string>;

  /** Runs `work` and forgets the facts that were added inside. */
  scoped<T>(work: () => T): T;
  integer(name: string): void;
  isIntegerName(name: string): boolean;
  bounds(id: number): Bounds;
  /** Adds `form relation 0`, in its pieces: factors of known sign go, what a product needs each piece needs. */
  learn(form: Form, relation: Comparison, text: string): void;
  /** Adds `poly relation 0` as it is. */
  learnPoly(poly: Poly, relation: ">" | ">=", text: string): void;

  positive(form: Form): boolean;
  nonnegative(form: Form): boolean;
  nonzero(form: Form): boolean;
  /** The sign of a form that is not 0, where it can be shown. */
  sign(form: Form): Sign | undefined;
  /** The sign of a polynomial, by its shape, its bounds, or the facts of which it is a positive combination. */
  polySign(poly: Poly): Sign | undefined;
  /** Whether an atom is known to be other than 0 by a fact that says so. */
  knownNonzero(id: number): boolean;
  /** Whether one more attempt is worth it within the question that was asked first. */
  attempt(): boolean;
}
