import { suite } from "uvu";
import * as assert from "uvu/assert";
import { allGraded, type Row, verdictOf } from "../rows.js";

const test = suite("derive: facts about entries");
const many = "N integer >= 3";

const every: Row[] = [
  ["abs(x[1])", "=", "x[1]", ["x[n] > 0"]],
  ["abs(x[m])", "=", "x[m]", ["x[n] > 0"]],
  ["abs(x[n]) + abs(x[m])", "=", "x[n] + x[m]", ["x[k] > 0"]],
  ["abs(w[1, 2])", "=", "w[1, 2]", ["w[k, l] > 0"]],
  ["sum(abs(x[j]), j, 1, N)", "=", "sum(x[j], j, 1, N)", [many, "x[j] >= 0"]],
  ["0", "<", "sum(x[k], k, 1, N)", [many, "x[n] > 0"]],
  ["0", "<", "prod(x[n], n, 1, N)", [many, "x[n] > 0"]],
];
const own: Row[] = [
  ["abs(x[n])", "=", "x[n]", ["n integer >= 2", "x[n] > 0"]],
  ["abs(x[N])", "=", "x[N]", [many, "x[N] >= 0"]],
  ["x[n]", "<", "5", ["n integer", "x[n] < 5"]],
];
const others: Row[] = [
  ["abs(x[1])", "=", "x[1]", ["n integer >= 2", "x[n] > 0"]],
  ["x[3]", "<", "5", ["n integer", "n > 3", "x[n] < 5"]],
  ["sum(abs(x[j]), j, 1, N)", "=", "sum(x[j], j, 1, N)", [many, "x[N] >= 0"]],
  ["abs(x[n]) + abs(x[m])", "=", "x[n] + x[m]", ["x[n] > 0"]],
  ["abs(w[2, 2])", "=", "w[2, 2]", ["w[1, l] > 0"]],
  ["sum(abs(x[i]), i, 1, 3)", "=", "sum(x[i], i, 1, 3)", ["x[i] > 0", "i > 2"]],
  ["sqrt(x[n])^2 + sqrt(x[m]^2)", "=", "x[n] + x[m]", []],
  ["1/sqrt(v[i]) + sqrt(v[j]^2)", "=", "1/sqrt(v[i]) + v[j]", []],
  ["log(x[n]) + abs(x[2])", "=", "log(x[n]) + x[2]", ["n integer >= 3"]],
  ["sqrt(x[n])^2 + sum(abs(x[n]), n, 1, 3)", "=", "x[n] + x[1] + x[2] + x[3]", []],
];

test("a fact about an index of which nothing else is said speaks of every entry", () =>
  allGraded(every, /^proved$/));
test("a fact about one index speaks of its entry", () => allGraded(own, /^proved$/));
test("a fact or a condition about one entry says nothing of the others", () =>
  allGraded(others, /^refuted$/));
test("a condition inside a sum speaks of every entry, one outside of its own", () => {
  const open = (row: Row) => verdictOf(row).conditions.map(({ text }) => text);
  assert.equal(open(["sqrt(x[n])^2 + sqrt(x[n]^2)", "=", "2*x[n]", []]), ["x[n] >= 0"]);
  assert.equal(
    open(["sum(sqrt(x[n])^2, n, 1, 3) + sqrt(x[n])^2", "=", "x[1] + x[2] + x[3] + x[n]", []]),
    ["x[n] >= 0 for every n", "x[n] >= 0"],
  );
});
test.run();
