import { suite } from "uvu";
import { allGraded, type Row } from "../rows.js";

const test = suite("derive: normal form");

const holds: Row[] = [
  ["(a^2-b^2)/(a-b)", "=", "a+b", ["a != b"]],
  ["1/(x-1)-1/(x+1)", "=", "2/(x^2-1)", []],
  ["(x^3+y^3)/(x+y)", "=", "x^2-x*y+y^2", ["x+y != 0"]],
  ["a/(a+b)+b/(a+b)", "=", "1", ["a+b != 0"]],
  ["(1/a+1/b)*(a*b)", "=", "a+b", ["a != 0", "b != 0"]],
  ["x/(y/z)", "=", "x*z/y", ["y != 0", "z != 0"]],
  ["1/(1+1/(1+1/x))", "=", "(x+1)/(2*x+1)", ["x > 0"]],
  ["((a+b)/2)^2-a*b", "=", "((a-b)/2)^2", []],
];
const fails: Row[] = [
  ["(a+b)^3", "=", "a^3+b^3", []],
  ["1/(a+b)", "=", "1/a+1/b", ["a > 0", "b > 0"]],
  ["(a^2+b^2)/(a+b)", "=", "a+b", ["a > 0", "b > 0"]],
  ["1/(1+1/(1+1/x))", "=", "(x+1)/(2*x+2)", ["x > 0"]],
  ["x*(1+1e-30)", "=", "x", []],
  ["(x-1)*(x-2)*(x-3)*(x-4)*(x-5)*(x-6)", "=", "0", ["x integer >= 1"]],
  [
    "(x-1)*(x-2)*(x-3)*(x-4)*(x-5)*(x-6)*(x-7)*(x-8)*(x-9)*(x-10)*(x-11)*(x-12)*(x-13)",
    "=",
    "0",
    ["x integer >= 1"],
  ],
  ["x^2", "=", "x", ["0 < x < 1"]],
];

test("rational functions: what holds is proved", () => allGraded(holds, /^proved/));
test("rational functions: what fails is refuted", () => allGraded(fails, /^refuted$/));
test.run();
