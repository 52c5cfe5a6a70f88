import type { Random } from "../../../../src/index.js";
import { add, div, mul, name, node, num, pow, sub, type Term } from "../../oracle/term.js";
import { type Names, pick, rewrite, type Rule } from "../rewrite.js";
import { expRules, fractionRules, logRules, ringRules, rootRules } from "../rules.js";
import { equations } from "./fragment.js";

const letters = ["a", "b", "c", "x", "y"];

/** A random polynomial term. */
export function polynomialTerm(depth: number, random: Random, names = letters): Term {
  if (depth === 0)
    return random.integer(0, 3) ? name(pick(names, random)) : num(random.integer(1, 6));
  const part = () => polynomialTerm(depth - 1, random, names);
  const kind = random.integer(0, 7);
  if (kind === 0) return pow(part(), random.integer(2, 3));
  if (kind < 3) return sub(part(), part());
  return kind < 5 ? add(part(), part()) : mul(part(), part());
}

function rationalTerm(depth: number, random: Random): Term {
  if (depth === 0) return polynomialTerm(1, random);
  const part = () => rationalTerm(depth - 1, random);
  const below = () => add(polynomialTerm(1, random), pick([num(1), name("c")], random));
  return random.integer(0, 2)
    ? div(part(), below())
    : pick([add, sub, mul], random)(part(), part());
}

const free: Names = { free: letters, positive: new Set() };
const positive: Names = { free: ["a", "b", "s"], positive: new Set(["a", "b", "s"]) };
const allPositive = ["a > 0", "b > 0", "s > 0"];

function rewritten(lhs: Term, rules: Rule[], random: Random, names: Names, most = 7) {
  return { lhs, rhs: rewrite(lhs, rules, random.integer(2, most), random, names) };
}

function expTerm(random: Random): Term {
  const exp = () => node("exp", polynomialTerm(random.integer(0, 1), random));
  const one = random.integer(0, 1) ? mul(exp(), polynomialTerm(1, random)) : add(exp(), exp());
  return random.integer(0, 2) ? one : div(one, add(exp(), num(random.integer(1, 3))));
}

/** A term that is positive where a, b and s are. */
function positiveTerm(depth: number, random: Random): Term {
  if (depth === 0)
    return random.integer(0, 3) ? name(pick(positive.free, random)) : num(random.integer(2, 6));
  const part = () => positiveTerm(depth - 1, random);
  const kind = random.integer(0, 5);
  if (kind === 0) return pow(part(), random.integer(2, 3));
  return pick([add, mul, mul, div], random)(part(), part());
}

function rootTerm(random: Random): Term {
  const root = node("sqrt", positiveTerm(random.integer(1, 2), random));
  const absolute = node(
    "abs",
    pick([name("x"), mul(name("x"), name("a")), sub(name("x"), name("y"))], random),
  );
  return pick([add, mul, div], random)(pick([root, absolute], random), positiveTerm(1, random));
}

export const algebra = [
  equations(
    "polynomials",
    (random) => rewritten(polynomialTerm(random.integer(1, 3), random), ringRules, random, free),
    { rational: true },
  ),
  equations(
    "rational functions",
    (random) =>
      rewritten(
        rationalTerm(random.integer(1, 2), random),
        [...ringRules, ...fractionRules],
        random,
        free,
      ),
    { rational: true },
  ),
  equations("exponentials", (random) =>
    rewritten(
      expTerm(random),
      [...ringRules, ...fractionRules, ...expRules, ...expRules],
      random,
      free,
      5,
    ),
  ),
  equations("logarithms", (random) => {
    const log = () => node("log", positiveTerm(random.integer(1, 2), random));
    const lhs = random.integer(0, 1) ? log() : add(mul(name("s"), log()), log());
    return {
      ...rewritten(lhs, [...logRules, ...logRules, ...ringRules], random, positive, 6),
      assumptions: allPositive,
    };
  }),
  equations("roots and absolute values", (random) => ({
    ...rewritten(rootTerm(random), [...rootRules, ...rootRules, ...ringRules], random, positive, 5),
    assumptions: allPositive,
  })),
  equations("roots of squares", (random) => {
    // True by a condition that is easily lost.
    const [x, y] = [name("x"), name("y")];
    const [lhs, rhs, sign]: [Term, Term, string] = pick(
      [
        [node("sqrt", pow(x, 2)), x, "x > 0"],
        [node("sqrt", pow(sub(x, y), 2)), sub(x, y), "x > y"],
        [node("sqrt", pow(sub(x, y), 2)), sub(y, x), "x < y"],
        [node("abs", mul(x, pow(y, 2))), mul(x, pow(y, 2)), "x > 0"],
        [mul(num(1, 2), node("log", pow(x, 2))), node("log", x), "x > 0"],
        [pow(pow(x, 2), num(1, 2)), x, "x >= 0"],
        [node("abs", x), mul(num(-1), x), "x < 0"],
      ] as [Term, Term, string][],
      random,
    );
    const both = (side: Term) => add(mul(num(k), side), name("c"));
    const k = random.integer(1, 5);
    return {
      lhs: both(lhs),
      rhs: rewrite(both(rhs), ringRules, 2, random, free),
      assumptions: [sign],
    };
  }),
];
