import { negate } from "../../tree/expression.js";
import { compared, mirrored, type Sided, type Unfold } from "./unfold.js";

/** The greatest of some is below what all are below, and above what one is above. */
export const unfoldMaximum: Unfold = (_, args, relation, value) => {
  const all = (own: Sided["relation"]) => args.map((arg) => compared(arg, own, value));
  if (relation === "<" || relation === "<=") return [all(relation)];
  if (relation === ">" || relation === ">=") return all(relation).map((own) => [own]);
  if (relation === "!=") return [...all(">").map((own) => [own]), all("<")];
  return args.map((arg, i) => [compared(arg, "=", value), ...all("<=").filter((_, j) => j !== i)]);
};

/** The least of some is less the greatest of the same with other signs. */
export const unfoldMinimum: Unfold = (asked, args, relation, value) =>
  unfoldMaximum(asked, args.map(negate), mirrored(relation), negate(value));
