import { DerivationError } from "../tree/errors.js";
import { placesOf, shapeText } from "./list.js";

/** Every entry is a name that the prover carries along: a matrix of 100 by 100 is more than any derivation by hand has. */
const longest = 100;
const mostEntries = longest ** 2;

/**
 * Text of a list of names, one for each entry: `symbols("x", [2, 2])` is `[[x11, x12], [x21, x22]]`. Beyond 9 along an
 * axis the entries are written `x[1, 10]`.
 *
 * @param name the family's name
 * @param shape lengths along the axes, integers from 1 to 100
 * @throws DerivationError if the name or the shape is not of that kind
 */
export function symbols(name: string, shape: readonly number[]): string {
  if (!/^[A-Za-z]\w*$/.test(name)) {
    throw new DerivationError(`symbols: name must be a name, got ${JSON.stringify(name)}`);
  }
  const whole = (length: number) => Number.isInteger(length) && length >= 1 && length <= longest;
  if (!Array.isArray(shape) || shape.length === 0 || !shape.every(whole)) {
    throw new DerivationError(
      `symbols: shape must be lengths from 1 to ${longest}, got ${JSON.stringify(shape)}`,
    );
  }
  if (shape.reduce((a, b) => a * b, 1) > mostEntries) {
    throw new DerivationError(
      `symbols: shape must have at most ${mostEntries} entries, got ${shapeText([...shape])}`,
    );
  }
  const short = shape.every((length) => length < 10);
  const texts = placesOf([...shape]).map((place) =>
    short ? `${name}${place.join("")}` : `${name}[${place.join(", ")}]`,
  );
  return nested(texts, [...shape]);
}

function nested(texts: string[], shape: number[]): string {
  if (shape.length === 0) return texts[0];
  const step = texts.length / shape[0];
  const rows = Array.from({ length: shape[0] }, (_, i) =>
    nested(texts.slice(i * step, (i + 1) * step), shape.slice(1)),
  );
  return `[${rows.join(", ")}]`;
}
