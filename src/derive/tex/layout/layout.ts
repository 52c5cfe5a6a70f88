import type { Token } from "../reading/tokens.js";
import { namedArrays } from "./arrays.js";
import { withNorms } from "./doubleBars.js";
import { withoutFontSwitches } from "./fontSwitches.js";
import { withoutGroups } from "./groups.js";
import { withoutBoxes } from "./boxes.js";
import { namedOperators } from "./operators.js";
import { withoutReferences } from "./references.js";
import { namesInText } from "./textNames.js";
import { withoutUnseen } from "./unseen.js";

/**
 * The tokens of a display without what only sets it: alignment, boxes, colours, references and what is not seen; single
 * words in \text as the names they are.
 */
export function withoutLayout(source: string, tokens: readonly Token[]): Token[] {
  const plain = withNorms(withoutFontSwitches(withoutBoxes(source, tokens)));
  const seen = namedOperators(withoutGroups(withoutUnseen(plain)));
  return namesInText(withoutAlignment(withoutReferences(namedArrays(seen))));
}

/** Alignment marks say nothing; those of a matrix separate its entries, those of cases the condition of a case. */
function withoutAlignment(tokens: readonly Token[]): Token[] {
  const open: boolean[] = [];
  return tokens.filter((token) => {
    if (token.kind !== "sign") return true;
    if (token.text === "\\begin") open.push(/matrix$|cases$/.test(token.command ?? ""));
    if (token.text === "\\end") open.pop();
    return token.text !== "&" || open.at(-1) === true;
  });
}
