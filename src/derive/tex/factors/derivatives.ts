import { call, type Expr } from "../../tree/expression.js";
import { firstDigit } from "../scripts/arguments.js";
import { grouped } from "./groups.js";
import { powered } from "../scripts/powers.js";
import {
  enclosed,
  is,
  needs,
  peek,
  type Reading,
  refuse,
  take,
  takes,
  unexpected,
} from "../reading/reading.js";
import { highestOrder } from "../reading/letters.js";
import { readScripted, startsSymbol } from "../scripts/scripted.js";
import { startsFactor } from "./startsFactor.js";
import { squareName, withBelow } from "../symbols/symbols.js";
import type { Token } from "../reading/tokens.js";

/** The d or \partial of a derivative. */
export const isD = (token: Token): boolean =>
  is(token, "partial") ||
  (token.text === "d" && (token.kind === "letter" || token.command === "mathrm"));

/** Reads the two pairs of braces of a derivative, and what it is applied to where that stands behind. */
export function derivative(reading: Reading): Expr {
  const place = peek(reading);
  const { order, of, name } = numerator(reading);
  const variables = denominator(reading, name, order);
  const body = of ? atItsPlace(reading, of, variables) : operand(reading, place);
  return variables.reduceRight((expr: Expr, variable) => call(name, expr, variable), body);
}

/**
 * After `\frac{dy}{dx}` parentheses mostly hold the place at which it is taken: `\frac{dg}{dx}(x)` of a known function g
 * is the derivative of g(x).
 */
function atItsPlace(reading: Reading, of: Expr, [variable]: Expr[]): Expr {
  if (!is(peek(reading), "(") || peek(reading).sized === "right") return of;
  const [inside, close] = [1, 2].map((ahead) => peek(reading, ahead));
  const isFunction = of.kind === "symbol" && reading.declared.functions.has(of.name);
  const isVariable = variable.kind === "symbol" && variable.name === inside.text;
  if (isFunction && isVariable && is(close, ")")) {
    reading.next += 3;
    return call(of.name, variable);
  }
  throw refuse(
    reading,
    peek(reading),
    "this may be a factor or the place at which the derivative is taken",
    "write \\cdot (…) for a factor, \\left. … \\right|_{x=a} for the value at a place",
  );
}

/** `d^2 L`: which derivative, its order, and what is differentiated if it stands above. */
function numerator(reading: Reading): { name: "D" | "partial"; order: number; of?: Expr } {
  take(reading);
  return enclosed(reading, () => {
    const name = is(take(reading), "partial") ? "partial" : "D";
    const order = takes(reading, "^") ? orderOf(reading) : 1;
    const of = is(peek(reading), "}") ? undefined : reading.grammar.product(reading);
    needs(reading, "}", "} after what is differentiated");
    return { name, order, of };
  });
}

function orderOf(reading: Reading): number {
  const place = peek(reading);
  const braces = takes(reading, "{");
  const digits = peek(reading).kind === "number" ? firstDigit(reading) : "";
  if (!/^[1-9]$/.test(digits))
    throw refuse(
      reading,
      place,
      "the order of a derivative must be a number from 1 to 9",
      "write a name for a derivative of any order: f^{(n)}(x)",
    );
  if (braces) needs(reading, "}", "} after the order");
  return Number(digits);
}

/** One name below: `\partial x^2` counts twice, or once for the name that is a square. */
interface Below {
  twice(): Expr;
  square(): Expr | undefined;
  power: number;
}

function denominator(reading: Reading, name: "D" | "partial", order: number): Expr[] {
  const place = peek(reading);
  if (!takes(reading, "{"))
    throw unexpected(reading, "the names by which is differentiated, in braces");
  const below = enclosed(reading, () => {
    const found: Below[] = [];
    do {
      const sign = peek(reading);
      if (!isD(sign) || is(sign, "partial") !== (name === "partial")) {
        const same = name === "partial" ? "\\partial" : "d";
        throw unexpected(reading, `${same} before each name, as above`);
      }
      take(reading);
      found.push(differential(reading));
    } while (!is(peek(reading), "}"));
    take(reading);
    return found;
  });
  const total = below.reduce((sum, { power }) => sum + power, 0);
  if (total === order) return below.flatMap(({ twice, power }) => Array<Expr>(power).fill(twice()));
  const squares = below.map(({ square }) => square());
  if (below.length === order && squares.every((one) => one !== undefined)) return squares;
  throw refuse(
    reading,
    place,
    `the order above is ${order} and the names below count ${total}`,
    "write \\frac{\\partial^2}{\\partial x^2}; by \\sigma^2 twice: \\frac{\\partial^2}{\\partial (\\sigma^2)^2}",
  );
}

/** `\frac{\partial (u, v)}{\partial (x, y)}` */
const jacobian = (reading: Reading) =>
  refuse(
    reading,
    peek(reading),
    "a Jacobian determinant is not read in this form",
    "write a name for it, J, or the determinant of its derivatives: \\begin{vmatrix} \\frac{\\partial u}{\\partial x} & … \\end{vmatrix}",
  );

function differential(reading: Reading): Below {
  if (takes(reading, "(")) {
    const name = enclosed(reading, () => {
      const factors = reading.grammar.factor(reading);
      if (is(peek(reading), ",")) throw jacobian(reading);
      needs(reading, ")", ") after the name");
      return factors;
    });
    const [expr, ...more] = name;
    if (more.length || (expr.kind !== "symbol" && expr.kind !== "index")) {
      throw unexpected(reading, "a name or an entry in the parentheses");
    }
    const power = takes(reading, "^") ? orderOf(reading) : 1;
    return { power, twice: () => expr, square: () => (power === 1 ? expr : undefined) };
  }
  if (!startsSymbol(reading)) throw unexpected(reading, "the name by which is differentiated");
  const scripted = readScripted(reading);
  const { above } = scripted;
  const power = above === undefined ? 1 : above.kind === "number" ? above.value.toNumber() : NaN;
  if (!(Number.isInteger(power) && power >= 1 && power <= highestOrder)) {
    throw refuse(
      reading,
      scripted.token,
      `the order below must be a number from 1 to ${highestOrder}`,
    );
  }
  const plain = { ...scripted, above: undefined };
  return {
    power,
    twice: () => withBelow(reading, plain),
    square: () =>
      power === 2
        ? squareName(reading, plain)
        : power === 1
          ? withBelow(reading, plain)
          : undefined,
  };
}

/**
 * What an operator such as `\frac{d}{dx}` is applied to: the product side by side that follows, up to a product sign.
 * Where it is not clear how far it reaches it is refused: after a derivative, or a function that is not written out.
 */
function operand(reading: Reading, place: Token): Expr {
  if (!startsFactor(reading)) throw unexpected(reading, "what is differentiated");
  // Brackets after an operator hold what it is applied to.
  const isBracketed = is(peek(reading), "[");
  const factors = isBracketed
    ? [powered(reading, grouped(reading))]
    : reading.grammar.factor(reading);
  while (!isBracketed && startsFactor(reading) && factors.every(isWrittenPower))
    factors.push(...reading.grammar.factor(reading));
  const isWritten = factors.length === 1 || factors.every(isWrittenPower);
  const next = peek(reading);
  if (!isWritten || startsFactor(reading) || is(next, "cdot") || is(next, "times")) {
    throw refuse(
      reading,
      place,
      "it is not clear how far this derivative reaches",
      "put what is differentiated in parentheses, and a factor that is not in front",
    );
  }
  return factors.length === 1 ? factors[0] : { kind: "mul", factors };
}

/** A number, or a power of a name or of a sum: in `\frac{d}{dx} x^2 (1 - x)^3` none of them stands outside. */
function isWrittenPower(expr: Expr): boolean {
  const base = expr.kind === "pow" ? expr.left : expr;
  if (base.kind === "number") return true;
  return expr.kind === "pow" && (base.kind === "symbol" || base.kind === "add");
}
