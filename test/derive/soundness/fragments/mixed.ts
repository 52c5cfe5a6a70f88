import type { Random } from "../../../../src/index.js";
import { add, at, div, mul, name, neg, node, num, pow, sub, type Term } from "../../oracle/term.js";
import { type Names, pick, rewrite } from "../rewrite.js";
import { expRules, fractionRules, logRules, ringRules, rootRules } from "../rules.js";
import { sumRules } from "../sumRules.js";
import { equations } from "./fragment.js";

const names: Names = { free: ["a", "b", "x"], positive: new Set(["a", "b"]) };

/** Anything in anything: a function of cases inside a root inside a sum, as no procedure expects it. */
function anything(depth: number, random: Random): Term {
  const leaves = [name("a"), name("b"), name("x"), name("n"), num(random.integer(1, 4)), num(1, 2)];
  if (depth === 0) return pick(leaves, random);
  const part = () => anything(depth - 1, random);
  const square = () => add(pow(part(), 2), num(1));
  const kinds: (() => Term)[] = [
    () => add(part(), part()),
    () => sub(part(), part()),
    () => mul(part(), part()),
    () => div(part(), square()),
    () => div(part(), part()),
    () => pow(part(), random.integer(2, 3)),
    () => node("abs", part()),
    () => node("max", part(), part()),
    () => node("min", part(), part()),
    () => node("relu", part()),
    () => node("floor", part()),
    () => node("sqrt", square()),
    () => node("sqrt", pow(part(), 2)),
    () => node("log", square()),
    () => node("exp", neg(pick(leaves, random))),
    () => node("sigmoid", pick(leaves, random)),
    () => node("sum", mul(part(), at("y", name("k"))), name("k"), num(1), num(3)),
    () => node("sum", mul(name("k"), pick(leaves, random)), name("k"), num(1), name("N")),
    () => node("D", pow(add(mul(name("x"), pick(leaves, random)), num(1)), 2), name("x")),
  ];
  return pick(kinds, random)();
}

const rules = [...ringRules, ...fractionRules, ...expRules, ...logRules, ...rootRules, ...sumRules];

export const mixed = equations("everything mixed", (random) => {
  const lhs = anything(random.integer(1, 3), random);
  const rhs = rewrite(lhs, rules, random.integer(1, 5), random, names);
  return { lhs, rhs, assumptions: ["a > 0", "b > 0", "n integer", "N integer >= 4"] };
});
