import { texError } from "./texError.js";
import type { Token } from "./tokens.js";

/** Watches the negative space of a formula, from its beginning on. */
export interface Overprint {
  space(text: string): void;
  /** @throws DerivationError where a token would be set on top of what stands before it */
  token(token: Omit<Token, "at">, at: number): void;
}

/** Signs with room about them. */
const roomy = /^(?:sum|prod|i{1,3}nt)$/;
const opening = new Set(["(", "[", "\\{"]);
const closing = new Set([")", "]", "\\}"]);
/** What takes no room itself. */
const unseen = new Set(["{", "}", "_", "^", "&"]);

/**
 * Much negative space sets what follows on top of what stands before, so that a page hides one, or turns their order
 * round. What stands between and says nothing does not end it.
 */
export function overprint(source: string): Overprint {
  let [count, before] = [0, ""];
  return {
    space: (text) => void (count += text.split("\\!").length - 1),
    token({ kind, text }, at) {
      if (kind === "sign" && unseen.has(text)) return;
      const hasRoom = roomy.test(before) || roomy.test(text);
      const isEnclosed = opening.has(text) && !opening.has(before) && !closing.has(before);
      if (count > (hasRoom || isEnclosed ? 2 : 1)) {
        const why = "so much negative space sets one thing on top of another";
        throw texError(source, at, why, "leave it out");
      }
      [count, before] = [0, text];
    },
  };
}
