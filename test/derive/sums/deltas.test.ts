import { suite } from "uvu";
import * as assert from "uvu/assert";
import { random as seeded } from "../../../src/index.js";
import { allGraded, type Row, verdictOf } from "../rows.js";

const test = suite("derive: sums of deltas");

const holds: Row[] = [
  ["sum(delta(k, 0)*a, k, 0, 5)", "=", "a", []],
  ["sum(delta(k, -2)*k, k, -5, -1)", "=", "-2", []],
  ["sum(delta(k, -2)*k, k, -5, -3)", "=", "0", []],
  ["sum(delta(k, 0) + 1, k, -3, 3)", "=", "8", []],
  ["sum(delta(k, 1/2), k, 0, 3)", "=", "0", []],
  ["sum(delta(k, m)*x[k], k, 0, n)", "=", "x[m]", ["n integer", "0 <= m", "m <= n"]],
  ["sum(delta(k, m)*x[k], k, 0, n)", "=", "0", ["n integer >= 0", "m integer", "m < 0"]],
  ["sum(delta(k, 2)*k^2, k, l, h)", "=", "4", ["l integer", "h integer", "l <= 2", "h >= 2"]],
  ["sum(delta(k, 2)*k^2, k, l, h)", "=", "0", ["l integer", "h integer", "l <= h", "l > 2"]],
  ["sum(sum(delta(i, j), i, 0, j), j, 0, N)", "=", "N + 1", ["N integer >= 0"]],
  [
    "sum(sum(delta(i, j)*x[i, j], i, 0, N), j, 0, N)",
    "=",
    "sum(x[j, j], j, 0, N)",
    ["N integer >= 0"],
  ],
  ["D(sum(x[k]^2, k, 0, 3), x[0])", "=", "2*x[0]", []],
  ["D(sum(x[k]^2, k, 0, N), x[j])", "=", "2*x[j]", ["N integer >= 0", "j integer >= 0", "j <= N"]],
];
const fails: Row[] = [
  ["sum(delta(k, 0)*a, k, 0, 5)", "=", "0", []],
  ["sum(delta(k, -2), k, -5, 5)", "=", "0", []],
  ["sum(delta(k, 0)*exp(k), k, -2, 2)", "=", "0", []],
  ["sum(delta(k, 1/2), k, 0, 3)", "=", "1", []],
  ["sum(delta(k, m), k, 1, n)", "=", "1", ["m >= 1", "m <= n", "n integer >= 1"]],
  ["sum(delta(k, m)*x[k], k, 0, n)", "=", "x[m]", ["m integer", "n integer >= 0"]],
  ["sum((delta(k, 0) + delta(k, 1))*a[k], k, 0, n)", "=", "a[1]", ["n integer >= 1"]],
];

test("a delta picks its term from any range", () => allGraded(holds, /^proved$/));
test("a term that is lost, or picked from beyond the range, is refuted", () =>
  allGraded(fails, /^refuted$/));
test("in random ranges around 0 a delta picks its term, and no other value is proved", () => {
  const random = seeded(41);
  for (let i = 0; i < 120; i++) {
    const [lo, place] = [random.integer(-4, 3), random.integer(-5, 6)];
    const hi = lo + random.integer(-1, 5);
    const [a, b] = [random.integer(1, 4), random.integer(-3, 3)];
    const truth = lo <= place && place <= hi ? a * place * place + b : 0;
    const lhs = `sum(delta(k, ${place})*(${a}*k^2 + ${b}), k, ${lo}, ${hi})`;
    assert.is(verdictOf([lhs, "=", `${truth}`, []]).grade, "proved", `${lhs} = ${truth}`);
    assert.is(verdictOf([lhs, "=", `${truth + 1}`, []]).grade, "refuted", `${lhs} = ${truth + 1}`);
  }
});
test.run();
