import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import { derivation, tex, vocabulary } from "../../../src/index.js";
import { claimOf } from "../claimOf.js";

const test = suite("derive: entropies of weights");

const weights = ["p weights from 1 to n", "q weights from 1 to n"];
const found = (text: string, ...assumptions: string[]) =>
  gradeClaim(claimOf(text, assumptions), () => 0);
const grade = (text: string): string => found(text, ...weights).grade;

test("entropy, cross-entropy and divergence are sums, and Gibbs's inequality is known", () => {
  // Cover and Thomas, Elements of Information Theory, on relative entropy; Bishop's book, on the same.
  for (const [text, wrong] of [
    ["H(p, q) = H(p) + KL(p || q)", "H(p, q) = H(p) - KL(p || q)"],
    ["H(p) = -sum(p[i]*log(p[i]), i, 1, n)", "H(p) = sum(p[i]*log(p[i]), i, 1, n)"],
    ["0 <= KL(p || q)", "KL(p || q) <= 0"],
    ["H(p) <= log(n)", "log(n) <= H(p)"],
    ["H(p) <= H(p, q)", "H(p) = H(p, q)"],
    ["KL(p || p) = 0", "KL(p || q) = KL(q || p)"],
  ]) {
    assert.is(grade(text), "proved", text);
    assert.is(grade(wrong), "refuted", wrong);
  }
});

test("a refutation shows the weights", () => {
  const { witness } = found("H(p, q) = H(q, p)", ...weights);
  assert.equal(witness?.point, { n: "2", p: "1/3, 2/3", q: "3/4, 1/4" });
});

test("weights that are not declared, or of two ranges, are compared by nothing", () => {
  assert.is(found("H(p, q) = H(p) + KL(p || q)").grade, "unknown");
  const apart = ["p weights from 1 to n", "q weights from 1 to m"];
  assert.is(found("0 <= KL(p || q)", ...apart).grade, "unknown");
});

test("what stands before the first weight or behind the last one is no weight", () => {
  const one = "p weights from 1 to n";
  for (const text of ["0 < p[1]", "0 < p[k]", "0 < sum(p[i], i, 1, n)"])
    assert.is(found(text, one).grade, "proved", text);
  for (const text of [
    "0 < p[0]",
    "0 < p[n + 1]",
    "0 < sum(p[i], i, 0, n)",
    "0 < sum(p[i + 1], i, 1, n)",
  ])
    assert.is(found(text, one).grade, "unknown", text);
  assert.is(found("0 < p[0]", one).reason, "p[0] is none of the weights");
});

test("what holds of one weight alone is refuted with two", () => {
  const one = "p weights from 1 to n";
  const { grade: settled, witness } = found("1 <= sum(p[i]^2, i, 1, n)", one);
  assert.is(settled, "refuted");
  assert.equal(witness, { point: { n: "2", p: "1/3, 2/3" }, lhs: "1", rhs: "5/9" });
});

test("LaTeX gives the same", () => {
  const raw = String.raw`H(p, q) = H(p) + D_{\mathrm{KL}}(p \| q)`;
  const said = vocabulary({ p: "weights from 1 to n", q: "weights from 1 to n" });
  const made = derivation("a.cross", said).chain(tex(Object.assign([raw], { raw: [raw] })));
  assert.is(made.toJSON().steps.at(-1)?.grade, "proved");
});

test.run();
