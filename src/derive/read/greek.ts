/** Greek letters that are names, spelt out in expressions; capitals that look Latin have no command. */
export const greek = new Set([
  ..."alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau".split(
    " ",
  ),
  ..."upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega".split(" "),
  // The other shape of a letter is another name: in many texts both occur.
  ..."varepsilon vartheta varphi varrho varsigma varpi varkappa".split(" "),
  // Signs that are letters, too: \ell and \hbar, of which the second is another name than that of \bar{h}.
  "ell",
  "hslash",
]);
