import { peek, type Reading, refuse } from "./reading.js";

/** `1,000` and `0,5` would be two numbers. */
export function refuseThousands(reading: Reading): void {
  const [before, after] = [reading.tokens[reading.next - 1], peek(reading, 1)];
  const digits = before?.kind === "number" && after.kind === "number";
  if (digits && after.at === peek(reading).at + 1) {
    throw refuse(
      reading,
      peek(reading),
      "this may be one number or two",
      "write 1\\,000 for one thousand, 0.5 for a half, a space after a comma between two",
    );
  }
}
