import { suite } from "uvu";
import * as assert from "uvu/assert";
import { findIds, nearestIds, writeNotebook } from "../../src/notebook/index.js";
import { notebookOf } from "./build.js";

const test = suite("notebook: ids");
const places = (...found: Parameters<typeof findIds>) =>
  findIds(...found).map(({ kind, id, line }) => `${kind} ${id} ${line}`);

test("findIds finds tagged equations and derivations in the text of a notebook", () => {
  const text = writeNotebook(
    notebookOf(
      "# One\n$$ a = b \\tag{conv.cost-ratio} $$",
      'derivation("bayes.ex-2-1", ["p > 0"])',
    ),
  );
  const found = places(text, ["note", "derivation"]);
  assert.is(found.length, 2);
  assert.match(found[0], /^note conv\.cost-ratio \d+$/);
  assert.match(found[1], /^derivation bayes\.ex-2-1 \d+$/);
  const line = Number(found[0].split(" ")[2]);
  assert.match(text.split("\n")[line - 1], /cost-ratio/);
});

test("findIds finds the docstrings, suites and entries of the inventory", () => {
  assert.equal(places("/**\n * @eq conv.output-size.\n */", ["code"]), ["code conv.output-size 2"]);
  assert.equal(places('const test = suite("a.b-1");', ["test"]), ["test a.b-1 1"]);
  assert.equal(places('{\n "id": "a.b"\n}', ["inventory"]), ["inventory a.b 2"]);
  assert.equal(places('suite("a.b"); // @eq c.d', ["inventory"]), []);
});

test("nearestIds gives the ids with the fewest characters to change, nearest first", () => {
  const known = ["bayes.ex-2-1", "bayes.ex-2-4", "conv.cost-ratio", "bayes.ex-2-1"];
  assert.equal(nearestIds("bayes.ex-21", known, 2), ["bayes.ex-2-1", "bayes.ex-2-4"]);
  assert.equal(nearestIds("conv.cost-raito", known, 1), ["conv.cost-ratio"]);
  assert.equal(nearestIds("x", []), []);
});

test.run();
