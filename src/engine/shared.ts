// What the engine gives at once, wherever it runs.
export type { Claim, ProveOptions, Verdict } from "./claim.js";
export { parse, type Parsed } from "./parse.js";
export { grades, holds, weakest } from "../record/grades.js";
export { vocabulary } from "../derive/assumptions/declared.js";
export { tex, type Tex } from "../derive/tex/tex.js";
export { DerivationError } from "../derive/tree/errors.js";
export { Rational, rational } from "../num/rational.js";
export type * from "../record/types.js";
export type { Expr, Outcome } from "../derive/tree/expression.js";
export type { ClaimParts } from "../derive/claims/readClaims.js";
export type { Argmax } from "../derive/derivation/argmax.js";
export type { MathjsValue } from "../derive/read/mathjs.js";
export type { Related, Written } from "../derive/notation/written.js";
export type {
  ArgmaxOptions,
  DefinitionOptions,
  ErratumText,
  StepOptions,
} from "../derive/steps/stepOptions.js";
export type {
  PointEntries,
  PointValue,
  PointValues,
  StepValues,
} from "../derive/steps/valuesAt.js";
export type { Graded } from "../record/grades.js";
export type { Verified } from "../derive/records/verify.js";
