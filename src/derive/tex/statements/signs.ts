import type { Chain } from "./chains.js";
import { is, peek, type Reading, refuse } from "../reading/reading.js";
import type { Proposition } from "./propositions.js";
import type { Statement } from "./statements.js";

/**
 * Reads a chain. `x = \pm a` leaves open which sign it is, and is two alternatives; where `\pm` stands in all sides, the
 * whole statement is two, one for each sign.
 */
export function ofEitherSign(reading: Reading, read: (reading: Reading) => Chain): Proposition {
  const [place, begin] = [peek(reading), placeOf(reading)];
  const signs = reading.signs;
  const one = read(reading);
  const signed = one.signed?.filter(Boolean).length ?? 0;
  if (signed === 0) return [[one]];
  if (one.sides.length > 1 && signed === one.sides.length) {
    reading.isPaired = true;
    return [[one]];
  }
  const isOther = reading.tokens.slice(begin.next, reading.next).some((sign) => is(sign, "mp"));
  if (one.relations.join() !== "=" || reading.signs > signs + 1 || isOther) {
    throw refuse(
      reading,
      place,
      "\\pm or \\mp stands in some sides alone, and it is not clear which signs are meant",
      "write a statement for each sign",
    );
  }
  const other = reread(reading, begin, read);
  return [[one], [other]];
}

/** Reads a statement once, or for each sign of a `\pm` that stands in all its sides. */
export function ofBothSigns(reading: Reading, read: (reading: Reading) => Statement): Statement[] {
  const [place, begin] = [peek(reading), placeOf(reading)];
  reading.isPaired = false;
  const upper = read(reading);
  if (!reading.isPaired) return [upper];
  if (upper.sides.flat(2).some(({ signed }) => signed?.includes(true) && signed.includes(false))) {
    const what = "it is not clear which of the signs \\pm belong together";
    throw refuse(reading, place, what, "write a statement for each sign");
  }
  const lower = reread(reading, begin, read);
  return [
    { ...upper, signs: "upper" },
    { ...lower, signs: "lower" },
  ];
}

/** The tokens are kept, too: a reader takes a number apart where TeX takes its first digit. */
const placeOf = ({ next, tokens }: Reading): Pick<Reading, "next" | "tokens"> => ({
  next,
  tokens: [...tokens],
});

/** Reads again from a place, with the other sign of each `\pm`. */
function reread<T>(
  reading: Reading,
  begin: Pick<Reading, "next" | "tokens">,
  read: (reading: Reading) => T,
): T {
  const { isLower } = reading;
  Object.assign(reading, begin, { isLower: !isLower });
  const found = read(reading);
  reading.isLower = isLower;
  return found;
}
