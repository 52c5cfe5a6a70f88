import { suite } from "uvu";
import * as assert from "uvu/assert";
import { allGraded, type Row, verdictOf } from "../rows.js";

const test = suite("derive: what values at points show");

test("a strict inequality that fails by equality is refuted, also where both sides are irrational", () =>
  allGraded(
    [
      ["exp(y)", "<", "exp(y) + (2-y)^2", []],
      ["pi", "<", "pi + (x-3)^2", []],
      ["sqrt(2)", "<", "sqrt(2) + x^2 - 2*x + 1", []],
      ["0", "<", "(x-1000003)^2", []],
      ["0", "<", "x - sqrt(x) + 1/4", ["x > 0"]],
      ["a/y + log(3/2)", "<", "a*y^(-1) + log(3/2) + (1/2-b)^2", ["-1 <= b <= 2", "y >= 0"]],
      ["relu(x^3)", "<", "relu(x^2*x) + (a + 2/3)^2", ["-1 <= a <= 2", "x > 0"]],
      ["log(a - x)", "<", "log(-(x - a)) - (y - y)^2", ["0 < a < 1", "x < 0"]],
      ["0", "<", "p(A=1)", []],
    ],
    /^refuted$/,
  ));
test("so is one whose sides touch where an argument of a function is 0 or 1", () => {
  const touching: Row[] = [
    ["1 + x - 99", "<", "exp(x - 99)", []],
    ["log(x/1234)", "<", "x/1234 - 1", ["x > 0"]],
    ["1", "<", "(exp(2*x - 333) + exp(333 - 2*x))/2", []],
  ];
  allGraded(touching, /^refuted$/);
  allGraded(
    touching.map(([left, , right, assumptions]): Row => [left, "<=", right, assumptions]),
    /^(proved|tested)$/,
  );
  // At 57 the left side is log(57) - log(57), which no enclosure tells from the 0 of the right one.
  allGraded([["log(x) - log(57)", "<", "x/57 - 1", ["x > 0"]]], /^unknown$/);
});
test("and where it fails at what is no fraction, nothing is claimed", () => {
  allGraded([["0", "<", "(x^2-2)^2", []]], /^unknown$/);
  allGraded([["0", "<", "log(x)^2 - 2*log(x) + 1", ["x > 0"]]], /^unknown$/);
  const { reason } = verdictOf(["0", "<", "log(x)^2 - 2*log(x) + 1", ["x > 0"]]);
  assert.is(reason, "the sides are equal at x = exp(1), unless that is excluded");
});
test("the ends of a range are tried, also where they are no fractions", () => {
  const atEnd: Row[] = [
    ["0", "<", "cos(x)", ["-pi/2 <= x", "x <= pi/2"]],
    ["sin(x)", "<", "1/2", ["0 <= x", "x <= pi/6"]],
    ["sin(x)", "<", "cos(x)", ["0 <= x", "x <= pi/4"]],
    ["y^2*exp(x)", "<", "2*y^2", ["y > 0", "x <= log(2)"]],
    ["sin(x) + sin(y)", "<", "2", ["0 <= x", "x <= pi/2", "0 <= y", "y <= pi/2"]],
  ];
  allGraded(atEnd, /^refuted$/);
  allGraded(
    atEnd.map(([left, , right, assumptions]): Row => [left, "<=", right, assumptions]),
    /^(proved|tested)$/,
  );
  allGraded([["0", "<", "cos(x)", ["-pi/2 < x", "x < pi/2"]]], /^(proved|tested)$/);
  const beyond: Row[] = [
    ["sqrt(1 - sin(x)^2)", "=", "cos(x)", ["0 <= x", "x <= pi/2 + 1/100"]],
    ["acos(cos(x))", "=", "x", ["0 <= x", "x <= pi + 1/50"]],
    ["asin(cos(x))", "=", "pi/2 - x", ["0 <= x", "x <= pi + 1/20"]],
    ["0", "<=", "sin(x)", ["0 <= x", "x <= pi + 1/50"]],
  ];
  allGraded(beyond, /^refuted$/);
  const { witness } = verdictOf(atEnd[0]);
  assert.equal(witness, { point: { x: "-pi/2" }, lhs: "0", rhs: "≈ 0.000000000000" });
});
test("a polynomial in one name is decided, whether its roots are fractions or not", () => {
  const holds: Row[] = [
    ["0", "<=", "(x^2-2)^2", []],
    ["0", "<", "x^4 - 3*x^2 + 5", []],
    ["0", "<=", "x^4 - 3*x^2 + 2", ["x >= 2"]],
    ["0", "<=", "(n-123457)*(n-123458)", ["n integer"]],
    ["x^3", "<", "2", ["x^3 < 1"]],
    ["pi", "<", "pi + (x-3)^2", ["x > 3"]],
  ];
  const fails: Row[] = [
    ["0", "<=", "x^4 - 3*x^2 + 2", []],
    ["0", "<=", "(x-123457)*(x-123458)", []],
    ["0", "<", "x^4 - 3*x^2 + 9/4 - 10^(-30)", []],
    ["0", "<", "(n-123457)*(n-123458)", ["n integer"]],
  ];
  allGraded(holds, /^proved$/);
  allGraded(fails, /^refuted$/);
});
test("a name of which a multiple counts is tried at fractions, unless it is an integer", () => {
  const claims: Row[] = [
    ["sum((-1)^k*k, k, 1, 2*n)", "=", "n", []],
    ["sum((-1)^k, k, 0, 2*n)", "=", "1", []],
    ["prod((-1)^k, k, 1, 4*n)", "=", "1", []],
    ["sum(floor(k/2), k, 1, 2*n)", "=", "n^2", ["n >= 0"]],
  ];
  allGraded(claims, /^refuted$/);
  allGraded(
    claims.map(([left, , right]): Row => [left, "=", right, ["n integer >= 1"]]),
    /^proved$/,
  );
});
test("values that differ by very little are told apart", () =>
  allGraded(
    [
      ["sqrt(2)", "=", "sqrt(2+10^(-400))", []],
      ["exp(10^(-300))", "=", "1", []],
      ["log(1+10^(-300))", "=", "10^(-300)", []],
      ["1+10^(-200)*sqrt(2)", "=", "1", []],
      ["10^(-400)", "<", "exp(-1000)", []],
      ["abs(x)", "=", "x", ["x >= -1e-30"]],
      ["exp(x*10^(-250))", "=", "1", ["x > 0"]],
    ],
    /^refuted$/,
  ));
test("an equation that fails in a small place or far away alone is refuted", () => {
  const rows: [string, string, string[]][] = [
    ["max(x, 12345)", "12345", []],
    ["max(abs(x - 23/7), 1/10^12)", "abs(x - 23/7)", []],
    ["relu(x - 70 + 1/10^12)*relu(70 - x)", "0", []],
    ["sqrt(((x - 730)^2 - 1/10^12)^2)", "(x - 730)^2 - 1/10^12", []],
    ["relu(1/10^6 - abs(x - 2039) - abs(y - 788))", "0", []],
    ["floor(1/(1 + (x - 45/7)^2))", "0", []],
    ["delta(n, 42)", "0", ["n integer"]],
  ];
  allGraded(
    rows.map(([left, right, facts]): Row => [left, "=", right, facts]),
    /^refuted$/,
  );
  const never = rows.slice(3, 6).map(([left, right, facts]): Row => {
    const other = left.replace("- 1/10^12", "+ 1/10^12").replace("1/10^6", "-1/10^6");
    return [other.replace("1/(1", "1/(2"), "=", right.replace("- 1/10", "+ 1/10"), facts];
  });
  allGraded(never, /^(proved|tested)$/);
});
test("an inequality is tried where a descent finds its difference lowest", () => {
  const rows = (by: string): Row[] => [
    [`exp(9)*(1 + x - 9) + ${by}`, "<=", "exp(x)", []],
    [`-0.3678795 + ${by}`, "<=", "x*log(x)", ["x > 0"]],
    [`0.9280954 + ${by}`, "<=", "exp(x - 10) + 3*(x - 10)^2 + (y - 31/7)^2*softplus(x/200)", []],
    [by, "<=", "((x - 3549)^2 + (y + 937/12)^2)*(2 + tanh(x/800))", []],
  ];
  allGraded(rows("1/10^4"), /^refuted$/);
  allGraded(rows("-1/10^4"), /^(proved|tested)$/);
});
test("sides that touch at what is no fraction are seen, and a place that is excluded is none", () => {
  const touching: [string, string, string[]][] = [
    ["sin(x)", "1", []],
    ["sin(x)*cos(x)", "1/2", []],
    ["0", "(x^2-2)^2 + (y-1)^2", []],
    ["0", "(x*y-2)^2 + (x-y)^2", []],
    ["0", "x*log(x) + exp(-1)", ["x > 0"]],
    ["0", "abs(log(x)-1) + abs(y-1/3)", ["x > 0"]],
  ];
  allGraded(
    touching.map(([left, right, facts]): Row => [left, "<", right, facts]),
    /^unknown$/,
  );
  assert.match(
    verdictOf(["sin(x)", "<", "1", []]).reason!,
    /^the sides seem to be equal near x = /,
  );
  const apart = touching.map(([left, right, facts]): Row => [left, "<", `${right} + 1/100`, facts]);
  const excluded: Row[] = [
    ["sin(x)", "<", "x", ["x > 0"]],
    ["cos(x)", "<", "1", ["0 < x", "x < 1"]],
    ["cos(x)", "<", "1", ["x != 0", "-1 < x", "x < 1"]],
    ["sqrt(x*y)", "<", "(x + y)/2", ["x > 0", "y > x"]],
    ["0", "<", "(x^2-2)^2 + (y-1)^2", ["y > 2"]],
  ];
  // What comes near to 0 along a whole stretch, as it does far away, touches nowhere.
  const stretch: Row = ["0", "<", "exp(-x)*(2 + sin(x))", []];
  allGraded([...apart, ...excluded, stretch], /^(proved|tested)$/);
});
test("an integral that converges for some values only is not tested by these", () => {
  const tail = (facts: string[]): Row => [
    "integrate(1/x^p, x, 1, Infinity)",
    "=",
    "1/(p - 1)",
    facts,
  ];
  const head = (facts: string[]): Row => ["integrate(1/x^p, x, 0, 1)", "=", "1/(1 - p)", facts];
  allGraded([tail(["p > 0"]), tail([]), head(["p > 0"]), head([])], /^unknown$/);
  assert.match(
    verdictOf(tail(["p > 0"])).reason!,
    /an integral does not converge at p = 1\/2: assume what excludes that$/,
  );
  allGraded([tail(["p > 1"])], /^proved$/);
  allGraded([head(["0 < p", "p < 1"])], /^(proved|tested)$/);
  allGraded(
    [
      ["integrate(1/x^p, x, 1, Infinity)", "=", "1/(1 - p)", ["p > 1"]],
      ["integrate(1/x, x, 1, Infinity)", "=", "1", []],
      ["integrate(1/sqrt(x), x, 1, Infinity)", "=", "-2", []],
    ],
    /^refuted$/,
  );
});
test("what is too small, or too long, to be told apart is unknown", () =>
  allGraded(
    [
      ["exp(-100000)", "=", "0", []],
      ["exp(-100000)", "=", "exp(-100001)", []],
      ["exp(10^(-50000))", "=", "1", []],
    ],
    /^unknown$/,
  ));
test("fewer than eight points say little, and so do points that are the exception", () => {
  allGraded(
    [
      ["integrate(t/(t^2+1),t,1,x)", "=", "integrate(t/(t^3+1),t,1,x)", []],
      ["0", "<=", "integrate(exp(-t^4),t,x,y)", ["0 <= x", "0 <= y"]],
    ],
    /^unknown$/,
  );
  // By the error function it has values; it is below 0 where y is below x.
  allGraded([["0", "<=", "integrate(exp(-t^2),t,x,y)", ["0 <= x", "0 <= y"]]], /^refuted$/);
});
test("what is assumed of some entries alone is not taken for what all of them obey", () =>
  allGraded(
    [
      ["0", "<=", "w[1]", ["w[2*i] >= 0"]],
      ["0", "<=", "x[3]", ["x[i^2] >= 0"]],
      ["0", "<=", "sum(x[i], i, 1, n)", ["n integer >= 1", "x[2*i] >= 0"]],
      ["w[1]^2 + w[2]^2", "<=", "100", ["w[1] + w[2] = 2"]],
    ],
    /^unknown$/,
  ));
test("entries of which nothing is assumed are tried far out", () =>
  allGraded([["sum(w[i]^2, i, 1, 3)", "<=", "100", []]], /^refuted$/));
test("a claim at the only points there are is proved or refuted", () => {
  allGraded(
    [
      ["floor(sqrt(n))", "=", "2", ["n integer", "4 <= n <= 8"]],
      ["n^4", "<", "exp(n)", ["n integer", "9 <= n <= 20"]],
      ["floor(exp(3))", "=", "20", []],
      ["floor(k^2/2) = 12", "=>", "k = 5", ["k integer", "2 <= k <= 6"]],
      ["n - 3*floor(n/3) = 1", "<=>", "n = 1 or n = 4", ["n integer", "0 <= n <= 6"]],
    ],
    /^proved$/,
  );
  allGraded(
    [
      ["floor(sqrt(n))", "=", "2", ["n integer", "4 <= n <= 9"]],
      ["n^4", "<", "exp(n)", ["n integer", "8 <= n <= 20"]],
      ["floor(k^2/2) = 12", "=>", "k = 5", ["k integer", "-5 <= k <= 5"]],
      ["n - 3*floor(n/3) = 1", "<=>", "n = 1 or n = 4", ["n integer", "0 <= n <= 7"]],
    ],
    /^refuted$/,
  );
});
test("what is tested says at how many points, or to how many digits at the only one", () => {
  const closed = verdictOf(["sin(pi/7)*sin(2*pi/7)*sin(3*pi/7)", "=", "sqrt(7)/8", []]);
  assert.match(closed.reason ?? "", /one point, to \d{3} digits$/);
  const { grade, reason } = verdictOf(["atan(x)", "=", "asin(x/sqrt(1 + x^2))", []]);
  assert.is(grade, "tested");
  assert.match(reason ?? "", /the sides agree at \d\d points, .* \d\d of them to \d{3} digits$/);
});
test("a strict bound on entries of a family is tried where they are alike, and where each is its index", () => {
  const some = ["n integer >= 1"];
  allGraded(
    [
      ["0", "<", "x[1]^2 + x[2]^2", []],
      ["0", "<", "(x[1] - x[2])^2 + (x[1] - 3)^2", []],
      ["0", "<", "sum((x[k] - 1)^2, k, 1, n)", some],
      ["0", "<", "sum((x[k] - k)^2, k, 1, n)", some],
      ["1", "<", "prod(1 + x[k]^2, k, 1, n)", some],
      ["n", "<", "sum(exp(x[k]^2), k, 1, n)", some],
      ["sum(x[k]^2, k, 1, n)", "<", "sum(x[k], k, 1, n)^2", ["n integer >= 2", "x[k] >= 0"]],
    ],
    /^refuted$/,
  );
  allGraded(
    [
      ["0", "<", "sum(x[k]^2, k, 1, n)", [...some, "x[k] > 0"]],
      ["0", "<=", "sum((x[k] - k)^2, k, 1, n)", some],
    ],
    /^proved$/,
  );
});

test("a descent is not led astray by enclosures that tell nothing", () => {
  allGraded([["x^10*exp(-x)", "<", "453999", ["x > 0"]]], /^refuted$/);
  allGraded([["x^10*exp(-x)", "<", "454000", ["x > 0"]]], /^tested$/);
});
test("integers that solve an equation where real numbers do are not said to be none", () => {
  const three = ["a integer >= 1", "b integer >= 1", "c integer >= 1"];
  allGraded(
    [
      ["0", "<", "(a^3 + b^3 + c^3 - 1000042)^2", three],
      ["0", "<", "abs(a^3 + b^3 - c^3 - 12345)", three],
    ],
    /^unknown$/,
  );
  allGraded(
    [
      ["a + b", "<", "2^a + 2^b", three],
      ["a*b", "<", "2^(a + b)", three],
    ],
    /^(proved|tested)$/,
  );
});

test.run();
