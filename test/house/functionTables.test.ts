import { suite } from "uvu";
import * as assert from "uvu/assert";
import { functionTables } from "./functionTables.js";
import { filesBelow, read } from "./tree.js";

const test = suite("house: one file a function");

const problems = (path: string, text: string) => functionTables(new Map([[path, text]]));

test("what is known of a function stands in its file of the library", () => {
  const files = filesBelow("src").filter((path) => path.endsWith(".ts"));
  assert.ok(files.length > 100);
  assert.equal(functionTables(new Map(files.map((path) => [path, read(path)]))), []);
});

test("a second table of functions is noticed: an object, a list, pairs, a switch, words", () => {
  const path = "src/derive/decide/signs.ts";
  const said = [`${path}: exp, sqrt, abs belong to src/derive/library, a file each`];
  for (const text of [
    "const positive = { exp: 1, sqrt: 1, abs: 1 };",
    'const positive = ["exp", "sqrt", "abs", "other"];',
    'const positive = new Map([["exp", 1], ["sqrt", 1], ["abs", 1]]);',
    'switch (name) { case "exp": case "sqrt": case "abs": return true; default: return false; }',
    'const positive = new Set("exp sqrt abs other".split(" "));',
  ]) {
    assert.equal(problems(path, text), said, text);
  }
});

test("two functions are no table, nor are names that the library does not hold", () => {
  assert.equal(problems("src/derive/decide/a.ts", 'const own = ["exp", "log", "integrate"];'), []);
  assert.equal(problems("src/derive/library/a.ts", 'const all = ["exp", "log", "sin"];'), []);
  assert.equal(problems("src/derive/oracle/a.ts", 'const all = ["exp", "log", "sin"];'), []);
});

test.run();
