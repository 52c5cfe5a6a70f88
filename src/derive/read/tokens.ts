/** A number, a name or a sign, and where it begins in the text. */
export interface Token {
  kind: "number" | "name" | "sign" | "end";
  text: string;
  at: number;
}

/** Digits and signs that are set above the line, in the order of `0123456789-+n`. */
const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿ";

/** What a sign that is set above the line says as an exponent; undefined for any other. */
export function exponentOf(sign: string): string | undefined {
  const plain = [...sign].map((one) => "0123456789-+n"[superscripts.indexOf(one)] ?? "").join("");
  return plain.length === sign.length && /^[-+]?(?:\d+|n)$/.test(plain) ? plain : undefined;
}

// Letters as mathjs has them, Greek and accented ones too, without the signs among them: × and ÷, and π, which is pi.
const letter = String.raw`A-Za-z_\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02AF\u0370-\u03BF\u03C1-\u03FF\u2100-\u214F\u{1D400}-\u{1D7FF}`;
const token = new RegExp(
  String.raw`\s*(?:(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([${letter}][${letter}\d]*)|(\*\*|&&|\|\||[=!<>]=|\.[*/^]|[${superscripts}]+|\S))`,
  "uy",
);

/** Signs that say the same as one of the grammar. */
const synonyms = new Map(
  Object.entries({
    ...{ "·": "*", "⋅": "*", "∗": "*", "−": "-", "÷": "/", "**": "^" },
    ...{ π: "pi", "∞": "Infinity" },
  }),
);

/** Greek letters by their names, in the order of Unicode; Σ and Π alone are signs of sums and products. */
const greekNames = new Map(
  [
    ["αβγδεζηθικλμνξ", "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi"],
    ["ρστυφχψω", "rho sigma tau upsilon phi chi psi omega"],
    ["ΓΔΘΛΞΦΨΩ", "Gamma Delta Theta Lambda Xi Phi Psi Omega"],
  ].flatMap(([letters, names]) => {
    const all = names.split(" ");
    return [...letters].map((letter, i) => [letter, all[i]] as const);
  }),
);
/** Letters that are signs, or of which it is not clear which name they have. */
const unclearLetters = new Set("ΣΠϵϑϕϱϖϰς");

/** A name with its Greek letter spelt out, `α_1` as alpha_1; what has other letters behind it is a name of its own. */
export function spelt(name: string): string {
  const spelling = greekNames.get(name[0]);
  return spelling !== undefined && /^(?:\d+|_\w+)?$/.test(name.slice(1))
    ? spelling + name.slice(1)
    : name;
}

/** The token that begins at a place of the text or behind the blanks there, and where the next one may. */
export function tokenAt(source: string, place: number): { token: Token; end: number } {
  token.lastIndex = place;
  const match = token.exec(source);
  if (!match) return { token: { kind: "end", text: "", at: source.length }, end: source.length };
  const [, number, name, sign] = match;
  const found = number ?? name ?? sign;
  const text = synonyms.get(found) ?? (name === undefined ? found : spelt(name));
  const isName =
    (name !== undefined && !unclearLetters.has(name)) || (text !== found && /^\w/.test(text));
  const kind = number !== undefined ? "number" : isName ? "name" : "sign";
  return { token: { kind, text, at: token.lastIndex - found.length }, end: token.lastIndex };
}
