import { DerivationError } from "../derive/tree/errors.js";
import type { Token } from "../derive/tex/reading/tokens.js";

/** The type faces that a reader tells apart, by their commands; a letter alone is slanted. */
const faces: Record<string, string> = {
  mathit: "slanted",
  mathrm: "upright",
  operatorname: "upright",
  mathsf: "sans serif",
  mathbb: "blackboard bold",
  text: "upright",
};

/** Differentials and the number e are set either way. */
const free = new Set(["d", "e"]);

/** Two faces of one name look like two names, and are read as one. @throws DerivationError that names it */
export function refuseTwoFaces(tokens: readonly Token[]): void {
  const seen = new Map<string, string>();
  tokens.forEach((token, i) => {
    const face = token.kind === "letter" ? "slanted" : faces[token.command ?? ""];
    if (face === undefined || free.has(token.text)) return;
    const name = `${headOf(tokens, i)}${token.text}`;
    const before = seen.get(name) ?? face;
    seen.set(name, before);
    if (before === face) return;
    throw new DerivationError(
      `\`${name}\` stands ${before} and ${face}, which looks like two names; write it in one face`,
    );
  });
}

/** A label below a letter is a part of this name: `x_` of the a in `x_a` and in `x_{a}`. */
function headOf(tokens: readonly Token[], i: number): string {
  const below = tokens[i - 1]?.text === "{" ? i - 2 : i - 1;
  return tokens[below]?.text === "_" ? `${tokens[below - 1]?.text ?? ""}_` : "";
}
