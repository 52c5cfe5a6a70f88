import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Formula, fields, formulasOf } from "./corpus.js";
import { problemsOf } from "./problems.js";

const test = suite("derive: formulas as people write them");

const all = fields.flatMap(formulasOf);

/** Each problem with its place. */
const problems = (formulas: readonly Formula[]): string[] =>
  formulas.flatMap((one) =>
    problemsOf(one).map((what) => `${one.field}.txt:${one.line} ${one.text}\n  ${what}`),
  );

test("there are more than 600, two thirds of them in LaTeX, and no two are the same", () => {
  assert.ok(all.length >= 600, `${all.length}`);
  const latex = all.filter(({ plain }) => !plain).length;
  assert.ok(latex >= 400 && all.length - latex >= 200, `${latex} of ${all.length}`);
  const texts = all.map(({ text, given, plain }) => `${plain} ${text} ${given.join("; ")}`);
  assert.equal(
    texts.filter((text, i) => texts.indexOf(text) !== i),
    [],
  );
});

for (const field of fields) {
  test(`${field}: each is read as what it means and written back as the same, or refused with a cure that works`, () => {
    const found = problems(formulasOf(field));
    assert.is(found.length, 0, found.join("\n"));
  });
}

const planted = (changes: Partial<Formula>): string[] =>
  problemsOf({
    ...{ field: "", line: 0, text: "2x = y", plain: false, given: [], declared: [] },
    ...changes,
  });

test("a misreading, a refusal, a message without its words and a cure that does not work are noticed", () => {
  assert.equal(planted({ means: "2*x = y" }), []);
  assert.equal(planted({ means: "x*2 = y" }), ["is read as 2*x = y"]);
  assert.equal(planted({ means: "2*x < y" }), ["is read as 2*x = y"]);
  assert.equal(planted({ refused: "a product" }), ["is read as 2*x = y"]);
  assert.match(planted({ text: "x_{ab}", means: "x_ab" })[0], /^is refused: cannot read/);
  const named = { text: "x_{ab}", refused: "for a name", means: "x_ab" };
  assert.equal(planted({ ...named, cured: String.raw`x_{\mathrm{ab}}` }), []);
  assert.match(planted({ ...named, cured: "x_{ba}" })[0], /^is refused: cannot read/);
  assert.equal(planted({ ...named, cured: "x_{a,b}" }), ["is read as x[a, b]"]);
  assert.match(planted({ ...named, refused: "a word" })[0], /^is refused without "a word"/);
  assert.equal(planted({ ...named }), ["has no cure"]);
});

test.run();
