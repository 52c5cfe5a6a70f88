/** A number, a name or a sign, and where it begins in the text. */
export interface Token {
  kind: "number" | "name" | "sign" | "end";
  text: string;
  at: number;
}

// Letters as mathjs has them, Greek and accented ones too, without the signs among them: × and ÷, and π, which is pi.
const letter = String.raw`A-Za-z_\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02AF\u0370-\u03BF\u03C1-\u03FF\u2100-\u214F\u{1D400}-\u{1D7FF}`;
const token = new RegExp(
  String.raw`\s*(?:(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([${letter}][${letter}\d]*)|(\*\*|&&|\|\||[=!<>]=|\.[*/^]|\S))`,
  "uy",
);

/** The token that begins at a place of the text or behind the blanks there, and where the next one may. */
export function tokenAt(text: string, place: number): { token: Token; end: number } {
  token.lastIndex = place;
  const match = token.exec(text);
  if (!match) return { token: { kind: "end", text: "", at: text.length }, end: text.length };
  const [, number, name, sign] = match;
  const found = number ?? name ?? sign;
  const kind = number !== undefined ? "number" : name !== undefined ? "name" : "sign";
  return { token: { kind, text: found, at: token.lastIndex - found.length }, end: token.lastIndex };
}
