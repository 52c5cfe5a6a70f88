import { readFileSync } from "node:fs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { gradeClaim } from "../../../src/derive/claims/gradeClaim.js";
import { derivation, tex, vocabulary } from "../../../src/index.js";

const test = suite("derive: what names are declared to be");

/** The step of a display of one chain under declarations: its grade, sides and reason; or why it is not read. */
function graded(latex: string, ...assumptions: string[]): string {
  const source = tex(Object.assign([latex], { raw: [latex] }));
  try {
    const { grade, lhs, relation, rhs, reason } = derivation("a.step", assumptions)
      .chain(source)
      .toJSON()
      .steps.at(-1)!;
    return `${grade}: ${lhs} ${relation} ${rhs}: ${reason ?? ""}`;
  } catch (error) {
    return `refused: ${(error as Error).message}`;
  }
}

const page = readFileSync("docs/latex.md", "utf8");
const rows = [...page.matchAll(/^\| `([^`]*)` \| `([^`]*)` \| `([^`]*)` \|$/gm)].map(
  ([, ...cells]) => cells.map((cell) => cell.replaceAll("\\|", "|")),
);

test("each declaration on docs/latex.md makes what was refused, or open, read as it says", () => {
  assert.ok(rows.length >= 8, `${rows.length} rows`);
  for (const [latex, declaration, text] of rows) {
    const found = graded(latex, declaration);
    const read = found.split(": ")[1];
    assert.is(read, text, `${latex}\n  ${found}`);
    assert.is.not(graded(latex).split(": ")[1], text, `${latex} needs no declaration`);
  }
});

test("a power of a family that is not declared as one keeps its exponent", () => {
  assert.match(
    graded("x_i^{(a)} = y", "x[i] > 0"),
    /^unknown: labelled\(x\[i\], a\) = y: .*label/s,
  );
  assert.match(
    graded("x_i^{(a + b)} = y", "x[i] > 0"),
    /^(?:unknown|refuted): x\[i\]\^\(a \+ b\) = y/,
  );
  assert.match(graded("x_j^{(i)} = y", "x family"), /: x\[j, i\] = y/);
});

test("a sum that names its index alone ranges over what is declared, and true and false are told apart", () => {
  const range = ["i from 1 to n", "n integer >= 2"];
  assert.match(graded(String.raw`\sum_i 2x_i = 2 \sum_i x_i`, ...range), /^proved/);
  assert.match(graded(String.raw`\sum_i 2x_i = \sum_i x_i`, ...range), /^refuted/);
  assert.match(graded(String.raw`\sum_i 2x_i = \sum_i x_i`), /^unknown: .*a sum over values/);
  assert.match(graded(String.raw`\sum_i 2x_i = 2 \sum_i x_i`), /^proved-if/);
  const double = ["i from 1 to 2", "j from 1 to 3"];
  assert.match(graded(String.raw`\sum_{i,j} 1 = 6`, ...double), /^proved/);
  assert.match(graded(String.raw`\sum_{i,j} 1 = 5`, ...double), /^refuted/);
  const within = ["i from 1 to 3", "j from 1 to i"];
  assert.match(graded(String.raw`\sum_{i,j} 1 = 6`, ...within), /^proved/);
  assert.match(
    graded(String.raw`\sum_{j,i} 1 = 6`, ...within),
    /^refused: .*the limits of j depend on i, which stands behind it.*write i before j/s,
  );
});

test("matrices and vectors are no numbers, and of what has no meaning nothing is refuted", () => {
  for (const kind of ["matrix n x n", "vector n"]) {
    assert.match(graded("2A + A = 3A", `A ${kind}`), /^proved/, kind);
    assert.match(graded("2A = 3A", `A ${kind}`), /^refuted/, kind);
    const why = kind === "vector n" ? /^unknown: .*cannot be multiplied/ : /^refuted/;
    assert.match(graded("AB = BA", `A ${kind}`, `B ${kind}`), why, kind);
  }
  assert.match(graded("|A| = 1", "A matrix"), /^refuted: det\(A\) = 1/);
  assert.match(graded("|v| = 1", "v vector"), /^refuted: norm\(v\) = 1/);
  assert.match(graded("X^2 = X", "X random variable"), /^unknown: .*`X random variable`/);
  assert.match(graded("X + X = 2X", "X random variable"), /^proved/);
  assert.match(graded("i^2 = -1", "i imaginary unit"), /^proved/);
  assert.match(graded(String.raw`a \times b = 0`, "a vector", "b vector"), /^refused: .*cross/s);
});

test("what holds for every base of lg is proved, and a base decides the rest", () => {
  assert.match(graded(String.raw`\lg ab = \lg a + \lg b`, "a > 0", "b > 0"), /^refused/);
  const [a, b] = ["a > 0", "b > 0"];
  assert.match(graded(String.raw`\lg(ab) = \lg a + \lg b`, a, b), /^proved/);
  assert.match(graded(String.raw`\lg 2 + \lg 5 = 1`), /^unknown: .*declare `lg base 2`/);
  assert.match(graded(String.raw`\lg(ab) = \lg a \cdot \lg b`, a, b), /^unknown: .*base of lg/);
  assert.match(graded(String.raw`\lg 8 = 3`, "lg base 2"), /^proved/);
  assert.match(graded(String.raw`\lg 8 = 3`, "lg base 10"), /^refuted/);
  assert.match(graded(String.raw`\lg 2 + \lg 5 = 1`, "lg base 10"), /^proved/);
});

test("a claim takes the same declarations, and a list of them is checked", () => {
  const claim = { id: "case", lhs: "A*B", relation: "=", rhs: "B*A" } as const;
  const assumptions = vocabulary({ A: "matrix n x n", B: "matrix", n: "integer >= 1" });
  assert.equal(assumptions, ["A matrix n x n", "B matrix", "n integer >= 1"]);
  assert.is(gradeClaim({ ...claim, assumptions: [] }, () => 0).grade, "proved");
  const declared = gradeClaim({ ...claim, assumptions }, () => 0);
  assert.is(declared.grade, "refuted");
  assert.match(declared.witness!.point.A, /^\[\[/);
  assert.throws(() => vocabulary({ A: "banana" }), /^vocabulary: `A banana` must be of the form/);
});

test.run();
