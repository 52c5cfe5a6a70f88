import { suite } from "uvu";
import * as assert from "uvu/assert";
import * as engine from "../../src/engine/index.js";
import { prove } from "../../src/engine/prove.js";
import * as root from "../../src/index.js";

const test = suite("engine: the same verdicts on demand and at once");

/** Claims that need nothing more, and those that need each thing that is loaded. */
const claims: (string | engine.Claim)[] = [
  "(a + b)^2 = a^2 + b^2",
  "D(sin(x)^2, x) = 2*sin(x)*cos(x)",
  "D(sin(x)^2, x) = 2*sin(x)",
  "integrate(x^2, x, 0, 1) = 1/3",
  "x^2 = 1 => x = 1",
  "x^2 = 1 <=> x = 1 or x = -1",
  { lhs: "3*n^2 + n", relation: "O", rhs: "n^2", assumptions: ["n integer >= 1"] },
  "[1, 2] + [3, x] = [4, 2 + x]",
  "[1, 2] + [3, x] = [4, 3 + x]",
  { lhs: "D(y, t)", rhs: "D(y, x)*D(x, t)", assumptions: ["y depends on x", "x depends on t"] },
  { lhs: "y^2 + x^2 = 1", relation: "=>", rhs: "D(y, x) = -x/y" },
];

test("a claim has one verdict, whether its procedures are there or loaded", async () => {
  for (const claim of claims) assert.equal(await engine.prove(claim), prove(claim));
});

test("of several claims at once each waits for its own procedures", async () => {
  assert.equal(
    await Promise.all(claims.map((one) => engine.prove(one))),
    claims.map((one) => prove(one)),
  );
});

test("what is refused at once is refused on demand, by a rejection", async () => {
  const thrown = await engine.prove("x + x").then(
    () => "a verdict",
    (error: Error) => `${error.name}: ${error.message}`,
  );
  assert.match(thrown, /^DerivationError: the claim `x \+ x` must have a relation/);
});

test("the main entry has every name of the engine, and gives at once what is promised there", async () => {
  const { loadDerivation, prove: later, parseLatex, verify, ...shared } = engine;
  for (const [name, value] of Object.entries(shared)) {
    assert.is((root as Record<string, unknown>)[name], value, name);
  }
  const latex = String.raw`\frac{x}{2}`;
  assert.equal(root.parseLatex(latex), await parseLatex(latex));
  const record = root.derivation("my.double").from("x + x").equals("2*x").toJSON();
  assert.equal(root.verify(record), await verify(record));
  assert.equal(root.prove("x = y"), await later("x = y"));
  const Derivation = await loadDerivation();
  assert.equal(new Derivation("my.double").from("x + x").equals("2*x").toJSON(), record);
});

test.run();
