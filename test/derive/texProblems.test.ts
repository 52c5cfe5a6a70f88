import { suite } from "uvu";
import * as assert from "uvu/assert";
import { derivation } from "../../src/index.js";
import { taggedEquations, texProblems } from "./texProblems.js";

const test = suite("derive: what the reader sees is what was checked");

const ratio = derivation("a.ratio", ["N integer >= 1", "D_K integer >= 1"])
  .from("(D_K^2 + N)/(D_K^2*N)")
  .equals("1/N + 1/D_K^2", "split the fraction")
  .lessThan("3", "each is at most 1")
  .toJSON();
const root = derivation("a.root", ["sigma2 > 0", "N integer >= 1"])
  .equivalent("N*mu/sigma2 - S = 0", "mu = sigma2*S/N", "solve")
  .toJSON();
const misprint = derivation("a.slip")
  .erratum({ asWritten: "1/2 = 0.3", corrected: "1/2 = 0.5" })
  .toJSON();
const named = derivation("a.name").define("L", "y^2", "definition").toJSON();
const all = [ratio, root, misprint, named];

const problems = (tex: string): string[] =>
  texProblems(taggedEquations(`Some prose.\n\n$$${tex}$$\n`), all, new Set(["a.words"]));

test("a display with the derivation's trees has no problems", () => {
  assert.equal(
    problems(String.raw`\frac{D_K^2 + N}{D_K^2 N} = \frac1N + \frac{1}{D_K^2} < 3 \tag{a.ratio}`),
    [],
  );
  assert.equal(problems(String.raw`\frac{1}{N} + \frac{1}{D_K^2} \tag{a.ratio}`), []);
  assert.equal(
    problems(
      String.raw`\frac{N \mu}{\sigma^2} - S = 0 \iff \mu = \frac{\sigma^2 S}{N} \tag{a.root}`,
    ),
    [],
  );
  assert.equal(problems(String.raw`\frac{1}{2} = 0.5 \tag{a.slip}`), []);
});

test("definitions and displays without an id are exempt", () => {
  assert.equal(problems(String.raw`L = \text{whatever} \tag{a.name}`), []);
  assert.equal(problems(String.raw`M \text{ kernels} \tag{a.words}`), []);
  assert.equal(problems(String.raw`1 = 2`), []);
});

test("a flipped sign, index, exponent or side is caught", () => {
  const planted = [
    String.raw`\frac{D_K^2 - N}{D_K^2 N} = \frac1N + \frac{1}{D_K^2} \tag{a.ratio}`,
    String.raw`\frac{D_K^2 + N}{D_K^2 N} = \frac1N - \frac{1}{D_K^2} \tag{a.ratio}`,
    String.raw`\frac{D_G^2 + N}{D_K^2 N} = \frac1N + \frac{1}{D_K^2} \tag{a.ratio}`,
    String.raw`\frac{D_K^2 + N}{D_K N} = \frac1N + \frac{1}{D_K^2} \tag{a.ratio}`,
    String.raw`\frac{N + D_K^2}{D_K^2 N} = \frac1N + \frac{1}{D_K^2} \tag{a.ratio}`,
  ];
  for (const tex of planted) {
    const found = problems(tex);
    assert.is(found.length, 1, tex);
    assert.match(found[0], /^a\.ratio: `.*` stands in no step of the derivation$/);
  }
});

test("another relation between the same sides is caught", () => {
  const [found] = problems(String.raw`\frac1N + \frac{1}{D_K^2} \le 3 \tag{a.ratio}`);
  assert.is(found, "a.ratio: no steps lead from `1/N + 1/D_K^2` to `3` by <=");
  assert.match(
    problems(
      String.raw`\frac{N \mu}{\sigma^2} - S = 0 \implies \mu = \frac{\sigma^2 S}{N} \tag{a.root}`,
    )[0],
    /^a\.root: no step says that/,
  );
});

test("what was refuted, is unknown or cannot be read is caught", () => {
  assert.match(problems(String.raw`\frac12 = 0.3 \tag{a.slip}`)[0], /`3\/10` stands in no step/);
  assert.match(problems(String.raw`x = 1 \tag{a.none}`)[0], /^a\.none: no derivation has this id$/);
  assert.match(problems(String.raw`x \ne 1 \tag{a.ratio}`)[0], /^a\.ratio: cannot read this LaTeX/);
});

test.run();
