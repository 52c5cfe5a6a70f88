import { DerivationError } from "../../../../src/derive/tree/errors.js";
import {
  type Expr,
  negate,
  over,
  parts,
  times,
  treeKey,
  withParts,
} from "../../../../src/derive/tree/expression.js";
import { parse } from "../../../../src/derive/read/parse.js";
import { shown } from "../../../../src/derive/tex/write/notation.js";
import { readTexChain } from "../../../../src/derive/tex/readTex.js";
import { noVocabulary, vocabularyOf } from "../../../../src/derive/tex/reading/vocabulary.js";
import { expressionText } from "../../../../src/derive/tree/text.js";
import type { Random } from "../../../../src/index.js";
import { add, div, mul, name, node, num, pow, sub, type Term } from "../../oracle/term.js";
import type { Claim } from "../../oracle/truth.js";
import { writeTerm } from "../../oracle/writeTerm.js";
import { mutate } from "../mutate.js";
import { pick, rewrite } from "../rewrite.js";
import { ringRules } from "../rules.js";
import type { Fragment } from "./fragment.js";
import { writeLatex } from "./latexWriter.js";

type Read = typeof readTexChain;

/** The sides of an equation as they come back from its LaTeX; where that is refused, as plain text. */
export function throughLatex(
  sides: readonly [Term, Term],
  random: Random,
  read: Read = readTexChain,
): { texts: [string, string]; refused: boolean } {
  const texts = sides.map((side) => writeTerm(side)) as [string, string];
  const intended = texts.map((text) => parse(text));
  const sign = pick([" = ", "=", " &= ", " \\\\ &= "], random);
  const latex = sides.map((side) => writeLatex(side, random)).join(sign);
  const vocabulary = random.integer(0, 1) ? vocabularyOf(intended) : noVocabulary;
  try {
    const back = read(latex, vocabulary).sides;
    if (back.length !== 2 || !back.every((side, i) => isSameProduct(side, intended[i]))) {
      const found = back.map((side) => expressionText(side)).join(" = ");
      throw new Error(`${latex}\n  read as ${found}\n  not as  ${texts.join(" = ")}`);
    }
    return { texts: back.map((side) => expressionText(side)) as [string, string], refused: false };
  } catch (error) {
    if (error instanceof DerivationError) return { texts, refused: true };
    throw error;
  }
}

/** A product is one product however it is grouped: 3*((-1*x)*y) is written 3 (-1x) y, its sign that of the whole. */
const isSameProduct = (left: Expr, right: Expr): boolean =>
  treeKey(grouped(shown(left))) === treeKey(grouped(shown(right)));

function grouped(expr: Expr): Expr {
  const next = withParts(expr, parts(expr).map(grouped));
  if (next.kind === "neg") return opposite(next.of);
  if (next.kind === "mul") return next.factors.reduce(joined);
  return next.kind === "div" && next.left.kind === "neg"
    ? negate(over(next.left.of, next.right))
    : next;
}

const opposite = (expr: Expr): Expr => (expr.kind === "neg" ? expr.of : negate(expr));

function joined(left: Expr, right: Expr): Expr {
  if (left.kind === "neg") return opposite(joined(left.of, right));
  if (right.kind === "neg") return opposite(joined(left, right.of));
  return times(...[left, right].flatMap((one) => (one.kind === "mul" ? one.factors : [one])));
}

const names = ["x", "y", "a", "b", "n", "mu", "alpha", "varphi", "sigma2", "D_K", "yhat", "x1"];

/** A random term with powers, fractions, sums of symbolic length and functions. */
export function randomTerm(random: Random, depth: number): Term {
  const part = () => randomTerm(random, depth - 1);
  if (depth === 0) {
    return random.integer(0, 3) ? name(pick(names, random)) : num(random.integer(1, 9));
  }
  const entry = node("[]", name("w"), name("k"));
  const make: (() => Term)[] = [
    () => add(part(), part()),
    () => sub(part(), part()),
    () => mul(part(), part()),
    () => mul(part(), add(part(), part())),
    () => mul(num(random.integer(2, 9)), part(), part()),
    () => div(part(), add(pow(part(), 2), num(1))),
    () => pow(part(), random.integer(2, 3)),
    () => node("exp", part()),
    () => node("abs", part()),
    () => node("sum", mul(entry, part()), name("k"), num(1), name("N")),
  ];
  return pick(make, random)();
}

/** Equations that are written in LaTeX and read back: misread, they would be other equations. */
export function latexFragment(read: Read = readTexChain): Fragment {
  const made = new WeakMap<Claim, [Term, Term]>();
  const assumptions = ["N integer >= 1"];
  const claimOf = (sides: [Term, Term], random: Random): Claim => {
    const [lhs, rhs] = throughLatex(sides, random, read).texts;
    return { lhs, rhs, assumptions };
  };
  return {
    name: "LaTeX",
    holds(random) {
      const lhs = randomTerm(random, random.integer(1, 2));
      const rhs = rewrite(lhs, ringRules, random.integer(1, 3), random, {
        free: ["x", "a"],
        positive: new Set(),
      });
      const claim = claimOf([lhs, rhs], random);
      made.set(claim, [lhs, rhs]);
      return claim;
    },
    slips(claim, random) {
      const sides = made.get(claim);
      if (!sides) throw new RangeError("slips: claim must be one that this fragment made");
      const { term, slip } = mutate(sides[1], random);
      return { ...claimOf([sides[0], term], random), slip };
    },
  };
}
