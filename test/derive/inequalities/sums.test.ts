import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import { claimOf } from "../claimOf.js";

// Facts of texts, each with a slip of it. Boyd: Boyd and Vandenberghe, Convex Optimization, 2004, 3.1.8 and 3.1.9. CT: Cover
// and Thomas, Elements of Information Theory, second edition, chapter 2. MacKay: Information Theory, Inference and Learning
// Algorithms, 2003, chapter 2. Poonen: Inequalities, Berkeley Math Circle, sections 2 and 3. Rudin: Principles of
// Mathematical Analysis, chapters 1 and 8.
const test = suite("derive: inequalities between sums and of one name");

const graded = (text: string, assumptions: readonly string[] = []) =>
  gradeClaim(claimOf(text, [...assumptions]), () => 0);

type Fact = [reference: string, claim: string, slip: string, ...assumptions: string[]];

const n = "n integer >= 1";

const ofSums: Fact[] = [
  [
    "Rudin 1.35, Schwarz",
    "sum(x[i]*y[i], i, 1, n)^2 <= sum(x[i]^2, i, 1, n)*sum(y[i]^2, i, 1, n)",
    "sum(x[i]*y[i], i, 1, n)^2 < sum(x[i]^2, i, 1, n)*sum(y[i]^2, i, 1, n)",
    n,
  ],
  [
    "Poonen 2",
    "sum(x[i], i, 1, n)^2 <= n*sum(x[i]^2, i, 1, n)",
    "sum(x[i], i, 1, n)^2 <= sum(x[i]^2, i, 1, n)",
    n,
  ],
  [
    "Poonen 2, harmonic mean",
    "1/(sum(x[i], i, 1, n)/n) <= sum(1/x[i], i, 1, n)/n",
    "sum(1/x[i], i, 1, n)/n <= 1/(sum(x[i], i, 1, n)/n)",
    n,
    "x[i] > 0",
  ],
  [
    "Poonen 3, Jensen",
    "sum(log(x[i]), i, 1, n)/n <= log(sum(x[i], i, 1, n)/n)",
    "log(sum(x[i], i, 1, n)/n) <= sum(log(x[i]), i, 1, n)/n",
    n,
    "x[i] > 0",
  ],
  [
    "Boyd 3.1.8, Jensen",
    "exp(sum(p[i]*x[i], i, 1, n)) <= sum(p[i]*exp(x[i]), i, 1, n)",
    "sum(p[i]*exp(x[i]), i, 1, n) <= exp(sum(p[i]*x[i], i, 1, n))",
    "p weights from 1 to n",
  ],
  [
    "CT 2.6.2, Jensen",
    "sum(p[i]*x[i], i, 1, n)^2 <= sum(p[i]*x[i]^2, i, 1, n)",
    "sum(p[i]*x[i]^2, i, 1, n) <= sum(p[i]*x[i], i, 1, n)^2",
    "p weights from 1 to n",
  ],
  [
    "CT 2.6.3, Gibbs",
    "sum(p[i]*log(q[i]), i, 1, n) <= sum(p[i]*log(p[i]), i, 1, n)",
    "sum(p[i]*log(p[i]), i, 1, n) <= sum(p[i]*log(q[i]), i, 1, n)",
    "p weights from 1 to n",
    "q weights from 1 to n",
  ],
  [
    "MacKay 2.7",
    "sum(log(x[i]), i, 1, n) <= sum(x[i], i, 1, n) - n",
    "sum(log(x[i]), i, 1, n) < sum(x[i], i, 1, n) - n",
    n,
    "x[i] > 0",
  ],
  [
    "Poonen 2, power mean",
    "(sum(x[i], i, 1, n)/n)^3 <= sum(x[i]^3, i, 1, n)/n",
    "sum(x[i]^3, i, 1, n)/n <= (sum(x[i], i, 1, n)/n)^3",
    n,
    "x[i] >= 0",
  ],
];

const ofOneName: Fact[] = [
  ["Rudin 8", "sin(x) <= x", "sin(x) < x", "x >= 0"],
  ["Rudin 8", "x - x^3/6 <= sin(x)", "x - x^3/7 <= sin(x)", "x >= 0"],
  ["Rudin 8", "1 - x^2/2 <= cos(x)", "1 - x^2/3 <= cos(x)"],
  ["Rudin 8", "1 + x + x^2/2 <= exp(x)", "1 + x + x^2/2 + x^3/5 <= exp(x)", "x >= 0"],
  ["MacKay 2.7", "x/(1 + x) < log(1 + x)", "log(1 + x) < x/(1 + x)", "x > 0"],
  ["MacKay 2.7", "x - x^2/2 <= log(1 + x)", "x - x^2/3 <= log(1 + x)", "x >= 0"],
  [
    "CT 2.1, binary entropy",
    "-p*log(p) - (1 - p)*log(1 - p) <= log(2)",
    "log(2) <= -p*log(p) - (1 - p)*log(1 - p)",
    "0 < p",
    "p < 1",
  ],
  ["Rudin 8", "atan(x) <= x", "x <= atan(x)", "x >= 0"],
  ["Boyd 3.1.4", "tanh(x) <= x", "x <= tanh(x)", "x >= 0"],
  ["Boyd 3.1.4", "1 + x^2/2 <= cosh(x)", "1 + x^2 <= cosh(x)"],
  ["Rudin 8", "exp(-x) <= 1 - x + x^2/2", "exp(-x) <= 1 - x + x^2/3", "x >= 0"],
];

for (const [title, facts] of [
  ["sums", ofSums],
  ["one name", ofOneName],
] as const) {
  test(`facts of texts about ${title} are proved, and a slip of each is refuted`, () => {
    for (const [reference, claim, slip, ...assumptions] of facts) {
      const [right, wrong] = [graded(claim, assumptions), graded(slip, assumptions)];
      assert.match(right.grade, /^proved/, `${reference}: ${claim}: ${right.reason}`);
      assert.is(wrong.grade, "refuted", `${reference}: ${slip}: ${wrong.reason}`);
    }
  });
}

test("a convex function needs an interval, weights that are not negative, and the sum of these", () => {
  const open: Fact[] = [
    ["interval", "1/(sum(x[i], i, 1, n)/n) <= sum(1/x[i], i, 1, n)/n", "", n],
    ["sign", "sum(p[i]*x[i], i, 1, n)^2 <= sum(p[i]*x[i]^2, i, 1, n)", "", n],
    ["sum", "sum(p[i]*x[i], i, 1, n)^2 <= sum(p[i]*x[i]^2, i, 1, n)", "", n, "p[i] >= 0"],
    ["count", "0 < sum(x[i]^2 + 1, i, 1, n)", "", "n integer >= 0"],
  ];
  for (const [what, claim, , ...assumptions] of open)
    assert.is(graded(claim, assumptions).grade, "refuted", `${what}: ${claim}`);
});

test("a point has entries of which everything holds that is assumed of every entry, or refutes nothing", () => {
  const rows: [string, string[], RegExp][] = [
    ["10*n <= sum(x[i], i, 1, n)", [n, "x[i] >= 10"], /^proved$/],
    ["11*n <= sum(x[i], i, 1, n)", [n, "x[i] >= 10"], /^refuted$/],
    ["100*n <= sum(x[i]^2, i, 1, n)", [n, "x[i] >= 10"], /^proved$/],
    ["sum(x[i], i, 1, n) <= sum(y[i], i, 1, n)", [n, "x[i] <= y[i]"], /^(?!refuted)/],
    ["x[1] + x[2] <= y[1] + y[2]", ["x[i] <= y[i]"], /^(?!refuted)/],
  ];
  for (const [claim, assumptions, grade] of rows)
    assert.match(graded(claim, assumptions).grade, grade, claim);
});

test.run();
