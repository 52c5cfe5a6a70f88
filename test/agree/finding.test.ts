import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Finding, findingOf } from "../../src/agree/index.js";
import { derivation } from "../../src/index.js";
import { tex } from "../../src/show/index.js";

const test = suite("agree: a badge is what the steps between the printed sides are worth");

const ratio = derivation("a.ratio", ["N integer >= 1", "D_K integer >= 1"])
  .from("(D_K^2 + N)/(D_K^2*N)")
  .equals("1/N + 1/D_K^2", "split the fraction")
  .lessThan("3", "each is at most 1");
const root = derivation("a.root", ["sigma2 > 0", "N integer >= 1"])
  .equivalent("N*mu/sigma2 - S = 0", "mu = sigma2*S/N", "solve")
  .implies("mu^2 = (sigma2*S/N)^2", "square");
const slip = derivation("a.slip").erratum({ asWritten: "1/2 = 0.3", corrected: "1/2 = 0.5" });
const named = derivation("a.name", ["a > 0"]).define("L", "y^2 + a", "definition");
const words = derivation("a.words").assume("M kernels", "as in the notes", {
  latex: String.raw`M \text{ kernels}`,
});

type Shown = ReturnType<typeof derivation>;
const find = (tex: string, ...derivations: Shown[]): Finding =>
  findingOf(
    tex,
    derivations.map((one) => one.toJSON()),
  );
const grade = (tex: string, ...derivations: Shown[]): string => {
  const found = find(tex, ...derivations);
  return found.kind === "agrees" ? found.grade : `${found.kind}: ${found.why}`;
};

test("a display with the derivation's trees is worth its steps", () => {
  const whole = String.raw`\frac{D_K^2 + N}{D_K^2 N} = \frac1N + \frac{1}{D_K^2} < 3`;
  assert.is(grade(whole, ratio), "proved");
  const solved = String.raw`\frac{N \mu}{\sigma^2} - S = 0 \iff \mu = \frac{\sigma^2 S}{N}`;
  assert.is(grade(solved, root), "proved");
});

test("steps that go on from each other join the first side and the last", () => {
  assert.is(grade(String.raw`\frac{D_K^2 + N}{D_K^2 N} < 3`, ratio), "proved");
  const far = String.raw`\frac{N \mu}{\sigma^2} - S = 0 \implies \mu^2 = \left(\frac{\sigma^2 S}{N}\right)^2`;
  assert.is(grade(far, root), "proved");
  const order = derivation("a.order", ["x > 1"]).from("x").atMost("x^2").lessThan("x^2 + 1");
  assert.is(grade("x < x^2 + 1", order), "proved");
  assert.is(grade(String.raw`x \le x^2 + 1`, order), "proved");
});

test("no way over two indefinite integrals leads from a function to one that is a constant apart", () => {
  const integral = "antiderivative(2*x, x)";
  const both = derivation("a.integral")
    .from("x^2")
    .equals(integral)
    .from("y + y")
    .equals("2*y")
    .from(integral)
    .equals("x^2 + 1");
  assert.is(grade(String.raw`x^2 = \int 2x \,dx`, both), "proved");
  assert.is(grade(String.raw`\int 2x \,dx = x^2 + 1`, both), "proved");
  assert.match(grade("x^2 = x^2 + 1", both), /^differs: /);
});

test("a display that matches only a definition, or a hypothesis in words, is assumed", () => {
  assert.is(grade("L = y^2 + a", named), "assumed");
  assert.is(grade(String.raw`M \text{ kernels}`, words), "assumed");
  assert.match(grade("L = y^2 - a", named), /^differs: /);
  const both = derivation("a.both").define("L", "y^2", "definition").from("y + y").equals("2*y");
  assert.is(grade(String.raw`L = y^2, \quad y + y = 2y`, both), "assumed");
  assert.is(grade("y + y = 2y", both), "proved");
});

test("a definition on the way is assumed, and so is what it leads to", () => {
  const way = derivation("a.way").define("L", "y + y", "definition").from("y + y").equals("2*y");
  assert.is(grade("L = 2y", way), "assumed");
  assert.is(grade("L = y + y = 2y", way), "assumed");
  const limited = derivation("a.limited", ["a < b"])
    .define("p(x)", "(b - a)/(b - a)^2", "flat", { where: "a < x < b" })
    .from("(b - a)/(b - a)^2")
    .equals("1/(b - a)", "cancel");
  assert.is(grade(String.raw`p(x) = \frac{1}{b - a}`, limited), "assumed");
});

test("a definition that steps say again stays assumed, what follows from it is proved", () => {
  const cube = derivation("a.cube")
    .define("f(x)", "x^3")
    .from("f(x)")
    .equals("x*x^2", "a detour")
    .equals("x^3", "by definition")
    .from("f(2)")
    .equals("8", "at 2");
  assert.is(grade("f(x) = x^3", cube), "assumed");
  assert.is(grade("x^3 = f(x)", cube), "assumed");
  assert.is(grade("f(x) = x x^2", cube), "proved");
  assert.is(grade("f(2) = 8", cube), "proved");
});

test("a misprint is refuted as it is printed, and worth its correction as corrected", () => {
  assert.is(grade(String.raw`\frac12 = 0.3`, slip), "refuted");
  assert.is(grade(String.raw`\frac12 = 0.5`, slip), "proved");
});

test("the weakest step between the sides counts, and no other step of the derivation", () => {
  const mixed = derivation("a.mixed")
    .from("x/x")
    .equals("1", "cancel")
    .from("y + y")
    .equals("2*y")
    .equals("3*y", "wrong", { expect: "refuted" });
  assert.is(grade(String.raw`\frac{x}{x} = 1`, mixed), "proved-if");
  assert.is(grade("y + y = 2y", mixed), "proved");
  assert.is(grade("y + y = 3y", mixed), "refuted");
  assert.is(grade(String.raw`\frac{x}{x} = 1, \quad y + y = 2y`, mixed), "proved-if");
});

test("assumptions and open conditions stand beside the badge, met ones do not", () => {
  const open = derivation("a.open", ["a > 0"]).from("a*x/(a*x)").equals("1");
  const found = find(String.raw`\frac{a x}{a x} = 1`, open);
  assert.is(found.kind, "agrees");
  if (found.kind !== "agrees") return;
  assert.equal(found.assumptions, ["a > 0"]);
  assert.equal(
    found.conditions.map(({ text }) => text),
    ["x != 0"],
  );
});

test("a printed assumption says under what the rest holds; alone it is assumed", () => {
  const positive = derivation("a.positive", ["x > 0"]).from("abs(x)").equals("x");
  assert.is(grade(String.raw`\lvert x \rvert = x, \quad x > 0`, positive), "proved");
  assert.is(grade("x > 0", positive), "assumed");
  assert.match(grade(String.raw`\lvert x \rvert = x, \quad x > 1`, positive), /^differs/);
  const flat = derivation("a.flat").define("p(x)", "1", "flat", { where: "0 < x < 1" });
  assert.is(grade(String.raw`p(x) = 1, \quad 0 < x < 1`, flat), "assumed");
  assert.match(grade(String.raw`p(x) = 1, \quad 0 < x < 2`, flat), /^differs/);
});

test("no way leads through two derivations of one id: they may assume different things", () => {
  const up = derivation("a.abs", ["x > 0"]).from("abs(x)").equals("x");
  const down = derivation("a.abs", ["x < 0"]).from("abs(x)").equals("-x");
  assert.match(
    grade("x = -x", up, down),
    /^differs: .*no steps lead from one side to the other by =/,
  );
  assert.is(grade(String.raw`\lvert x \rvert = -x`, up, down), "proved");
});

test("a name in two faces looks like two names, and is not checked; d, e and labels of other letters are", () => {
  const twice = derivation("a.faces").from("Q + Q").equals("2*Q").from("x_a + x_a").equals("2*x_a");
  for (const face of ["mathrm", "mathsf"]) {
    assert.match(grade(`\\${face}{Q} + Q = 2Q`, twice), /^unchecked: `Q` stands .* looks like two/);
    assert.match(grade(`x_{\\${face}{a}} + x_a = 2x_a`, twice), /^unchecked: `x_a` stands/);
    assert.is(grade(`\\${face}{Q} + \\${face}{Q} = 2 \\${face}{Q}`, twice), "proved");
  }
  assert.is(grade(String.raw`\mathit{Q} + Q = 2Q`, twice), "proved");
  const area = derivation("a.area").from("integrate(x*exp(a), x, 0, 1)").equals("exp(a)/2");
  assert.is(
    grade(String.raw`\int_0^1 x \mathrm{e}^a\,\mathrm{d}x = \frac{e^a}{2}`, area),
    "proved",
  );
  const label = derivation("a.label").from("y_a*a").equals("a*y_a");
  assert.is(grade(String.raw`y_{\mathrm{a}} a = a y_{\mathrm{a}}`, label), "proved");
});

test("a flipped sign, index, exponent or side differs, and the message has both texts", () => {
  const planted = [
    String.raw`\frac{D_K^2 - N}{D_K^2 N} = \frac1N + \frac{1}{D_K^2}`,
    String.raw`\frac{D_K^2 + N}{D_K^2 N} = \frac1N - \frac{1}{D_K^2}`,
    String.raw`\frac{D_G^2 + N}{D_K^2 N} = \frac1N + \frac{1}{D_K^2}`,
    String.raw`\frac{D_K^2 + N}{D_K N} = \frac1N + \frac{1}{D_K^2}`,
    String.raw`\frac{N + D_K^2}{D_K^2 N} = \frac1N + \frac{1}{D_K^2}`,
  ];
  for (const one of planted)
    assert.match(grade(one, ratio), /^differs: .* stands in no step$/, one);
  assert.is(
    grade("1 = 2", derivation("my.eq").from("x + x").equals("2*x", "add")),
    "differs: the page says `1 = 2`, the derivation checked `x + x = 2*x`: `1` and `2` stand in no step",
  );
});

test("another relation between the same sides differs", () => {
  assert.is(
    grade(String.raw`\frac1N + \frac{1}{D_K^2} \le 3`, ratio),
    "differs: the page says `1/N + 1/D_K^2 <= 3`, the derivation checked " +
      "`(D_K^2 + N)/(D_K^2*N) = 1/N + 1/D_K^2`, `1/N + 1/D_K^2 < 3`: no steps lead from one side to the other by <=",
  );
  const reversed = String.raw`3 < \frac1N + \frac{1}{D_K^2}`;
  assert.match(grade(reversed, ratio), /^differs/);
  const implied = String.raw`\frac{N \mu}{\sigma^2} - S = 0 \implies \mu = \frac{\sigma^2 S}{N}`;
  assert.match(grade(implied, root), /^differs: .*by =>$/);
  const back = String.raw`\mu^2 = \left(\frac{\sigma^2 S}{N}\right)^2 \implies \mu = \frac{\sigma^2 S}{N}`;
  assert.match(grade(back, root), /^differs/);
});

test("after an ≈ the printed digits count: more of them say something else", () => {
  const third = derivation("a.third").from("10/343").approximately("0.029");
  assert.is(grade(String.raw`\frac{10}{343} \approx 0.029`, third), "proved");
  assert.match(grade(String.raw`\frac{10}{343} \approx 0.0290`, third), /^differs/);
  assert.match(grade(String.raw`\frac{10}{343} = 0.029`, third), /^differs/);
  const far = derivation("a.far").from("299792458").approximately("3.00e8");
  assert.match(grade(String.raw`299792458 \approx 3.0 \times 10^{8}`, far), /^differs/);
  assert.match(grade(String.raw`299792458 \approx \pi`, far), /^unchecked: the right side of ≈/);
});

test("the sides of an equivalence are no claims of their own", () => {
  assert.match(grade(String.raw`\mu = \frac{\sigma^2 S}{N}`, root), /^differs/);
});

test("without a derivation, a relation or a readable text nothing is checked", () => {
  assert.is(grade("x = 1"), "unchecked: no derivation has this id");
  assert.is(
    grade(String.raw`\frac{1}{N} + \frac{1}{D_K^2}`, ratio),
    "unchecked: `1/N + 1/D_K^2` stands without a relation, so that nothing is claimed of it; write the equation alone",
  );
  assert.match(grade(String.raw`x \sim 1`, ratio), /^unchecked: cannot read this LaTeX/);
  assert.match(grade(String.raw`x \ne 1`, ratio), /^unchecked: \\ne stands in the display/);
});

test("whatever a page prints beside the claim keeps it from being checked", () => {
  const twice = derivation("a.twice").from("x + x").equals("2*x");
  const beside = (tex: string) => grade(`x + x = 2x${tex}`, twice);
  for (const tex of [
    String.raw`\text{+1}`,
    String.raw`\text{²}`,
    String.raw`\text{x}`,
    String.raw`\mbox{-y}`,
    String.raw`\text{ squared}`,
    String.raw`\text{ is false}`,
    String.raw`\text{ nicht}`,
    String.raw`\text{cos} y`,
    String.raw`\qquad -y`,
    String.raw`\quad y`,
    ", y",
    String.raw`\!\!\!\!/`,
  ])
    assert.match(beside(tex), /^unchecked: /, tex);
  for (const tex of [".", ",", String.raw`\text{.}`, String.raw`\!`, String.raw`\quad`, " % + 1"])
    assert.is(beside(tex), "proved", tex);
  assert.is(beside(String.raw`, \quad \text{hence} \quad 2x = x + x`), "proved");
});

test("the number of columns of alignedat is no factor, and space behind a line end is a length", () => {
  const thrice = derivation("a.thrice").from("2*x + x").equals("3*x");
  const twice = derivation("a.twice").from("x + x").equals("2*x");
  const columns = (tex: string) => String.raw`\begin{alignedat}{2} ${tex} \end{alignedat}`;
  assert.match(grade(columns("x + x &= 3x"), thrice), /^differs/);
  assert.is(grade(columns("2x + x &= 3x"), thrice), "proved");
  assert.is(grade(String.raw`x + x \\[2em] = 2x`, twice), "proved");
  assert.is.not(grade(String.raw`x + x \\[2x] = 2x`, twice), "proved");
  assert.is.not(grade(String.raw`x + x \\ [2em] = 2x`, twice), "proved");
});

test("LaTeX in the derivation and LaTeX on the page meet in one tree", () => {
  const written = derivation("a.tex", ["a < b"]).chain(
    tex`\int_a^b \frac{x}{b-a}\,dx = \frac{a+b}{2}`,
  );
  assert.is(grade(String.raw`\int_a^b \frac{x}{b-a}\,dx = \frac{a+b}{2}`, written), "proved");
});

test("a stored record may hold anything: texts that are none join nothing", () => {
  const record = ratio.toJSON();
  record.steps[0] = { ...record.steps[0], lhs: "1 +", rhs: ")" };
  record.assumptions = ["no assumption at all"];
  const found = findingOf(String.raw`\frac1N + \frac{1}{D_K^2} < 3`, [record]);
  assert.is(found.kind, "agrees");
  assert.is(findingOf("1 = 2", [record]).kind, "differs");
});

test.run();
