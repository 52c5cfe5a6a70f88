import { suite } from "uvu";
import * as assert from "uvu/assert";
import { loadDerivation, parse, parseLatex, rational, verify } from "../../src/engine/index.js";

const test = suite("engine: parse, and what is loaded on demand");

test("plain text is given as a tree, as one text for one tree, and as LaTeX", () => {
  assert.equal(parse("2x+1"), {
    tree: {
      kind: "add",
      terms: [
        {
          kind: "mul",
          factors: [
            { kind: "number", value: rational(2) },
            { kind: "symbol", name: "x" },
          ],
        },
        { kind: "number", value: rational(1) },
      ],
    },
    text: "2*x + 1",
    latex: "2 x + 1",
    names: ["x"],
  });
  assert.is(parse("x = 1 or x = 2").text, "x = 1 or x = 2");
});

test("the text reads back as the same tree", () => {
  for (const text of ["0.25*x[n]", "-x^2", "(a/b)/c", "sum(x[n], n, 1, N)/N", "D(sin(x), x)"]) {
    const { text: written, tree } = parse(text);
    assert.equal(parse(written), { ...parse(text), tree });
  }
});

test("names are those that are free, with families, and without numbers that have a name", () => {
  assert.equal(parse("sum(x[n]*pi, n, 1, N) + e + mu").names, ["N", "mu", "x"]);
});

test("a text that cannot be read is an error with the place", () => {
  assert.throws(() => parse("x + * y"), /^cannot read this expression: [^]*x \+ \* y\n +\^$/);
  assert.throws(() => parse(" "), /must be a text that is not empty/);
  assert.throws(() => parse(7 as never), /must be a text/);
  assert.throws(() => parse("(".repeat(500)), /^cannot read this expression: gave up at a nesting/);
});

test("LaTeX is read into what plain text gives, and assumptions say what its letters are", async () => {
  const mean = await parseLatex(String.raw`\frac{1}{N} \sum_{n=1}^{N} x_n`);
  assert.equal(mean, parse(mean.text));
  assert.equal(mean.names, ["N", "x"]);
  const pi = (assumptions: string[]) => parseLatex(String.raw`2 T(x)`, { assumptions });
  assert.is((await pi(["T function"])).text, "2*T(x)");
  assert.is((await parseLatex(String.raw`x^2 = 1`)).text, "x^2 = 1");
});

test("LaTeX that cannot be read, or is none, is refused", async () => {
  const message = (work: Promise<unknown>) =>
    work.then(
      () => "read",
      (error: Error) => error.message,
    );
  assert.match(await message(parseLatex(String.raw`\frac{1}{`)), /^cannot read/);
  assert.is(await message(parseLatex(7 as never)), "parseLatex: latex must be a text, got 7");
});

test("a derivation is made and its record verified; one with a typed grade is found", async () => {
  const Derivation = await loadDerivation();
  const made = new Derivation("my.mean", ["a < b"])
    .from("integrate(x/(b - a), x, a, b)")
    .equals("(a + b)/2");
  assert.is(made.grade, "proved");
  assert.equal((await verify(made.toJSON())).problems, []);
  const wrong = new Derivation("my.slip").from("x + x").equals("3*x").toJSON();
  const { problems } = await verify({ ...wrong, grade: "proved" });
  assert.match(problems.join("\n"), /grade/);
});

test.run();
