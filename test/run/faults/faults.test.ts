import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Notebook, readNotebook, writeNotebook } from "../../../src/notebook/index.js";
import { movedOutputs } from "../../../src/run/rules.js";
import { type Finished, rederive, scratch } from "../scratch.js";
import { plant, sentences } from "./fault.js";
import { kindsNotebook } from "./kinds.js";
import { outputFaults } from "./outputFaults.js";

const test = suite("run: a table of faults");
const files = scratch();
test.after(files.remove);

/** Faults whose sentences the command itself prints: the others are compared by the same function, without a run. */
const byCommand = [0, 8, 24, 33, outputFaults.length - 1];
const nameOf = (i: number) => `f${i}/kinds.ipynb`;
const good = (): Notebook => readNotebook(files.read("kinds.ipynb"), "kinds.ipynb");

function planted(i: number): Notebook {
  const notebook = good();
  plant(outputFaults[i], notebook);
  return notebook;
}

let checked: Finished;
test.before(async () => {
  const run = await rederive(["run", files.write("kinds.ipynb", kindsNotebook())], files.folder);
  assert.is(run.code, 0, run.stderr);
  const paths = byCommand.map((i) => {
    files.write(nameOf(i), planted(i));
    return nameOf(i);
  });
  checked = await rederive(["check", "kinds.ipynb", ...paths], files.folder);
});

test("the notebook that was run holds, and so the stored outputs are those of another run", () => {
  const lines = checked.stdout.split("\n").filter((line) => /^│ kinds/.test(line));
  assert.match(lines[0], / ok /);
});

outputFaults.forEach((fault, i) => {
  test(`${fault.what}: cell, output, place and both values are named`, () => {
    const { problems } = movedOutputs("kinds.ipynb", planted(i), good(), {});
    assert.equal(
      problems.map(({ text }) => text),
      sentences(fault),
    );
  });
});

test("the command prints the same sentences, ends with 1 and changes no file", () => {
  assert.is(checked.code, 1);
  const lines = new Set(checked.stderr.split("\n"));
  for (const i of byCommand) {
    for (const sentence of sentences(outputFaults[i])) assert.ok(lines.has(sentence), sentence);
    assert.is(files.read(nameOf(i)), writeNotebook(planted(i)));
  }
});

test.run();
