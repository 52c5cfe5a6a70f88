import type { Assumptions } from "../assumptions/assumptions.js";
import { also, unknown, type Verdict } from "../decide/conditions/verdict.js";
import { unrolled } from "../decide/proofs/unrolled.js";
import { constantValue } from "../tree/constants.js";
import { disagreement } from "../tree/disagreement.js";
import { attempt } from "../tree/errors.js";
import { call, type Expr, number, parts, withEach } from "../tree/expression.js";
import { substitute } from "../tree/names.js";
import { expressionText } from "../tree/text.js";
import { Rational } from "../../num/index.js";
import type { Grade } from "./drawn/drawn.js";
import { at } from "./drawn/places.js";
import { gapValue } from "./moments/rows.js";
import { asNumbers, asSums, weightsIn, withGibbs, withoutSums } from "./entropies.js";

/** Weights of two and three numbers, for as many names as claims have. */
const drawn = [
  [
    [1, 3],
    [2, 3],
  ],
  [
    [3, 4],
    [1, 4],
  ],
  [
    [1, 2],
    [1, 2],
  ],
] as const;

/**
 * Grades a claim about entropies and divergences of weights: by the sums that they are; an inequality also by Gibbs's
 * inequality. It is refuted with weights of two numbers.
 *
 * @param grade decides a claim without them
 */
export function decideEntropies(
  sides: [Expr, Expr],
  assumptions: Assumptions,
  grade: Grade,
): Verdict {
  const ranges = weightsIn(assumptions.declared);
  const map = (put: (side: Expr) => Expr): [Expr, Expr] => [put(sides[0]), put(sides[1])];
  const sums = map((side) => asSums(side, ranges));
  const numbers = map((side) => asNumbers(side, ranges));
  const refuted = refutation(sums, assumptions, grade);
  // That weights add up to 1 is seldom needed, and costs most.
  const ways = [
    () => grade(numbers, withGibbs(assumptions, ranges)),
    () => grade(sums, withoutSums(assumptions, ranges)),
    ...(refuted ? [] : [() => grade(sums, assumptions)]),
  ];
  for (const way of ways) {
    const verdict = way();
    if (verdict.grade !== "proved" && verdict.grade !== "proved-if") continue;
    if (!refuted) return also(verdict, "entropy-of-weights");
    const words = disagreement(verdict.grade, "it fails for weights of two numbers");
    return unknown(["entropy-of-weights"], words);
  }
  const open = "it is shown neither by the sums nor by Gibbs's inequality";
  return refuted
    ? also(refuted, "entropy-of-weights", "drawn-distribution")
    : unknown(["entropy-of-weights"], open);
}

/**
 * Grades another claim that speaks of weights. One weight is 1, and points seldom have more: what held at points is tried
 * with two.
 */
export function decideWeights(
  sides: [Expr, Expr],
  assumptions: Assumptions,
  grade: Grade,
): Verdict {
  const beyond = sides.map((side) => beyondRange(side, weightsIn(assumptions.declared)));
  const [outside] = beyond.flatMap((one) => one ?? []);
  if (outside) return unknown(["entropy-of-weights"], `${outside} is none of the weights`);
  const verdict = grade(sides, assumptions);
  const isOpen = verdict.grade === "tested" || verdict.grade === "unknown";
  const refuted = isOpen && refutation(sides, assumptions, grade);
  return refuted ? also(refuted, "drawn-distribution") : verdict;
}

/** A weight before the first or after the last one. */
function beyondRange(expr: Expr, ranges: ReturnType<typeof weightsIn>): string | undefined {
  const range = expr.kind === "index" ? ranges.get(expr.name) : undefined;
  if (range && expr.kind === "index") {
    const [index] = expr.indices;
    const gaps = [gapValue(index, range.from), gapValue(range.to, index)];
    if (gaps.some((gap) => gap !== undefined && gap.sign < 0)) return expressionText(expr);
  }
  for (const part of [...atEnds(expr), ...parts(expr)]) {
    const found = beyondRange(part, ranges);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first and the last term of a sum or a product. */
function atEnds(expr: Expr): Expr[] {
  if (expr.kind !== "call" || (expr.name !== "sum" && expr.name !== "prod")) return [];
  const [body, index, ...ends] = expr.args;
  return index.kind === "symbol"
    ? ends.map((end) => substitute(body, new Map([[index.name, end]])))
    : [];
}

/** The claim where the weights are those of two numbers. */
function refutation(
  sides: [Expr, Expr],
  assumptions: Assumptions,
  grade: Grade,
): Verdict | undefined {
  const ranges = weightsIn(assumptions.declared);
  const sizes = new Map<string, Expr>();
  for (const { from, to } of ranges.values()) {
    if (constantValue(from)?.num !== 1n) return undefined;
    if (to.kind === "symbol") sizes.set(to.name, number(2n));
    else if (constantValue(to)?.num !== 2n) return undefined;
  }
  const given = at(assumptions, sizes);
  if (!given) return undefined;
  const texts = new Set([...ranges.values()].map(({ text }) => text));
  const plain = {
    ...withoutSums(given, ranges),
    facts: given.facts.filter(({ text }) => !texts.has(text)),
    declared: given.declared?.filter(({ meaning }) => meaning.is !== "weights"),
  };
  const names = [...ranges.keys()];
  for (let turn = 0; turn < drawn.length; turn++) {
    const value = (name: string, place: number) => {
      const [num, den] = drawn[(names.indexOf(name) + turn) % drawn.length][place];
      return Rational.of(BigInt(num), BigInt(den));
    };
    const claim = attempt(() =>
      sides.map((side) => weighed(unrolled(substitute(side, sizes)), names, value)),
    );
    if (!claim) return undefined;
    const verdict = grade([claim[0], claim[1]], plain);
    if (verdict.grade !== "refuted" || !verdict.witness) continue;
    const weights = names.map((name) => [name, [0, 1].map((k) => `${value(name, k)}`).join(", ")]);
    const told = [...sizes].map(([name, size]) => [name, expressionText(size)]);
    const point = { ...Object.fromEntries([...told, ...weights]), ...verdict.witness.point };
    return { ...verdict, conditions: [], witness: { ...verdict.witness, point } };
  }
  return undefined;
}

/** Each weight by its number. */
function weighed(
  expr: Expr,
  names: readonly string[],
  value: (name: string, place: number) => Rational,
): Expr {
  if (expr.kind === "index" && names.includes(expr.name)) {
    const place = constantValue(expr.indices[0]);
    return place && place.num <= 2n && place.num >= 1n
      ? number(value(expr.name, Number(place.num) - 1))
      : call("weight", expr);
  }
  return withEach(expr, (part) => weighed(part, names, value));
}
