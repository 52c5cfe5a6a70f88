import { suite } from "uvu";
import * as assert from "uvu/assert";
import { DerivationError } from "../../../src/derive/tree/errors.js";
import { type Expr, negate, parts } from "../../../src/derive/tree/expression.js";
import { parse } from "../../../src/derive/read/parse.js";
import type { Chain } from "../../../src/derive/tex/statements/chains.js";
import { readTexChain } from "../../../src/derive/tex/readTex.js";
import { random } from "../../../src/index.js";
import { readTerm } from "../oracle/term.js";
import { pick } from "./rewrite.js";
import { randomTerm, throughLatex } from "./fragments/latex.js";

const test = suite("derive: LaTeX of an independent writer");
const seed = 20261128;

function pairs(count: number, each: (sides: Parameters<typeof throughLatex>[0]) => void): void {
  const source = random(seed);
  for (let i = 0; i < count; i++) {
    each([randomTerm(source, 1 + (i % 3)), randomTerm(source, 1 + (i % 2))]);
  }
}

test("is read as it was meant or refused, over 1200 equations in any typography", () => {
  const source = random(seed + 1);
  let refused = 0;
  pairs(1200, (sides) => {
    if (throughLatex(sides, source).refused) refused++;
  });
  assert.ok(refused < 240, `${refused} of 1200 are refused`);
});

const letters = [
  ..."abcdfghkpquvwyzABCDEFGHLMPQRSTUVW",
  "\\alpha",
  "\\beta",
  "\\phi",
  "\\psi",
  "\\Phi",
  "\\Gamma",
];
const args = [
  "x",
  "2x",
  "x+1",
  "-x",
  "x+n",
  "n+x",
  "\\frac{x}{2}",
  "x^2",
  "n-1",
  "n x",
  "1",
  "x_1 + 1",
];
const sides = ["F + F", "F F", "2F", "x F", "F - 1", "\\frac{F}{x}", "F^2", "n F + F", "-F"];

/** Whether a name stands in an expression as a quantity. */
const isQuantity = (expr: Expr, name: string): boolean =>
  (expr.kind === "symbol" && expr.name === name) ||
  parts(expr).some((part) => isQuantity(part, name));

test("a letter that only ever stands before parentheses is never read as a factor, over 6000 equations", () => {
  const source = random(seed + 3);
  let read = 0;
  for (let i = 0; i < 6000; i++) {
    const letter = pick(letters, source);
    const side = () =>
      pick(sides, source).replaceAll("F", () => `${letter}(${pick(args, source)})`);
    const latex = `${letter}(${pick(args, source)}) = ${side()}`;
    let chain: Chain;
    try {
      chain = readTexChain(latex);
    } catch (error) {
      if (error instanceof DerivationError) continue;
      throw error;
    }
    read++;
    assert.not.ok(
      chain.sides.some((one) => isQuantity(one, letter.replace("\\", ""))),
      latex,
    );
  }
  assert.ok(read > 100, `${read} of 6000 are read`);
});

test("a reader that takes one sign for another is noticed", () => {
  const source = random(seed + 2);
  const careless: typeof readTexChain = (latex, vocabulary) => {
    const chain = readTexChain(latex, vocabulary);
    return { ...chain, sides: [negate(chain.sides[0]), ...chain.sides.slice(1)] };
  };
  pairs(20, (sides) => {
    let message = "";
    try {
      message = throughLatex(sides, source, careless).refused ? "read as" : "it was not noticed";
    } catch (error) {
      ({ message } = error as Error);
    }
    assert.match(message, /read as/);
  });
});

test("brackets and signs in a product may stand elsewhere, and nothing else may change", () => {
  const readAs = (text: string): boolean => {
    const sides = [parse(text), parse("x")];
    try {
      throughLatex([readTerm("3*(-1*x)*(y + 1)/a"), readTerm("x")], random(1), () => ({
        sides,
        printed: [],
        relations: ["="],
      }));
      return true;
    } catch (error) {
      assert.match((error as Error).message, /read as/);
      return false;
    }
  };
  for (const same of ["3*(-1*x*(y + 1))/a", "-3*1*(x*(y + 1))/a", "3*1*(-x)*(y + 1)/a"])
    assert.ok(readAs(same), same);
  for (const other of [
    "3*1*x*(y + 1)/a",
    "3*(-1*(-x))*(y + 1)/a",
    "3*(-1*x*y + 1)/a",
    "3*(-1 - x)*(y + 1)/a",
    "3*(-1*x)*((y + 1)/a)^2",
  ])
    assert.not.ok(readAs(other), other);
});

test.run();
