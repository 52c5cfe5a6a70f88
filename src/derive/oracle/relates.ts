import { CannotTell, type Field } from "./field.js";

/** Whether a value stands in a relation to 0; undefined where its enclosure does not tell. */
export function relates<V>(
  field: Field<V>,
  value: V,
  relation: ">" | ">=" | "!=" | "=",
): boolean | undefined {
  try {
    const sign = field.sign(value);
    if (relation === ">") return sign > 0;
    if (relation === ">=") return sign >= 0;
    return (sign === 0) === (relation === "=");
  } catch (error) {
    if (error instanceof CannotTell) return undefined;
    throw error;
  }
}
