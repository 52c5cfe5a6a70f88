import { suite } from "uvu";
import * as assert from "uvu/assert";
import { Derivation } from "../../../src/derive/index.js";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import { claimOf } from "../claimOf.js";

const test = suite("derive: determinants, inverses and norms of lists");

const graded = (text: string, ...assumptions: string[]) =>
  gradeClaim(claimOf(text, assumptions), () => 0);

const claims: Record<string, string[]> = {
  proved: [
    "det([[a, b], [c, d]]) = a*d - b*c",
    "det([[1, 2, 3], [4, 5, 6], [7, 8, 10]]) = -3",
    "det([[a]]) = a",
    "det(transpose([[a, b], [c, d]])) = det([[a, b], [c, d]])",
    "det(matmul([[a, b], [c, d]], [[p, q], [r, s]])) = det([[a, b], [c, d]])*det([[p, q], [r, s]])",
    "det(jacobian([r*cos(t), r*sin(t)], [r, t])) = r",
    "det([[D(r*cos(t), r), D(r*cos(t), t)], [D(r*sin(t), r), D(r*sin(t), t)]]) = r",
    "tr([[a, b], [c, d]]) = a + d",
    "norm([3, 4]) = 5",
    "norm([[a, b], [c, d]], F)^2 = a^2 + b^2 + c^2 + d^2",
    "inner([a, b], [c, d]) = a*c + b*d",
    "kron([[1, 2]], [[a, b]]) = [[a, b, 2*a, 2*b]]",
    "hadamard([a, b], [c, d]) = [a*c, b*d]",
  ],
  "proved-if": [
    "inverse([[a, b], [c, d]]) = [[d, -b], [-c, a]]/(a*d - b*c)",
    "matmul(inverse([[a, b], [c, d]]), [[a, b], [c, d]]) = [[1, 0], [0, 1]]",
  ],
  refuted: [
    "det([[a, b], [c, d]]) = a*d + b*c",
    "det(jacobian([r*cos(t), r*sin(t)], [r, t])) = 1",
    "inverse([[a, b], [c, d]]) = [[d, b], [c, a]]/(a*d - b*c)",
    "norm([a, b])^2 = (a + b)^2",
    "kron([[1, 2]], [[a, b]]) = [[a, 2*a, b, 2*b]]",
  ],
};

for (const [grade, texts] of Object.entries(claims))
  for (const text of texts)
    test(`${text} is ${grade}`, () => {
      assert.is(graded(text).grade, grade, graded(text).reason ?? "");
    });

test("sizes that do not fit are named", () => {
  const reason = (text: string) => graded(text).reason ?? "";
  assert.match(
    reason("det([[1, 2, 3], [4, 5, 6]]) = 0"),
    /det: must be given a square matrix, got 2 x 3/,
  );
  assert.match(
    reason("norm([[1, 2], [3, 4]]) = 5"),
    /norm: must be given a vector and 2, or a matrix and F/,
  );
  assert.match(reason("tr([1, 2]) = 3"), /tr: must be given a matrix, got 2/);
});

test("a list of matrices is no list of numbers", () => {
  const given = ["A", "B", "C"].map((name) => `${name} matrix n x n`);
  for (const text of [
    "transpose([[A, B], [C, A]]) = [[A, C], [B, A]]",
    "tr([[A, B], [C, A]]) = 2*A",
    "det([[A, B], [C, A]]) = A^2 - B*C",
  ])
    assert.is(graded(text, ...given).grade, "unknown", text);
});

test("a derivation may still define a norm of its own", () => {
  const chain = new Derivation("own.norm").define("norm(x)", "x^2");
  assert.is(chain.from("norm(3)").equals("9").grade, "proved");
});

test.run();
