import { suite } from "uvu";
import * as assert from "uvu/assert";
import { Derivation } from "../../src/derive/index.js";

const test = suite("derive: solving, maxima, induction and conditions of one step");

const begin = (...assumptions: string[]) => new Derivation("a.b", assumptions);
const last = (chain: Derivation) => chain.toJSON().steps.at(-1)!;
const grades = (chain: Derivation) => chain.toJSON().steps.map(({ grade }) => grade);

test("a chain of statements goes on with iff and implies", () => {
  const chain = begin("a != 0")
    .from("a*x - b = 0")
    .iff("a*x = b", "add b")
    .iff("x = b/a", "divide")
    .implies("x^2 = b^2/a^2", "square");
  assert.equal(grades(chain), ["proved", "proved", "proved"]);
  assert.equal(
    chain.toJSON().steps.map(({ relation }) => relation),
    ["<=>", "<=>", "=>"],
  );
  assert.is(last(begin().from("x^2 = 4").iff("x = 2")).grade, "refuted");
  assert.is(last(begin().from("x = 2").implies("x^2 = 4")).grade, "proved");
  assert.is(last(begin().from("x^2 = 4").iff("x = 2 or x = -2")).grade, "proved");
});
test("statements and expressions are not mixed up", () => {
  assert.throws(
    () => begin().from("x = 1").equals("2"),
    /^a\.b: a statement goes on with implies or iff, got `x = 1`; begin anew with from\(\)$/,
  );
  assert.throws(
    () => begin().from("x").iff("x = 1"),
    /^a\.b: implies and iff go on from a statement/,
  );
  assert.throws(() => begin().from("x = 1").iff("x"), /^a\.b: implies and iff lead to a statement/);
  assert.throws(
    () => begin().from("x").equals("x = 1"),
    /must be an expression, got the statement `x = 1`$/,
  );
  assert.throws(
    () => begin().erratum({ asWritten: "x != 1", corrected: "x = 1" }),
    /^`x != 1` must have relations among =, <, <=, >, >= and ≈, got !=$/,
  );
  assert.throws(
    () => begin().erratum({ asWritten: "x", corrected: "x = 1" }),
    /^`x` must be one relation: two sides with =, <, <= or ≈ between them$/,
  );
  assert.throws(
    () => begin().erratum({ asWritten: "x ~ 1", corrected: "x = 1" }),
    /^`x ~ 1` must be one relation: two sides with =, <, <= or ≈ between them$/,
  );
});

const L = "-N/2*log(2*pi*sigma2) - 1/(2*sigma2)*sum((x[n] - mu)^2, n, 1, N)";
const likelihood = () => begin("sigma2 > 0", "N integer >= 1").define("L", L);
test("a maximum is a root of the derivative, the only one, with a negative second derivative", () => {
  const chain = likelihood()
    .argmax("L", "mu")
    .at("sum(x[n], n, 1, N)/N", "solve", {
      items: [44],
      second: { items: [45], value: "-N/sigma2" },
    });
  assert.equal(grades(chain), ["assumed", "proved", "proved", "proved"]);
  assert.equal(
    chain.toJSON().steps.map(({ items }) => items),
    [[], [44], [45], [45]],
  );
});
test("a second derivative that is 0 in one case leaves its condition", () => {
  const chain = likelihood().argmax("L", "sigma2").at("sum((x[n] - mu)^2, n, 1, N)/N", "solve");
  assert.is(last(chain).grade, "proved-if");
  assert.ok(last(chain).conditions.some(({ metBy }) => metBy === undefined));
});
test("the textbook maxima are shown", () => {
  const rows: [string[], string, string, string][] = [
    [
      ["0 < p < 1", "n integer >= 1", "k integer >= 1", "k < n"],
      "k*log(p) + (n - k)*log(1 - p)",
      "p",
      "k/n",
    ],
    [
      ["lambda > 0", "N integer >= 1", "x[n] > 0"],
      "N*log(lambda) - lambda*sum(x[n], n, 1, N)",
      "lambda",
      "N/sum(x[n], n, 1, N)",
    ],
    [["lambda > 0", "n integer >= 1", "S > 0"], "S*log(lambda) - n*lambda", "lambda", "S/n"],
    [
      ["N integer >= 1", "x[n] > 0"],
      "-sum((y[n] - w*x[n])^2, n, 1, N)",
      "w",
      "sum(x[n]*y[n], n, 1, N)/sum(x[n]^2, n, 1, N)",
    ],
    [["x > 0"], "-x - 1/x", "x", "1"],
  ];
  for (const [assumptions, body, name, place] of rows) {
    const chain = begin(...assumptions)
      .argmax(body, name)
      .at(place);
    assert.equal(grades(chain), ["proved", "proved"], body);
  }
});
test("what one stationary point does not settle is refused or refuted", () => {
  const at = (body: string, place: string, ...assumptions: string[]) =>
    begin(...assumptions)
      .argmax(body, "x")
      .at(place);
  assert.is(grades(at("x", "1", "0 <= x", "x <= 1"))[0], "refuted"); // at the boundary
  assert.is(grades(at("x^3", "0"))[1], "refuted"); // a saddle
  assert.is(grades(at("x^3 - 3*x", "-1"))[0], "refuted"); // one root of two
  assert.throws(
    () => at("log(abs(x)) - x", "1", "x != 0"),
    /^argmax: x must range over one interval .* which sign x has there; assume it$/,
  );
  assert.throws(
    () => at("-(x - 1)^2", "1", "x > 2"),
    /^argmax: the place 1 must lie where `x > 2` holds; assume what makes it so$/,
  );
  assert.throws(() => at("-(x - a)^2", "a", "x > 0"), /^argmax: the place a must lie where/);
  assert.throws(() => at("-(x - 1)^2", "1", "x integer"), /^argmax: x must be real/);
});
test("a step that shows a maximum names its rule, whether argmax or the author wrote it", () => {
  const rule = "single-stationary-point";
  const names = (chain: Derivation) => last(chain).rules?.includes(rule);
  const only = begin().from("D(a - (x - m)^2, x) = 0").iff("x = m");
  const bent = "at(D(D(a - (x - m)^2, x), x), x, m)";
  assert.ok(names(begin().argmax("a - (x - m)^2", "x").at("m")));
  assert.ok(names(only.from(bent).lessThan("0")));
  assert.ok(names(only.from(bent).equals("-2").lessThan("0")));
  assert.not.ok(names(begin().from(bent).lessThan("0"))); // nothing says that the slope is 0 there
  assert.not.ok(names(only.from("-2").lessThan("0"))); // another chain
  assert.not.ok(names(only.from(bent).lessThan("1")));
  const other = begin().from("D(a - (x - m)^2, x) = 0").iff("x = 2*m"); // refuted
  assert.not.ok(names(other.from(bent).lessThan("0")));
  const ends = begin("x > 0", "m > 0").from("D(a - (x - m)^2, x) = 0").iff("x = m");
  assert.ok(names(ends.from(bent).lessThan("0")));
  const outside = begin("x > 0").from("D(a - (x - m)^2, x) = 0").iff("x = m");
  assert.not.ok(names(outside.from(bent).lessThan("0"))); // m may lie outside the interval
});
test("planted errors about a maximum are refuted: another place, a minimum", () => {
  assert.is(
    likelihood().argmax("L", "mu").at("sum(x[n], n, 1, N)/(N + 1)").toJSON().steps[1].grade,
    "refuted",
  );
  assert.is(last(begin().argmax("(x - a)^2", "x").at("a")).grade, "refuted");
  assert.is(last(begin().argmax("-(x - a)^2", "x").at("a")).grade, "proved");
  assert.throws(
    () => begin().argmax("x^2", "x").at("x/2"),
    /^argmax: the place must not speak of x, got x\/2$/,
  );
  assert.throws(() => begin().argmax("x^2", "x + 1"), /^argmax: the variable must be a name/);
});

const layers = (...more: string[]) =>
  begin("L integer >= 0", "f integer >= 1", ...more).recurrence("r", "x", "r + f - 1");
test("a sequence is proved by induction: its first value, and each next one", () => {
  const step = last(layers().from("r(L)").equals("L*(f - 1) + x", "", { induction: "L" }));
  assert.is(step.grade, "proved");
  assert.match(step.method, /^induction over L: /);
  assert.is(last(layers().from("r(3)").equals("x + 3*f - 3")).grade, "proved");
  assert.equal(
    layers()
      .from("r(L)")
      .equals("L*(f - 1) + x", "", { induction: "L" })
      .at({ L: 3, f: 3, x: 1 })[0].left,
    "7",
  );
});
test("a wrong base and a wrong step are refuted, each by name; nothing is refuted without induction", () => {
  assert.match(
    last(layers().from("r(L)").equals("L*(f - 1) + x + 1", "", { induction: "L" })).method,
    /^at L = 0: /,
  );
  assert.match(
    last(layers().from("r(L)").equals("L*f + x", "", { induction: "L" })).method,
    /^from L to L \+ 1: /,
  );
  assert.is(last(layers().from("r(L)").equals("L*(f - 1) + x")).grade, "unknown");
});
test("what is assumed of the count may not help an induction", () => {
  const step = last(
    layers("L >= 2").from("r(L)").equals("L*(f - 1) + x + max(2 - L, 0)", "", { induction: "L" }),
  );
  assert.is(step.grade, "refuted");
  assert.throws(
    () =>
      begin("L integer")
        .recurrence("r", "x", "r + 1")
        .from("r(L)")
        .equals("L + x", "", { induction: "L" }),
    /^induction: L must be a whole number, assume `L integer >= 0`$/,
  );
  assert.throws(
    () => layers().from("r(L) + 1").equals("L", "", { induction: "L" }),
    /^induction over L must be about a recurrence, r\(L\) on the left/,
  );
  assert.throws(
    () => layers().from("r(L)").lessThan("L*(f - 1) + x", "", { induction: "L" }),
    /^induction over L must be about an equation, got <; prove = first, and < in the next step$/,
  );
  assert.throws(
    () => begin().recurrence("r", "r + 1", "r"),
    /the first value of r must not speak of r$/,
  );
});

test("a condition of one step stays open, so that the step is proved if it holds", () => {
  const size = () => begin("w integer", "f integer >= 1", "p integer >= 0", "s integer >= 1");
  const step = last(
    size()
      .from("floor((w - f + 2*p)/s) + 1")
      .equals("(w - f + 2*p)/s + 1", "", { provided: ["s divides w - f + 2*p"] }),
  );
  assert.equal(
    [step.grade, step.conditions[0].text, step.conditions[0].metBy],
    ["proved-if", "s divides w - f + 2*p", undefined],
  );
  assert.is(
    last(size().from("floor((w - f + 2*p)/s) + 1").equals("(w - f + 2*p)/s + 1")).grade,
    "refuted",
  );
  assert.is(
    last(
      size()
        .from("(w - f + 2*p)/s")
        .equals("w - f", "", { provided: ["s = 1", "p = 0"] }),
    ).grade,
    "proved-if",
  );
  assert.is(
    last(
      size()
        .from("(w - f + 2*p)/s")
        .equals("w - f", "", { provided: ["s = 1"] }),
    ).grade,
    "refuted",
  );
  assert.is(
    last(
      begin()
        .from("sqrt(x^2)")
        .equals("x", "", { provided: ["x > 0"] }),
    ).grade,
    "proved-if",
  );
});
test("a condition is no way to assume the claim", () => {
  assert.throws(
    () =>
      begin()
        .from("x")
        .lessThan("y", "", { provided: ["x < y"] }),
    /^provided: `x < y` is the claim itself$/,
  );
  assert.throws(
    () =>
      begin()
        .from("x")
        .equals("y", "", { provided: ["x = y"] }),
    /^provided: `x = y` must give a name a number/,
  );
  assert.throws(
    () =>
      begin()
        .define("x", "y")
        .from("x")
        .equals("2", "", { provided: ["x = 2"] }),
    /x is defined above$/,
  );
  assert.throws(
    () =>
      begin()
        .from("x/s")
        .equals("y", "", { provided: ["s divides x^2"] }),
    /must have a name in the dividend that stands there by itself$/,
  );
  assert.throws(
    () =>
      begin()
        .from("x")
        .equals("y", "", { provided: ["x is nice"] }),
    /^assumption `x is nice` must be of the form/,
  );
});
test("nor is the claim in another dress, nor what is false of numbers", () => {
  const dressed = [
    "y - x > 0",
    "x + 1 < y + 1",
    "2*x < 2*y",
    "k*y > k*x",
    "x/3 <= y/3",
    "x - y < 0",
  ];
  for (const text of dressed) {
    const step = () =>
      begin("k > 0")
        .from("x")
        .lessThan("y", "", { provided: [text] });
    assert.throws(step, /^provided: `.+` is the claim itself$/);
  }
  assert.throws(
    () =>
      begin()
        .from("2*s")
        .equals("6", "", { provided: ["s = 3"] }),
    /^provided: `s = 3` is the claim itself$/,
  );
  const closed = (text: string) => () =>
    begin()
      .from("sqrt(x^2)")
      .equals("x", "", { provided: ["x > 0", text] });
  assert.throws(closed("pi = 3"), /^provided: `pi = 3`: pi is a number of its own$/);
  assert.throws(closed("pi < 3"), /^provided: `pi < 3` is about numbers alone and does not hold$/);
  assert.is(last(closed("pi > 3")()).grade, "proved-if");
  // What is worked out from a condition on one name is no repetition of it.
  const worked = begin()
    .from("x")
    .lessThan("2*x", "", { provided: ["x > 0"] });
  assert.is(last(worked).grade, "proved-if");
  assert.is(last(begin("x > 0").from("x").lessThan("2*x", "")).grade, "proved");
  assert.is(last(begin("x > 0").from("0").lessThan("2*x", "")).grade, "assumed");
  // What is more than the claim, or about something else, is a condition like any other.
  const more = begin()
    .from("x^2")
    .lessThan("y^2", "", { provided: ["0 < x", "x < y"] });
  assert.is(last(more).grade, "proved-if");
});
test("an equation between cube roots is solved for all signs", () => {
  const step = (from: string, to: string) => last(begin().from(from).iff(to)).grade;
  assert.is(step("cbrt(x) = -2", "x = -8"), "proved");
  assert.is(step("cbrt(x + 1) = cbrt(x - y)", "x + 1 = x - y"), "proved");
  assert.is(step("cbrt(x)^2 = 4", "x = 8 or x = -8"), "proved");
  assert.is(step("cbrt(x) = a", "x = a^3"), "proved");
  assert.is(step("cbrt(x + 4) = cbrt(4*x)", "x = 4/3"), "proved");
  assert.is(step("cbrt(x) = x", "x = 0 or x = 1 or x = -1"), "proved");
  assert.is(step("cbrt(x) = x", "x = 0 or x = 1"), "refuted");
  assert.is(step("cbrt(x + 4) = cbrt(4*x)", "x = 4"), "refuted");
  assert.is(step("cbrt(x)^2 = 4", "x = 8"), "refuted");
  assert.is(step("cbrt(x) = a", "x = a"), "refuted");
  // The other roots have no value below 0.
  assert.is(step("x^(1/3) = -2", "x = -8"), "refuted");
});
test("contradictory conditions prove nothing", () => {
  assert.is(
    last(
      begin("x > 0")
        .from("x")
        .equals("x + 1", "", { provided: ["x < 0"] }),
    ).grade,
    "unknown",
  );
});
test.run();
