import type { Head } from "../scripts/head.js";
import type { Reading } from "../reading/reading.js";

/** Letters that before parentheses are orders of growth. */
export const orders = new Set("Theta Omega o O".split(" "));
/** Letters of operators that are written without parentheses too: `EX + EY` writes no product out. */
export const operators = new Set(["E", "D", "V"]);
/** Letters that are mostly functions. */
export const mostlyFunctions = new Set("f g h p q u F G H L P Q".split(" "));

/** `\delta(a + b) < \delta`: a letter that everybody knows as a function, and that stands alone, too. */
export const isKnownAndNot = (
  { evidence, declared }: Reading,
  { letter, names }: Head,
  name?: string,
): boolean =>
  name !== undefined &&
  letter === "delta" &&
  names.length === 1 &&
  evidence.symbols.has(name) &&
  !declared.functions.has(name);
