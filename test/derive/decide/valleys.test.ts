import { suite } from "uvu";
import { allGraded, type Row } from "../rows.js";

const test = suite("derive: inequalities between sides that touch in a valley that bends");

/** Sums that are 0 at one place, or along a curve, where no name is a fraction. */
const valleys: [string, string[]][] = [
  ["(x - y^2)^2 + (y^2 - 2)^2", []],
  ["100*(x - y^2)^2 + (y^2 - 2)^2", []],
  ["(y - x*exp(x))^2 + (y - 1)^2", []],
  ["(x*exp(y) - 2)^2 + (x - y)^2", []],
  ["(log(x) + log(y) - 1)^2 + (x - y^2)^2", ["x > 0", "y > 0"]],
  ["(x - y^2)^2 + (y - z^2)^2 + (z^2 - 2)^2", []],
  ["(x*y*z - 2)^4 + (x - y)^2 + (y - z)^2", []],
  ["abs(x - y^2) + abs(x*y - 2)", []],
  ["sqrt((x - y^2)^2 + (y^2 - 2)^2)", []],
  ["(x^2 + x*y + y^2 - sqrt(2))^2", []],
  // Steep chains: no descent from elsewhere arrives.
  ["abs(exp(x) - 2 - y) + abs(y - sqrt(2 + z^2)) + abs(z - sqrt(7))", []],
  ["(x - y^3/2)^2 + (y - 4*z^2)^2 + (exp(z) - 7)^2", []],
  ["(x - exp(y))^2 + (y - exp(z))^2 + (z^2 - 3)^2", []],
];

test("what is 0 there is not above 0, and not above a little more", () => {
  allGraded(
    valleys.map(([sum, facts]): Row => ["0", "<", sum, facts]),
    /^unknown$/,
  );
  allGraded(
    valleys.map(([sum, facts]): Row => ["1/10^6", "<=", sum, facts]),
    /^refuted$/,
  );
});
test("nor at the end of a steep chain within a product", () =>
  allGraded(
    [
      ["1", "<", "exp((exp(x) - 3 - y)^2)*(1 + (y^3 - 7)^2)", []],
      ["2", "<", "(1 + (x - exp(y))^2)*(2 + abs(y - exp(z)) + (z^2 - 3)^4)", []],
    ],
    /^unknown$/,
  ));
test("but not below 0, and above a little less", () => {
  allGraded(
    valleys.map(([sum, facts]): Row => ["0", "<=", sum, facts]),
    /^(proved|proved-if|tested)$/,
  );
  allGraded(
    valleys.map(([sum, facts]): Row => ["-1/10^6", "<", sum, facts]),
    /^(proved|proved-if|tested)$/,
  );
});
test("a valley that leads to where an assumption forbids to touch, or that only falls, touches nowhere", () =>
  allGraded(
    [
      ["0", "<", "(x - y^2)^2 + (y^2 - 2)^2", ["y > 3/2"]],
      ["x*y", "<", "exp(x)*exp(y)", ["x > 0", "y > 0"]],
      ["0", "<", "exp(-(x - y^2)^2) + (y^2 - 2)^2", []],
    ],
    /^(proved|tested)$/,
  ));

test.run();
