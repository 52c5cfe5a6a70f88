import type { Expr } from "../../tree/expression.js";
import { isMatrixLetter } from "../../meanings/matrices.js";
import { baseOf } from "../reading/evidence.js";
import type { Supposed } from "../reading/texError.js";
import type { Head } from "../scripts/head.js";
import { mostlyFunctions, operators } from "./knownLetters.js";

/** What a head may be for its parentheses to hold a factor: a number, or a capital to the power of -1 a matrix. */
export function supposedFactor({ letter, isInverse }: Head, whole: Expr): Supposed | undefined {
  const base = baseOf(whole);
  if (mostlyFunctions.has(letter) || (base.kind !== "symbol" && base.kind !== "index"))
    return undefined;
  const { name } = base;
  if (isInverse && isMatrixLetter(name)) return { name, is: "matrix", indices: 0 };
  if (operators.has(letter)) return undefined;
  return base.kind === "index"
    ? { name, is: "family", indices: base.indices.length }
    : { name, is: "number", indices: 0 };
}
