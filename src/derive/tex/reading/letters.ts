export { greek } from "../../read/greek.js";

/** Marks above a letter, and what they add to its name. */
export const accents = new Set(
  "hat bar tilde ddot dot vec check breve mathring underline".split(" "),
);
export const accentVariants: Record<string, string> = {
  widehat: "hat",
  overline: "bar",
  widetilde: "tilde",
  overrightarrow: "vec",
};

/** Alphabets in which a letter is another name, and what they add to it. */
export const alphabets: Record<string, string> = {
  mathbf: "bold",
  boldsymbol: "bold",
  bm: "bold",
  pmb: "bold",
  mathcal: "cal",
  mathscr: "scr",
  mathfrak: "frak",
};

/** The highest order of a derivative: each is a derivative of one before, and longer with each. */
export const highestOrder = 9;

/** Letters that before parentheses are functions that everybody knows. */
export const knownFunctions = new Set("Gamma Phi zeta delta".split(" "));
