import { is, peek, type Reading, refuse, takes } from "./reading.js";

/** In an aligned display a line that begins with a sign goes on with the term or product above. */
export function lineGoesOn(reading: Reading, signs: string[]): void {
  if (reading.nesting > 0 || !is(peek(reading), "\\\\")) return;
  let ahead = 1;
  while (is(peek(reading, ahead), "\\quad")) ahead++;
  const first = peek(reading, ahead);
  if (!signs.some((sign) => is(first, sign))) return;
  if (first.text === "-" && relationInLine(reading, ahead)) {
    throw refuse(
      reading,
      first,
      "a line that begins with a minus may go on or begin anew",
      "begin the line with its relation, or put the left side in parentheses",
    );
  }
  reading.next += ahead;
}

/** A line that ends with a sign goes on in the next one. */
export function passLineEnd(reading: Reading): void {
  if (reading.nesting > 0 || !takes(reading, "\\\\")) return;
  while (takes(reading, "\\quad"));
}

function relationInLine(reading: Reading, from: number): boolean {
  for (let ahead = from; ; ahead++) {
    const token = peek(reading, ahead);
    if (token.kind === "end" || is(token, "\\\\")) return false;
    if (token.kind === "relation") return true;
  }
}
