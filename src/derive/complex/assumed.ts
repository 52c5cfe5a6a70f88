import type { Assumptions, Fact } from "../assumptions/assumptions.js";
import type { Equation } from "../assumptions/equation.js";
import { constantValue } from "../tree/constants.js";
import { type Call, type Expr, number, subtract, sumOf, toThe } from "../tree/expression.js";
import type { ComplexNames } from "./names.js";
import { squareOf, zero } from "./parts/parts.js";
import type { Splitting } from "./splitting.js";
import { Unsupported } from "../tree/errors.js";

/** The assumptions without what says that names are complex numbers. */
export const withoutComplex = (assumptions: Assumptions): Assumptions => ({
  ...assumptions,
  declared: assumptions.declared?.filter(
    ({ meaning }) => meaning.is !== "imaginary unit" && meaning.is !== "complex",
  ),
});

/**
 * The assumptions by real and imaginary parts. @throws Unsupported for an order between complex numbers, and for what has
 * no parts here
 */
export function assumedOfParts(
  assumptions: Assumptions,
  names: ComplexNames,
  splitter: Splitting,
): Assumptions {
  const facts = assumptions.facts.flatMap((fact): Fact[] =>
    fact.kind === "compare" && names.speaksOf(fact.expr) ? ofFact(fact, splitter) : [fact],
  );
  const equations = (assumptions.equations ?? []).flatMap((equation): Equation[] =>
    [equation.left, equation.right].some((side) => names.speaksOf(side))
      ? ofEquation(equation, splitter)
      : [equation],
  );
  return { ...withoutComplex(assumptions), facts, equations };
}

function ofFact(fact: Fact & { kind: "compare" }, splitter: Splitting): Fact[] {
  const own = splitter.of(fact.expr);
  if (fact.relation === "!=" && own.im) return [{ ...fact, expr: squareOf(own) }];
  const value = splitter.realOf(own);
  if (value === undefined)
    throw new Unsupported(`\`${fact.text}\` compares complex numbers, which have no order`);
  const real = { ...fact, expr: value };
  return fact.relation === "!=" ? [real] : [real, ...squared(fact, splitter)];
}

const isModulus = (side: Expr): side is Call => side.kind === "call" && side.name === "abs";

/** |u| < |v| says that |u|^2 < |v|^2, and |u| < c that |u|^2 < c^2 and 0 < c. */
function squared(fact: Fact & { kind: "compare" }, splitter: Splitting): Fact[] {
  const { expr } = fact;
  if (expr.kind !== "add" || expr.terms.length !== 2 || expr.terms[1].kind !== "neg") return [];
  const sides = [expr.terms[0], expr.terms[1].of];
  // Of c < |u| nothing is known of the sign of c.
  if (!isModulus(sides[1])) {
    const isKnown = isModulus(sides[0]) && (constantValue(sides[1])?.sign ?? -1) >= 0;
    if (!isKnown) return [];
  }
  const [above, below] = sides.map((side) =>
    isModulus(side) ? squareOf(splitter.of(side.args[0])) : toThe(splitter.real(side), number(2n)),
  );
  const own: Fact[] = [{ ...fact, expr: subtract(above, below) }];
  if (isModulus(sides[1]) && !isModulus(sides[0]))
    own.push({ ...fact, expr: splitter.real(sides[0]) });
  return [...own, ...apart(fact, sides, splitter)];
}

/** |u| < |v| says that neither u - v nor u + v is 0, nor v. */
function apart(fact: Fact & { kind: "compare" }, sides: Expr[], splitter: Splitting): Fact[] {
  if (fact.relation !== ">") return [];
  const [v, u] = sides.map((side) => (isModulus(side) ? side.args[0] : side));
  const others = [subtract(v, u), subtract(u, v), sumOf(v, u), v];
  return others.map((expr): Fact => ({
    ...fact,
    relation: "!=",
    expr: squareOf(splitter.of(expr)),
  }));
}

function ofEquation({ left, right, text }: Equation, splitter: Splitting): Equation[] {
  const squares = squaresOf(left, right, splitter);
  if (squares) return [{ left: squares[0], right: squares[1], text }];
  const [one, other] = [splitter.of(left), splitter.of(right)];
  const pairs = [
    [one.re, other.re],
    [one.im, other.im],
  ];
  return pairs.flatMap(([a, b]) => {
    if (!a && !b) return [];
    const pair = { left: a ?? zero, right: b ?? zero, text };
    const isPart = a === one.im && b === other.im;
    return isPart && splitter.show("=", subtract(pair.left, pair.right)) ? [] : [pair];
  });
}

/** The squares of two sides that are moduli or numbers that are not negative, which are equal where the sides are. */
export function squaresOf(left: Expr, right: Expr, splitter: Splitting): [Expr, Expr] | undefined {
  const squares = [left, right].map((side) => {
    if (isModulus(side)) return squareOf(splitter.of(side.args[0]));
    const value = constantValue(side);
    return value && value.sign >= 0 ? number(value.mul(value)) : undefined;
  });
  const isSize = [left, right].some((side) => side.kind === "call");
  return isSize && squares[0] && squares[1] ? [squares[0], squares[1]] : undefined;
}
