import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradeClaim } from "../../src/derive/claims/gradeClaim.js";
import { Derivation } from "../../src/derive/derivation/derivation.js";
import { holds } from "../../src/record/index.js";
import { rules } from "../../src/record/rules/rules.js";
import { claimOf } from "./claimOf.js";
import { derivations, examples } from "./ruleExamples.js";

const test = suite("derive: rules");

const graded = (text: string, assumptions: string[]) =>
  gradeClaim(claimOf(text, assumptions), () => 0);

test("each rule is reached by a claim that holds or by one that does not, and stands once among its rules", () => {
  for (const [id, both] of Object.entries(examples)) {
    const found = both.flatMap(([text, grade, ...assumptions]) => {
      const own = graded(text, assumptions);
      assert.is(own.grade, grade, `${id}: ${text}`);
      assert.is(new Set(own.rules).size, own.rules.length, `${text}: ${own.rules.join(", ")}`);
      return own.rules.map(String);
    });
    assert.ok(found.includes(id), `${id} is not among ${found.join(", ")}`);
  }
});

test("what only a step shows has its rule in the record, and a step that is wrong does not hold", () => {
  for (const [id, both] of Object.entries(derivations)) {
    const [right, wrong] = both.map((build) => build(new Derivation("rule")).toJSON().steps);
    assert.ok(right.every(holds), id);
    assert.not.ok(wrong.every(holds), id);
    assert.ok(right.at(-1)!.rules?.map(String).includes(id), `${id}: ${right.at(-1)!.rules}`);
  }
});

test("every rule has an example, and is a sentence with a side condition", () => {
  const shown = [...Object.keys(examples), ...Object.keys(derivations)];
  assert.equal(shown.sort(), [...rules.keys()].sort());
  for (const [id, { rule, sideCondition }] of rules) {
    assert.match(id, /^[a-z]+(-[a-z]+)*$/);
    assert.ok(rule.length > 10 && sideCondition.length > 4, id);
    assert.not.match(rule + sideCondition, /\.$/, id);
  }
});

test("rules stand in order: what decided, what it applied, what was asked after that", () => {
  const { rules: found } = graded("sum(2^k, k, 0, n) = 2^(n + 1) - 1", ["n integer >= 0"]);
  assert.is(found[0], "normal-form");
  assert.is(found.at(-1), "second-opinion");
  assert.ok(found.includes("geometric-sum"));
});

test("a rule that did nothing for a verdict is not among its rules", () => {
  const polynomial = graded("(a + b)^2 = a^2 + 2*a*b + b^2", []);
  assert.equal(polynomial.rules, ["normal-form", "second-opinion"]);
  const number = graded("1/2 + 1/3 = 5/6", []);
  assert.equal(number.rules, ["exact-arithmetic", "second-opinion"]);
  const slip = graded("x^2 = x", []);
  assert.equal(slip.rules, ["counterexample-exact", "sample-points", "second-opinion"]);
  assert.equal(graded("x^ = x", []).rules, []); // it is not read
});

test.run();
