import type { Assumptions } from "../assumptions/assumptions.js";
import { prepare } from "../decide/conditions/prepare.js";
import { tryForm } from "../form/tryForm.js";
import { isInfinity } from "../tree/constants.js";
import { noProcedure } from "../tree/errors.js";
import {
  boundName,
  type Call,
  call,
  type Expr,
  number,
  parts,
  subtract,
  sumOf,
  symbol,
  treeKey,
  withEach,
} from "../tree/expression.js";
import { mentions } from "../tree/names.js";
import { expressionText } from "../tree/text.js";
import { isByCases, linesOf } from "./valueCases.js";
import { type Literal, literalsOf } from "./literals.js";

/**
 * An integral of values by cases as the sum of those over the pieces of its range on which one case holds. At the ends of
 * pieces, which are finitely many points, an integral does not depend on the value.
 *
 * @throws NoAnswer where it is not known which of two ends comes first
 */
export function withPieces(expr: Expr, assumptions: Assumptions): Expr {
  const inner = withEach(expr, (part) => withPieces(part, assumptions));
  const name = boundName(inner);
  if (inner.kind !== "call" || inner.name !== "integrate" || inner.args.length !== 4 || !name)
    return inner;
  const [of, , lower, upper] = inner.args;
  const ends = endsIn(of, name);
  if (ends.length === 0) return inner;
  const order = new Order(assumptions);
  const all = order.sorted([lower, ...ends, upper]);
  const [first, last] = [lower, upper].map((end) => all.findIndex((one) => order.same(one, end)));
  if (first > last) throw noProcedure("an integral of values by cases from right to left");
  const pieces = all.slice(first, last).map((from, i) => {
    const to = all[first + i + 1];
    const own = valueBetween(of, name, (literal) => order.holds(literal, name, from, to));
    return call("integrate", own, symbol(name), from, to);
  });
  const some = pieces.filter(({ args: [own] }) => !(own.kind === "number" && own.value.sign === 0));
  return some.length === 0 ? number(0n) : some.length === 1 ? some[0] : sumOf(...some);
}

const casesAt = (expr: Expr, name: string): Call[] => [
  ...(isByCases(expr) && expr.args.some((one, i) => i % 2 === 1 && mentions(one, name))
    ? [expr]
    : []),
  ...parts(expr).flatMap((part) => casesAt(part, name)),
];

const literalsAt = (of: Call): Literal[] =>
  linesOf(of).flatMap(({ condition }) => {
    const found = condition ? literalsOf(condition) : [];
    if (!found) throw noProcedure(`the case \`${expressionText(condition!)}\` in an integral`);
    return found;
  });

/** The places between which no condition changes. */
function endsIn(expr: Expr, name: string): Expr[] {
  const found = casesAt(expr, name)
    .flatMap(literalsAt)
    .flatMap((literal) =>
      mentions(literal.left, name) || mentions(literal.right, name) ? [endOf(literal, name)] : [],
    );
  return [...new Map(found.map((end) => [treeKey(end), end])).values()];
}

/** The other side of a comparison with the bound name. */
function endOf({ left, right }: Literal, name: string): Expr {
  const isName = (side: Expr) => side.kind === "symbol" && side.name === name;
  if (isName(left) && !mentions(right, name)) return right;
  if (isName(right) && !mentions(left, name)) return left;
  throw noProcedure(`cases that do not compare ${name} itself, in an integral over it`);
}

/** A value on a piece, where each condition on the name holds throughout or nowhere. */
function valueBetween(expr: Expr, name: string, holds: (literal: Literal) => boolean): Expr {
  const go = (part: Expr): Expr => valueBetween(part, name, holds);
  if (!isByCases(expr) || casesAt(expr, name)[0] !== expr) return withEach(expr, go);
  for (const { value, condition } of linesOf(expr)) {
    const literals = condition ? literalsOf(condition)! : [];
    if (literals.some((one) => !mentions(one.left, name) && !mentions(one.right, name)))
      throw noProcedure(`cases of ${name} and of other names together, in an integral`);
    if (literals.every(holds)) return go(value);
  }
  throw noProcedure("an integral over a range on which the cases give no value");
}

/** Which of two ends comes first, as far as the assumptions say. */
class Order {
  constructor(readonly assumptions: Assumptions) {}

  /** Whether the first is known not to lie behind the second. */
  #isBefore(one: Expr, other: Expr): boolean {
    if (isInfinity(other) || (one.kind === "neg" && isInfinity(one.of))) return true;
    if (isInfinity(one) || (other.kind === "neg" && isInfinity(other.of))) return false;
    const gap = subtract(other, one);
    const { ctx } = prepare([gap], this.assumptions);
    const form = tryForm(ctx, gap);
    return form !== undefined && ctx.signs.nonnegative(form);
  }

  same(one: Expr, other: Expr): boolean {
    return (
      treeKey(one) === treeKey(other) || (this.#isBefore(one, other) && this.#isBefore(other, one))
    );
  }

  /** Ends from left to right, each once. @throws NoAnswer */
  sorted(ends: readonly Expr[]): Expr[] {
    const found: Expr[] = [];
    for (const end of ends) {
      if (found.some((one) => this.same(one, end))) continue;
      const at = found.findIndex((one) => this.#isBefore(end, one));
      const place = at < 0 ? found.length : at;
      const before = found[place - 1];
      if (before && !this.#isBefore(before, end)) {
        const [one, other] = [before, end].map((side) => expressionText(side));
        throw noProcedure(
          `an integral of values by cases where ${one} and ${other} come in no known order`,
        );
      }
      found.splice(place, 0, end);
    }
    return found;
  }

  /** Whether a comparison of the name with an end holds between two neighbouring ends. */
  holds({ left, relation, right }: Literal, name: string, from: Expr, to: Expr): boolean {
    if (relation === "=") return false;
    if (relation === "!=") return true;
    return left.kind === "symbol" && left.name === name
      ? this.#isBefore(to, right)
      : this.#isBefore(left, from);
  }
}
