import { type Field, valueOf } from "./field.js";

/** Whether a value stands in a relation to 0; undefined where its enclosure does not tell. */
export function relates<V>(
  field: Field<V>,
  value: V,
  relation: ">" | ">=" | "!=" | "=",
): boolean | undefined {
  const sign = valueOf(() => field.sign(value));
  if (sign === undefined) return undefined;
  if (relation === ">") return sign > 0;
  if (relation === ">=") return sign >= 0;
  return (sign === 0) === (relation === "=");
}
