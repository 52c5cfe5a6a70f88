/** Letters that before parentheses are functions that everybody knows. */
export const knownFunctions = new Set("Gamma Phi zeta delta".split(" "));
/** Letters that before parentheses are orders of growth. */
export const orders = new Set("Theta Omega o O".split(" "));
/** Letters of operators that are written without parentheses too: `EX + EY` writes no product out. */
export const operators = new Set(["E", "D", "V"]);
/** Letters that are mostly functions. */
export const mostlyFunctions = new Set("f g h p q u F G H L P Q".split(" "));
