import { suite } from "uvu";
import * as assert from "uvu/assert";
import { claimsOf } from "../../src/agree/claims.js";
import { gradeClaim } from "../../src/derive/claims/gradeClaim.js";
import type { ClaimText } from "../../src/derive/claims/readClaims.js";
import { readTex } from "../../src/derive/tex/readTex.js";
import { noVocabulary } from "../../src/derive/tex/reading/vocabulary.js";
import { derivation, tex } from "../../src/index.js";

const test = suite("derive: statements with and, or, not");

/** The grade of a display and how its statements are read. */
function read(latex: string, ...assumptions: string[]): [grade: string, lhs: string, rhs: string] {
  const chain = tex(Object.assign([latex], { raw: [latex] }));
  const { grade, lhs, rhs } = derivation("a.step", assumptions).chain(chain).toJSON().steps[0];
  return [grade, lhs, rhs];
}

const claim = (lhs: string, relation: ClaimText["relation"], rhs: string, ...given: string[]) =>
  gradeClaim({ id: "a", lhs, relation, rhs, assumptions: given }, () => 0).grade;

test("in LaTeX alternatives are written with signs and with words", () => {
  const expected = ["proved", "x^2 = 4", "x = 2 or x = -2"];
  assert.equal(read(String.raw`x^2 = 4 \iff x = 2 \lor x = -2`), expected);
  assert.equal(read(String.raw`x^2 = 4 \iff x = 2 \text{ or } x = -2`), expected);
  assert.is(read(String.raw`x^2 = 4 \iff x = 2 \land x = -2`)[0], "refuted");
  assert.is(read(String.raw`x \ne 0 \quad\land\quad xy = 0 \implies y = 0`)[0], "proved");
  assert.is(read(String.raw`x^2 \neq 1 \iff x \ne 1 \lor x \ne -1`)[0], "refuted");
});

test("parentheses and negations are multiplied out", () => {
  const [grade, lhs] = read(String.raw`(x = 1 \lor x = 2) \land y = 3 \implies xy \le 6`);
  assert.equal([grade, lhs], ["proved", "x = 1 and y = 3 or x = 2 and y = 3"]);
  const outside = read(String.raw`\neg (1 \le x \le 2) \iff (x - 1)(x - 2) > 0`);
  assert.equal(outside, ["proved", "x < 1 or 2 < x", "0 < (x - 1)*(x - 2)"]);
  const inside = read(String.raw`\lnot (x < 1 \lor x > 2) \iff (x - 1)(x - 2) < 0`);
  assert.equal(inside.slice(0, 2), ["refuted", "1 <= x and x <= 2"]);
  assert.is(read(String.raw`(x - 1)(x - 2) = 0 \iff x = 1 \lor x = 2`)[0], "proved");
  const many = Array.from({ length: 7 }, () => String.raw`(x = 1 \lor x = 2)`).join(
    String.raw`\land`,
  );
  assert.throws(() => readTex(`${many} \\implies x = 1`), /more than 64 alternatives/);
});

test("in plain text too", () => {
  assert.is(claim("not (x < 1 or x > 2)", "<=>", "1 <= x <= 2"), "proved");
  assert.is(claim("not x < 1", "=>", "x >= 1"), "proved");
  assert.is(claim("not not x = 1", "<=>", "x = 1"), "proved");
  assert.is(claim("not (x = 1 and y = 2)", "<=>", "x != 1 and y != 2"), "refuted");
  assert.is(claim("not x", "=>", "y = 1"), "unknown");
});

test("a claim may say that two sides differ", () => {
  assert.is(claim("exp(x)", "!=", "0"), "proved");
  assert.is(claim("x", "!=", "0", "x > 1"), "proved");
  assert.is(claim("x", "!=", "0", "x >= 0"), "refuted");
});

test("alternatives and \\ne alone are no step, and no claim of a page", () => {
  assert.throws(
    () => read(String.raw`x = 1 \lor x = 2`),
    /is several statements: state each by it/,
  );
  assert.throws(() => read(String.raw`x \ne y`), /\\ne is no step: state a != b as an assumption/);
  const page = (latex: string) => claimsOf(latex, noVocabulary).claims;
  assert.throws(() => page(String.raw`x = 1 \land y = 2`), /without \\iff or \\implies/);
  assert.throws(() => page(String.raw`x \ne y`), /\\ne stands in the display/);
  const [{ texts }] = page(String.raw`x^2 = 4 \iff x = 2 \lor x = -2`);
  assert.equal(texts, ["x^2 = 4", "x = 2 or x = -2"]);
});

test.run();
