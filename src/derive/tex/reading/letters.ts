/** Greek letters that are names, spelt out in expressions; capitals that look Latin have no command. */
export const greek = new Set([
  ..."alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau".split(
    " ",
  ),
  ..."upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega".split(" "),
  // The other shape of a letter is another name: in many texts both occur.
  ..."varepsilon vartheta varphi varrho varsigma varpi varkappa".split(" "),
]);

/** Marks above a letter, and what they add to its name. */
export const accents = new Set(["hat", "bar", "tilde", "ddot", "dot", "vec"]);
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
  mathcal: "cal",
  mathscr: "scr",
  mathfrak: "frak",
};
