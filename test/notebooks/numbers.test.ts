import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Notebook, readNotebook } from "../../src/notebook/index.js";
import { codeCell, notebookOf, result } from "../notebook/build.js";
import { printed } from "./printed.js";

const test = suite("notebooks: printed numbers");
const folder = join(import.meta.dirname, "..", "..", "notebooks");
// not the digits of a name, sigma2ML for instance
const number = /(?<![\w.])\d+(?:\.\d+)?(?:e[+-]?\d+)?(?:\/\d+(?:\.\d+)?)?/g;

/** The numbers that a notebook's cells print, each with its cell; derivations are graded elsewhere. */
function numbersOf(notebook: Notebook): { text: string; place: string }[] {
  return notebook.cells.flatMap((cell, i) => {
    if (cell.cell_type !== "code") return [];
    const texts = cell.outputs.flatMap((output) => {
      if (output.output_type === "stream") return [output.text];
      if (!("data" in output) || Object.keys(output.data).some((type) => type.includes("rederive")))
        return [];
      return [String(output.data["text/plain"])];
    });
    const found = texts.join("\n").match(number) ?? [];
    return found.map((text) => ({ text, place: `cell ${i + 1} (id ${cell.id})` }));
  });
}

/** Numbers that stand in the outputs and have no source, and numbers with a source that do not stand there. */
function problems(notebook: Notebook, facts: string[], labels: string[]): string[] {
  const found = numbersOf(notebook);
  const known = new Set([...facts, ...labels]);
  return [
    ...found
      .filter(({ text }) => !known.has(text))
      .map(({ text, place }) => `${place}: ${text} has no source in test/notebooks/printed.ts`),
    ...[...known]
      .filter((text) => !found.some((one) => one.text === text))
      .map((text) => `${text} is not printed any more`),
  ];
}

test("every chapter has its list", () => {
  const chapters = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
  assert.equal(
    chapters.map((name) => name.replace(".ipynb", "")).sort(),
    Object.keys(printed).sort(),
  );
});

for (const [chapter, { facts, labels }] of Object.entries(printed)) {
  test(`the core gives each number that chapter ${chapter} prints`, () => {
    for (const [text, source, fromCore] of facts) assert.is(String(fromCore()), text, source);
  });

  test(`the stored outputs of chapter ${chapter} hold these numbers and no others`, () => {
    const text = readFileSync(join(folder, `${chapter}.ipynb`), "utf8");
    const notebook = readNotebook(text, chapter);
    assert.equal(
      problems(
        notebook,
        facts.map(([one]) => one),
        labels,
      ),
      [],
    );
  });
}

test("a changed, an unknown and a missing number are noticed", () => {
  const cell = (plain: string) => ({
    ...notebookOf(),
    cells: [codeCell("x", "a", [result({ "text/plain": plain })])],
  });
  assert.equal(problems(cell("10/343 ≈ 0.0292"), ["10/343", "0.0292"], []), []);
  assert.equal(problems(cell("10/343 ≈ 0.0293"), ["10/343", "0.0292"], []), [
    "cell 1 (id a): 0.0293 has no source in test/notebooks/printed.ts",
    "0.0292 is not printed any more",
  ]);
  assert.equal(problems(cell("{ x: 1.5e-7 }"), [], ["1.5e-7"]), []);
});

test.run();
