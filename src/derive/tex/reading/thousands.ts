import { peek, type Reading, refuse } from "./reading.js";
import type { Token } from "./tokens.js";

const isDrawnFrom = (sign: Token | undefined): boolean => sign?.text.startsWith("~") ?? false;

/** `1,000` and `0,5` would be two numbers; behind a calligraphic letter or a word, `\mathcal{N}(0,1)`, they are. */
export function refuseThousands(reading: Reading): void {
  const [before, after] = [reading.tokens[reading.next - 1], peek(reading, 1)];
  const previous = reading.tokens[reading.next - 2];
  const digits = before?.kind === "number" && after.kind === "number";
  const open = reading.tokens[reading.next - 3];
  const sign = reading.tokens[reading.next - 4];
  const isOfWord = previous?.text === "(" && (open?.kind === "word" || isDrawnFrom(sign));
  if (before?.text.includes(".") && after.text.includes(".")) return;
  const isShort = after.text.length < 3;
  const isScript = previous?.text === "^" || previous?.text === "_";
  if ((isOfWord && isShort) || isScript) return;
  if (digits && after.at === peek(reading).at + 1) {
    throw refuse(
      reading,
      peek(reading),
      "this may be one number or two",
      "write 1\\,000 for one thousand, 0.5 for a half, a space after a comma between two",
    );
  }
}
