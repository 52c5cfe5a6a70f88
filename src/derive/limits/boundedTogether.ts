import { decideInequality } from "../decide/inequality.js";
import { showInequality } from "../inequalities/shown.js";
import { secondOpinion } from "../opinion/secondOpinion.js";
import type { Assumptions, Fact } from "../assumptions/assumptions.js";
import { also, proof, unknown, type Verdict } from "../decide/conditions/verdict.js";
import { evaluate } from "../evaluate/evaluate.js";
import { nowhere } from "../assumptions/assumptions.js";
import { Arithmetic, isExact } from "../evaluate/value.js";
import { attempt } from "../tree/errors.js";
import {
  call,
  type Expr,
  negate,
  number,
  over,
  subtract,
  symbol,
  times,
} from "../tree/expression.js";
import { Rational } from "../../num/index.js";
import { isProof } from "./ends.js";

/** Sizes at which a bound of the quotient is looked for: each name has each. */
const sizes = [2n, 3n, 7n, 40n, 1000n];

/**
 * `f = O(g)` in names that all grow: |f| <= c g for a number c, where each name is at least 2. The number is guessed at points,
 * and the inequality is shown.
 */
export function boundedTogether(
  [left, bound]: [Expr, Expr],
  names: readonly string[],
  assumptions: Assumptions,
): Verdict {
  const rules = ["growth-by-bound"] as const;
  const open = unknown(rules, "no bound of the quotient was shown");
  const most = names.length === 2 ? largestRatio(over(left, bound), names) : undefined;
  if (most === undefined) return open;
  const from: Fact[] = names.map((name) => ({
    kind: "compare",
    expr: subtract(symbol(name), number(2n)),
    relation: ">=",
    text: `${name} >= 2`,
  }));
  const given = { ...assumptions, facts: [...assumptions.facts, ...from] };
  for (const factor of [most, 4n * most]) {
    const above = times(number(factor), bound);
    const verdicts = [left, negate(left)].map((side) =>
      decideInequality(side, above, false, given, showInequality),
    );
    if (!verdicts.every((own) => isProof(own) && own.conditions.every(({ metBy }) => metBy)))
      continue;
    const method = `|f| <= ${factor} g where each name is at least 2`;
    const verdict = also(proof(rules, [], method), ...verdicts[0].rules);
    return secondOpinion({ left, relation: "O", right: bound }, assumptions, verdict);
  }
  return open;
}

/** A whole number above the size of the quotient at some points. */
function largestRatio(quotient: Expr, names: readonly string[]): bigint | undefined {
  const math = new Arithmetic();
  let most = 1n;
  for (const one of sizes)
    for (const two of sizes) {
      const symbols = new Map([one, two].map((value, i) => [names[i], Rational.of(value)]));
      const value = attempt(() => evaluate(call("abs", quotient), { ...nowhere, symbols }, math));
      if (value === undefined || !isExact(value)) return undefined;
      const size = value.floor() + 1n;
      if (size > 1000n) return undefined;
      if (size > most) most = size;
    }
  return most;
}
