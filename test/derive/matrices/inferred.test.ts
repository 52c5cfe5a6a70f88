import { suite } from "uvu";
import * as assert from "uvu/assert";
import { Derivation, tex } from "../../../src/derive/index.js";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import { claimOf } from "../claimOf.js";

const test = suite("derive: matrices that nobody declares");

const graded = (text: string, ...assumptions: string[]) =>
  gradeClaim(claimOf(text, assumptions), () => 0);

test("beside a transpose or a Kronecker product capitals are matrices, which is a condition", () => {
  const { grade, conditions } = graded("transpose(A*B) = transpose(B)*transpose(A)");
  assert.is(grade, "proved-if");
  assert.is(conditions[0].text, "A is a matrix, B is a matrix, of sizes that fit");
  assert.is(graded("vec(X - M) = vec(X) - vec(M)").grade, "proved-if");
  assert.is(graded("kron(V^(-1), U^(-1)) = kron(V, U)^(-1)").grade, "proved-if");
  assert.is(graded("transpose(xbold)*ybold = transpose(ybold)*xbold").grade, "proved-if");
});

test("nothing is refuted, and nothing false is proved, where nobody says what names are", () => {
  for (const text of [
    "transpose(A*B) = transpose(A)*transpose(B)",
    "vec(A*B) = vec(A)*vec(B)",
    "kron(V, U) = kron(U, V)",
    "transpose(A) = A",
    "det(kron(V, U)) = det(V)^n*det(U)^p",
  ])
    assert.is(graded(text).grade, "unknown", text);
});

test("a small letter is a vector where it is transposed, and elsewhere a number as a condition", () => {
  assert.is(graded("transpose(x)*A*y = transpose(y)*A*x").grade, "unknown");
  const { grade, conditions } = graded("transpose(x)*A*y = transpose(y)*transpose(A)*x");
  assert.is(grade, "proved-if");
  assert.is(conditions[0].text, "x is a vector, A is a matrix, y is a vector, of sizes that fit");
  const beside = graded("kron(A*x, B*y) = kron(A*y, B*x)");
  assert.match(
    beside.conditions[0].text,
    /x is a number, B is a matrix|x is a number, y is a number/,
  );
  assert.is(graded("transpose(x)*A*y = transpose(y)*A*x", "x real", "y real").grade, "proved-if");
});

test("where sizes fit for numbers alone, nothing is proved of matrices", () => {
  const claim = "transpose(xbold)*A*xbold = A*transpose(xbold)*xbold";
  assert.is(graded(claim).grade, "unknown");
  assert.is(
    graded("tr(transpose(A)*v*transpose(w)) = transpose(w)*transpose(A)*v").grade,
    "unknown",
  );
  assert.is(
    graded("transpose(xbold)*A*xbold = transpose(xbold)*transpose(A)*xbold").grade,
    "proved-if",
  );
});

test("a step of a derivation is read so, too, and numbers stay numbers", () => {
  const display = tex`(A B)^\top = B^\top A^\top`;
  const [step] = new Derivation("inferred.step").chain(display).toJSON().steps;
  assert.is(step.grade, "proved-if");
  assert.match(step.conditions[0].text, /of sizes that fit$/);
  assert.is(graded("transpose([[A, B], [C, D]]) = [[A, C], [B, D]]").grade, "proved");
});

test.run();
