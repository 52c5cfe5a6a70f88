import { suite } from "uvu";
import * as assert from "uvu/assert";
import { prove } from "../../../src/engine/prove.js";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import { claimOf } from "../claimOf.js";

// Facts of texts, each with a slip of it. Poonen: Inequalities, Berkeley Math Circle, sections 1 to 3. AoPS: The Problem
// Solver's Resource 11, Art of Problem Solving Wiki. BPT: Blekherman, Parrilo and Thomas, Semidefinite Optimization and
// Convex Algebraic Geometry, SIAM 2012, chapter 3. Kedlaya: A < B, version 1.0, 1999. Boyd: Boyd and Vandenberghe, Convex
// Optimization, 2004.
const test = suite("derive: certificates of inequalities");

const graded = (text: string, assumptions: string[] = []) =>
  gradeClaim(claimOf(text, assumptions), () => 0);

const facts: [reference: string, claim: string, slip: string, ...assumptions: string[]][] = [
  ["Poonen 1", "sqrt(x*y) <= (x + y)/2", "sqrt(x*y) < (x + y)/2", "x >= 0", "y >= 0"],
  [
    "Poonen 1",
    "27*x*y*z <= (x + y + z)^3",
    "26*(x + y + z)^3 <= 27*26*x*y*z",
    "x > 0",
    "y > 0",
    "z > 0",
  ],
  ["Poonen 2", "((x + y)/2)^2 <= (x^2 + y^2)/2", "((x + y)/2)^2 < (x^2 + y^2)/2"],
  ["Poonen 2", "2/(1/x + 1/y) <= (x + y)/2", "2/(1/x + 1/y) < (x + y)/2", "x > 0", "y > 0"],
  [
    "Poonen 2",
    "((x + y)/2)^3 <= (x^3 + y^3)/2",
    "((x + y)/2)^3 <= (x^3 + y^3)/2 - 1/10^6",
    "x > 0",
    "y > 0",
  ],
  [
    "AoPS, Cauchy",
    "(a*x + b*y + c*z)^2 <= (a^2 + b^2 + c^2)*(x^2 + y^2 + z^2)",
    "(a*x + b*y + c*z)^2 < (a^2 + b^2 + c^2)*(x^2 + y^2 + z^2)",
  ],
  [
    "AoPS, Nesbitt",
    "3/2 <= a/(b + c) + b/(c + a) + c/(a + b)",
    "3/2 < a/(b + c) + b/(c + a) + c/(a + b)",
    "a > 0",
    "b > 0",
    "c > 0",
  ],
  [
    "AoPS, Schur",
    "0 <= a*(a - b)*(a - c) + b*(b - a)*(b - c) + c*(c - a)*(c - b)",
    "0 < a*(a - b)*(a - c) + b*(b - a)*(b - c) + c*(c - a)*(c - b)",
    "a >= 0",
    "b >= 0",
    "c >= 0",
  ],
  [
    "AoPS, Muirhead",
    "a^2*b*c + a*b^2*c + a*b*c^2 <= a^4 + b^4 + c^4",
    "a^2*b*c + a*b^2*c + a*b*c^2 <= a^4 + b^4 + c^4 - (a - b)^4",
  ],
  ["BPT 3.1", "0 <= 2*x^4 + 2*x^3*y - x^2*y^2 + 5*y^4", "0 < 2*x^4 + 2*x^3*y - x^2*y^2 + 5*y^4"],
  [
    "BPT 3.19, Motzkin",
    "0 <= x^4*y^2 + x^2*y^4 + 1 - 3*x^2*y^2",
    "0 <= x^4*y^2 + x^2*y^4 + 1 - 3*x^2*y^2 - 1/10^9",
  ],
  ["Kedlaya 1", "a*b + b*c + c*a <= a^2 + b^2 + c^2", "a*b + b*c + c*a < a^2 + b^2 + c^2"],
  [
    "Kedlaya 1",
    "9 <= (a + b + c)*(1/a + 1/b + 1/c)",
    "9 < (a + b + c)*(1/a + 1/b + 1/c)",
    "a > 0",
    "b > 0",
    "c > 0",
  ],
  [
    "Kedlaya 1",
    "3*a*b*c <= a^2*b + b^2*c + c^2*a",
    "3*a*b*c < a^2*b + b^2*c + c^2*a",
    "a >= 0",
    "b >= 0",
    "c >= 0",
  ],
  ["Kedlaya 2", "x^2*y^2*z^2*3 <= x^6 + y^6 + z^6", "x^2*y^2*z^2*3 < x^6 + y^6 + z^6"],
  [
    "Boyd 4.3, Farkas",
    "x + y <= 8 and x <= 6 and y >= 0 => 3*x + 2*y <= 22",
    "x + y <= 8 and x <= 6 and y >= 0 => 3*x + 2*y < 22",
  ],
  [
    "Boyd 5.8, Farkas",
    "x + 2*y <= 3 and 2*x + y <= 3 => x + y <= 2",
    "x + 2*y <= 3 and 2*x + y <= 3 => x + y < 2",
  ],
  ["Boyd B.2, S-lemma", "x^2 + y^2 <= 1 => 2*x*y <= 1", "x^2 + y^2 <= 1 => 2*x*y <= 1/4"],
  ["BPT 3.6", "x + y = 1 => x^4 + y^4 >= 1/8", "x + y = 1 => x^4 + y^4 > 1/8"],
  ["BPT 3.6", "x^2 + y^2 + z^2 = 0 => x + y = z", "x^2 + y^2 - z^2 = 0 => x + y = z"],
  ["Kedlaya 4", "a + b + c = 0 => a*b + b*c + c*a <= 0", "a + b + c = 0 => a*b + b*c + c*a < 0"],
];

test("facts of texts are proved, and a slip of each is refuted", () => {
  for (const [reference, claim, slip, ...assumptions] of facts) {
    const [right, wrong] = [graded(claim, assumptions), graded(slip, assumptions)];
    assert.is(right.grade, "proved", `${reference}: ${claim}: ${right.reason}`);
    assert.is(wrong.grade, "refuted", `${reference}: ${slip}: ${wrong.reason}`);
  }
});

test("what is shown as a certificate is the difference, multiplied out", () => {
  const claims = [
    ["2*x^4 + 2*x^3*y - x^2*y^2 + 5*y^4", ""],
    ["x^4 + y^4 + z^4 - x*y*z*(x + y + z)", ""],
    ["x^4 + y^4 - x*y + 1", ""],
    ["x^4*y^2 + x^2*y^4 + 1 - 3*x^2*y^2", "(1 + x^2 + y^2)"],
  ];
  for (const [difference, factor] of claims) {
    const { method } = prove(`0 <= ${difference}`);
    const [, shown] = /has the sign of (.*)$/.exec(method) ?? [];
    assert.ok(shown, `${difference}: ${method}`);
    const whole = factor === "" ? difference : `${factor}*(${difference})`;
    assert.is(prove(`${whole} = ${shown}`).grade, "proved", `${whole} = ${shown}`);
    for (const term of shown.split(" + ")) assert.not.match(term, /^-/);
  }
});

test("where a strict inequality holds at all but some places, it is proved if these are excluded", () => {
  const rows: [string, string[], string][] = [
    ["0 < x^2 + x*y + y^2", ["x != 0"], "proved"],
    ["0 < x^2 + x*y + y^2", ["x != 1"], "refuted"],
    ["a*b + b*c + c*a < a^2 + b^2 + c^2", ["a != b"], "proved"],
    ["a*b + b*c + c*a < a^2 + b^2 + c^2", ["a != 1"], "refuted"],
    ["a^5 < b^5", ["a < b"], "proved"],
    ["a^5 < b^5", ["a <= b"], "refuted"],
    ["0 < x^4*y^2 + x^2*y^4 + 2 - 3*x^2*y^2", [], "proved"],
    ["x^4 + y^4 <= 2*x^2*y^2", ["x = y"], "proved"],
  ];
  for (const [claim, assumptions, grade] of rows)
    assert.is(graded(claim, assumptions).grade, grade, `${claim} [${assumptions.join(", ")}]`);
});

test("what follows from the contrary alone is proved, and not without a sign that it needs", () => {
  assert.is(graded("x*y > 0 and x + y >= 0 => x > 0").grade, "proved");
  assert.is(graded("x*y > 0 => x > 0").grade, "refuted");
  assert.is(graded("x*y >= 0 and x + y >= 0 => x > 0").grade, "refuted");
  assert.is(graded("x <= y and y <= x => x = y").grade, "proved");
  assert.is(graded("x <= y and y <= x + 1 => x = y").grade, "refuted");
});

test("a chain of many bounds is added up, and its last step is needed", () => {
  const chain = ["x - y < 1", "y - z < 2", "z - u < 3", "u - v <= 1", "v - w <= 3"];
  assert.is(graded("x - w < 10", chain).grade, "proved");
  assert.not.match(graded("x - w < 19/2", chain).grade, /proved/);
  for (const left of chain) {
    const others = chain.filter((one) => one !== left);
    assert.not.match(graded("x - w < 10", others).grade, /proved/, left);
  }
});

test.run();
