import { type Expr, parts } from "../../tree/expression.js";
import { isMatrixLetter, matrixIn, numbersIn } from "../../meanings/matrices.js";
import { peek, type Reading, refuse } from "../reading/reading.js";
import type { Proposition } from "../statements/propositions.js";
import type { Statement } from "../statements/statements.js";
import { isBold } from "../reading/symbolNames.js";
import { namesOf, numberKey, orderKey, orderText, sumKey, type Word, wordsOf } from "./words.js";

/**
 * Refuses what holds for numbers and may fail for matrices: `AB = BA`, `(AB)^2 = A^2 B^2`, `e^{A+B} = e^A e^B`, and
 * `A^2 = A \implies A = 0 \lor A = 1`. An equation that holds in whatever order its capitals are multiplied is read.
 */
export function refuseCommuting(reading: Reading, statement: Statement): void {
  if (reading.scouting) return;
  const sides = statement.sides.flatMap(exprsOf);
  const known = knownIn(reading);
  // Where an inverse shows that a capital may be a matrix the claim is read, and its grade says so.
  if (matrixIn(sides, known) !== undefined) return;
  const isArray = (name: string): boolean =>
    (isMatrixLetter(name) || isBold(name)) && !known.has(name);
  if (isKept(statement, isArray)) return;
  refuseOrders(reading, sides, isArray);
  const numbers = numbersIn(sides, known);
  refuseLost(reading, statement, (name) => isArray(name) && !numbers.has(name));
}

const exprsOf = (side: Proposition): Expr[] => side.flat().flatMap(({ sides }) => sides);

type IsArray = (name: string) => boolean;

/** The names of which something says what they are. */
function knownIn({ declared, evidence }: Reading): Set<string> {
  const { symbols, matrices, vectors } = declared;
  const all = [symbols, matrices, vectors, evidence.numbers];
  return new Set(all.flatMap((names) => [...(names ?? [])]));
}

/** Whether all that is claimed are equations which hold in whatever order capitals are multiplied. */
const isKept = (statement: Statement, isArray: IsArray): boolean =>
  statement.sides.flat(2).every(({ sides, relations }) => {
    const [first, ...others] = sides.map((side) => sumKey(wordsOf(side, isArray)));
    const isEquation = others.length > 0 && relations.every((relation) => relation === "=");
    return isEquation && others.every((other) => other === first);
  });

function refuseOrders(reading: Reading, sides: readonly Expr[], isArray: IsArray): void {
  const orders = new Map<string, Word>();
  for (const word of sides.flatMap(pieces).flatMap((piece) => wordsOf(piece, isArray))) {
    const key = numberKey(word);
    const other = orders.get(key);
    const names = [...new Set([word, other ?? word].flatMap((one) => [...namesOf(one)]))];
    const mayDiffer = names.length > 1 && names.some(isMatrixLetter);
    if (other !== undefined && mayDiffer && orderKey(other) !== orderKey(word)) {
      const what = `the products ${orderText(other)} and ${orderText(word)} are one for numbers and may be two for matrices`;
      throw refuse(reading, peek(reading), what, cure(names));
    }
    orders.set(key, word);
  }
}

/** Of numbers a product is 0 or a square only as it is of few; what follows from one for matrices has it, too. */
function refuseLost(reading: Reading, { sides, links }: Statement, isArray: IsArray): void {
  for (let i = 0; i < links.length; i++) {
    const [before, after] = [sides[i], sides[i + 1]].map((side) =>
      exprsOf(side).flatMap((expr) => wordsOf(expr, isArray)),
    );
    const kept = new Set(after.map(orderKey));
    const lost = before.find((word) => word.letters.length > 1 && !kept.has(orderKey(word)));
    if (lost === undefined) continue;
    const what = `what follows for numbers from an equation with the product ${orderText(lost)} may not follow for matrices`;
    throw refuse(reading, peek(reading), what, cure([...namesOf(lost)]));
  }
}

const cure = (names: readonly string[]): string =>
  `state ${names.map((name) => `\`${name} real\``).join(", ")} among the assumptions for numbers, \`${names[0]} matrix\` and so on for matrices`;

/** An expression and what no word of its products reaches into: denominators and the arguments of functions. */
function pieces(expr: Expr): Expr[] {
  const inside = (part: Expr): Expr[] => {
    if (part.kind === "div") return [...inside(part.left), ...pieces(part.right)];
    const isApart = part.kind === "call" || part.kind === "index" || part.kind === "list";
    return parts(part).flatMap(isApart ? pieces : inside);
  };
  return [expr, ...inside(expr)];
}
