import { rational } from "../../../num/index.js";
import { type Expr, number, symbol } from "../../tree/expression.js";
import { type Reading, refuse } from "./reading.js";
import { texError } from "./texError.js";
import { candidateNames, meaningOf, type WrittenSymbol } from "./symbolNames.js";
import type { Token } from "./tokens.js";

/** The expression that a written symbol is here; what it turns out to be is noted for the second reading. */
export function resolved(reading: Reading, token: Token, written: WrittenSymbol): Expr {
  const { declared, evidence, bound, found } = reading;
  const meaning = meaningOf(written, declared, evidence, bound);
  if (meaning.kind === "ambiguous") {
    throw refuse(
      reading,
      token,
      `this may be ${meaning.readings.join(" or ")}: all of them are in use`,
      "rename one of them",
    );
  }
  if (meaning.kind === "symbol") {
    refuseSquareAndRoot(reading, token, written);
    refuseSecond(reading, token, meaning.name);
    found.symbols.add(meaning.name);
    return symbol(meaning.name);
  }
  refuseSquareAndRoot(reading, token, written);
  const { kind, text } = written.subscript!;
  const count = declared.families.get(meaning.family) ?? evidence.families.get(meaning.family) ?? 1;
  const digits = kind === "digits" && text.length === count ? [...text] : [text];
  const index = (one: string): Expr =>
    kind === "digits" ? number(rational(one)) : resolved(reading, token, { head: one });
  return entry(reading, meaning.family, digits.map(index));
}

/** An entry of a family. */
export function entry(reading: Reading, name: string, indices: Expr[]): Expr {
  // One number does not show that a letter is a family: `x_1` is a name elsewhere.
  if (indices.length > 1 || indices.some(({ kind }) => kind !== "number"))
    reading.found.families.set(name, indices.length);
  return { kind: "index", name, indices };
}

/** Where sigma2 is a name, it is σ²; who wrote it for σ with a 2 below would find another name on the page. */
function refuseSecond({ declared, source }: Reading, token: Token, name: string): void {
  if (name !== "sigma_2" || declared.symbols.has(name) || !declared.symbols.has("sigma2")) return;
  throw texError(
    source,
    token.at,
    "\\sigma_2 would be the name sigma_2, and sigma2 is \\sigma^2",
    "write sigma_2 in plain text for \\sigma_2",
  );
}

/** The family of the squares beside an entry of σ, or of the roots beside one of σ², where it is known. */
function family({ declared }: Reading, written: WrittenSymbol): string | undefined {
  const other = written.squared ? "sigma" : "sigma2";
  return written.subscript && declared.families.has(other) ? other : undefined;
}

/** Where σ² is a name, σ cannot be one, nor the other way round: σ² would not be the square of σ. */
function refuseSquareAndRoot(reading: Reading, token: Token, written: WrittenSymbol): void {
  if (written.head !== "sigma") return;
  const other = candidateNames({ ...written, squared: !written.squared });
  const known = other.find((name) => reading.declared.symbols.has(name));
  const clash = known ?? family(reading, written);
  if (clash === undefined) return;
  throw refuse(
    reading,
    token,
    `\\sigma and \\sigma^2 would be two names here, ${candidateNames(written)[0]} and ${clash}`,
    "write \\left(\\sigma\\right)^2 for the square of \\sigma, or \\sqrt{\\sigma^2} for the root of \\sigma^2",
  );
}
