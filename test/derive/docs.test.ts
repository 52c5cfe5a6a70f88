import { readFileSync } from "node:fs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { derivation, type DerivationJSON, poolPattern, symbols, tex } from "../../src/index.js";
import { verify } from "../../src/derive/records/verify.js";

const test = suite("derive: docs/derivations.md");

const page = readFileSync("docs/derivations.md", "utf8");
const blocks = [...page.matchAll(/```ts\n([^]*?)\n\/\/ ([a-z, -]+)\n```/g)];

/** The grades of a block's derivation, in order; an erratum has two. */
function gradesOf(code: string): string[] {
  const names = { derivation, poolPattern, symbols, tex };
  const run = new Function(...Object.keys(names), `return ${code}`);
  const made = run(...Object.values(names)) as { toJSON(): DerivationJSON };
  const record = JSON.parse(JSON.stringify(made)) as DerivationJSON;
  assert.equal(verify(record).problems, []); // its record alone gives the same
  const { steps, errata } = record;
  const pairs = errata.flatMap(({ asWritten, corrected }) => [asWritten, corrected]);
  return [...steps, ...pairs].map(({ grade }) => grade);
}

for (const [, code, grades] of blocks) {
  const [, id] = /derivation\("([\w.-]+)"/.exec(code) ?? [];
  test(`${id} is graded as the page says`, () => {
    assert.equal(gradesOf(code), grades.split(", "));
  });
}
test("every block of the page is run", () => {
  assert.is(blocks.length, page.match(/```ts/g)!.length);
  assert.ok(blocks.length >= 15);
});
test("a wrong grade on the page would be seen", () => {
  assert.is.not(gradesOf('derivation("a.b").from("x").equals("x + 1")').join(), "proved");
});
test.run();
