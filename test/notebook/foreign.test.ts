import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readNotebook, writeNotebook } from "../../src/notebook/index.js";
import { refuses } from "../support/refuses.js";

const test = suite("notebook: foreign notebooks");
// Jupyter's own test notebooks; the folder's README says where they come from.
const folder = join(import.meta.dirname, "..", "fixtures", "notebook", "jupyter");
const text = (name: string) => readFileSync(join(folder, `${name}.ipynb`), "utf8");
const through = (name: string) => writeNotebook(readNotebook(text(name), `${name}.ipynb`));

const older = [
  "test4",
  "test4custom",
  "test4jupyter_metadata",
  "test4jupyter_metadata_timings",
  "many_tracebacks",
  "no_min_version",
];

test("a notebook of nbformat 4.5 is written back byte by byte", () => {
  assert.is(through("test4.5"), text("test4.5"));
});

for (const name of older) {
  test(`of ${name} nothing changes but the version and the cells' new ids`, () => {
    const expected = JSON.parse(text(name));
    expected.nbformat_minor = 5;
    const found = JSON.parse(through(name));
    assert.is(found.cells.length, expected.cells.length);
    for (const [i, cell] of found.cells.entries()) {
      assert.match(cell.id, /^[0-9a-f]{8}$/);
      delete cell.id;
      // Base64 may stand in lines; nbformat joins them too.
      for (const output of expected.cells[i].outputs ?? []) {
        const png = output.data?.["image/png"];
        if (Array.isArray(png)) output.data["image/png"] = png.join("");
      }
    }
    assert.equal(found, expected);
  });

  test(`${name} is stable: written twice it is the same`, () => {
    assert.is(writeNotebook(readNotebook(through(name), name)), through(name));
  });
}

for (const name of older.filter((one) => one !== "test4")) {
  test(`each line of ${name} that states no version stays as it was`, () => {
    const lines = (all: string) => all.split("\n").filter((line) => !line.startsWith(' "nbformat'));
    const found = lines(through(name)).filter((line) => !/^ {3}"id": "[0-9a-f]{8}",$/.test(line));
    assert.equal(found, lines(text(name)));
  });
}

const refused: Record<string, RegExp> = {
  invalid: /cell 1 must have `source`$/,
  invalid_cell_id: /cell 1, id must match pattern/,
  invalid_unique_cell_id: /cell 2: id dup is used twice$/,
  test4plus: /must not have `extra`$/,
  v4_5_invalid_metadata: /metadata\/kernelspec must be object$/,
  v4_5_no_cell_id: /cell 1 must have `id`$/,
  test2: /: nbformat 2 is not read, 4 is; /,
  test3: /: nbformat 3 is not read, 4 is; /,
};
for (const [name, message] of Object.entries(refused)) {
  test(`${name}, which Jupyter's validator does not take as 4.5 either, is refused`, () => {
    refuses(() => readNotebook(text(name), `${name}.ipynb`), message);
    refuses(() => readNotebook(text(name), `${name}.ipynb`), new RegExp(`^${name}\\.ipynb: `));
  });
}

test("every notebook of the folder is tried", () => {
  const all = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
  assert.equal(
    all.map((name) => name.replace(".ipynb", "")).sort(),
    ["test4.5", ...older, ...Object.keys(refused)].sort(),
  );
});

test.run();
