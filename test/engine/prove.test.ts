import { suite } from "uvu";
import * as assert from "uvu/assert";
import { prove } from "../../src/engine/prove.js";

const test = suite("engine: prove");

test("a text with one relation is graded, with the claim as it was read", () => {
  assert.equal(prove("(a + b)^2 = a^2+2*a*b+b^2"), {
    claim: { lhs: "(a + b)^2", relation: "=", rhs: "a^2+2*a*b+b^2", assumptions: [] },
    grade: "proved",
    conditions: [],
    witness: null,
    method: "both sides have the same normal form over the rationals",
    rules: ["normal-form", "second-opinion"],
    reason: null,
  });
  const { grade, witness, reason } = prove("(a + b)^2 = a^2 + b^2");
  assert.is(grade, "refuted");
  assert.is(reason, null);
  assert.equal(Object.keys(witness!.point), ["a", "b"]);
  assert.is.not(witness!.lhs, witness!.rhs);
});

test("each relation is read between the sides, and not inside brackets", () => {
  const relation = (text: string) => prove(text).claim.relation;
  for (const sign of ["=", "!=", "<", "<=", ">", ">="]) {
    assert.is(relation(`x ${sign} x + 1`), sign);
    assert.is(relation(`x${sign}x + 1`), sign);
  }
  assert.equal([relation("x == x"), relation("x ≤ x"), relation("x ≥ x")], ["=", "<=", ">="]);
  assert.is(relation("x ≠ x + 1"), "!=");
  assert.is(relation("1/3 ≈ 0.333"), "≈");
  assert.equal(prove("p(C=1 | T=1) = p(C=1 | T=1)").claim.lhs, "p(C=1 | T=1)");
});

test("statements follow from each other, and a bound of growth is written O(...)", () => {
  assert.is(prove("x^2 = 1 <=> x = 1 or x = -1").grade, "proved");
  assert.is(prove("x = 1 => x^2 = 1").grade, "proved");
  assert.is(prove("x^2 = 1 => x = 1").grade, "refuted");
  const growth = prove("3*n^2 + n = O(n^2)", { assumptions: ["n integer >= 1"] });
  assert.is(growth.grade, "proved");
  assert.equal(growth.claim.rhs, "n^2");
  assert.is.not(prove("n^3 = O(n^2)", { assumptions: ["n integer >= 1"] }).grade, "proved");
});

test("an object states a claim as a claims file does, and assumptions of both places count", () => {
  assert.is(prove({ lhs: "x + x", rhs: "2x" }).grade, "proved");
  const root = { lhs: "sqrt(x^2)", relation: ">=", rhs: "x*y" } as const;
  assert.is(prove({ ...root, assumptions: ["x > 0"] }, { assumptions: ["y = 1"] }).grade, "proved");
  assert.is(prove(root, { assumptions: ["x > 0"] }).grade, "refuted");
});

test("conditions, witness and reason stand where a claims file's answer has them", () => {
  const divided = prove("x/x = 1");
  assert.is(divided.grade, "proved-if");
  assert.equal(
    divided.conditions.map(({ text }) => text),
    ["x != 0"],
  );
  const open = prove("Phi(x) = Psi(x)");
  assert.is(open.grade, "unknown");
  assert.type(open.reason, "string");
  assert.is(open.witness, null);
});

test("what is no claim is refused, with what one is", () => {
  const refused = (claim: unknown, options?: unknown) => () =>
    prove(claim as string, options as object);
  assert.throws(
    refused("x + x"),
    /^the claim `x \+ x` must have a relation, such as x \+ x = 2\*x$/,
  );
  assert.throws(
    refused("a < b < c"),
    /must have one relation, got 2: state each relation by itself/,
  );
  assert.throws(refused("x = "), /^the claim `x =` must have something on either side of =$/);
  assert.throws(refused(7), /^prove: claim must be a text such as x \+ x = 2\*x, or .*, got 7$/);
  assert.throws(refused({ lhs: "1" }), /^prove: rhs must be an expression as a text, got nothing$/);
  assert.throws(
    refused({ lhs: "1", rhs: "1", relation: "==" }),
    /^prove: relation must be one of =/,
  );
  assert.throws(refused("x = x", ["x > 0"]), /^prove: options must be an object, got \["x > 0"\]$/);
  assert.throws(refused("x = x", { assume: [] }), /^prove: options must hold assumptions alone/);
  assert.throws(
    refused("x = x", { assumptions: "x > 0" }),
    /assumptions must be an array of texts/,
  );
});

test("a text that cannot be read is an error with the place, and no verdict", () => {
  assert.throws(() => prove("x + = 2"), /^cannot read this expression: [^]*\^$/);
  assert.throws(() => prove("x = x", { assumptions: ["x is nice"] }), /x is nice/);
  assert.throws(() => prove("x = 1 => 2"), /must be statements such as x = 2/);
});

test.run();
