import { suite } from "uvu";
import * as assert from "uvu/assert";
import { archive, type Archive } from "../../src/session/check/archive.js";
import { parseCell } from "../../src/session/text/parse.js";

const test = suite("session: cells as files of the compiler");

/** Places and keeps a cell as a session does; gives the files that the compiler has to be told of. */
function run(cells: Archive, code: string): string[] {
  const cell = parseCell(code);
  cells.place(cell, "used");
  const told = cells.changed();
  cells.keep(cell, [...cell.values.keys()]);
  return told;
}

test("a cell is one changed file: over more, the compiler builds its program anew", () => {
  const cells = archive("/notes");
  cells.changed();
  for (let i = 0; i < 40; i++) {
    assert.equal(run(cells, `const n${i} = ${i}`), [`/notes/__cell${i}__.ts`]);
    cells.reserve();
  }
});

test("a cell that is run again takes the file of what it replaces, one change a time", () => {
  const cells = archive("/notes");
  const told = ["1", "2", "3", "4"].map((value) => run(cells, `const n = ${value}`));
  assert.equal(told.slice(2), [["/notes/__cell0__.ts"], ["/notes/__cell1__.ts"]]);
  assert.match(cells.text("/notes/__cell1__.ts") ?? "", /^const n = 4\n/);
});

test("a cell stays as long as a name of it is in sight, or a cell that is takes names from it", () => {
  const cells = archive("/notes");
  run(cells, "const a = 1, b = 2");
  run(cells, "const c = a");
  run(cells, "const a = 3, b = 4");
  assert.match(cells.text("/notes/__cell0__.ts") ?? "", /^const a = 1/);
  run(cells, "const c = 5");
  cells.place(parseCell("c"), "used");
  assert.match(cells.text("/notes/__cell0__.ts") ?? "", /^c\n/, "its file is free");
});

test("a cell sees the earlier names that it uses; a question sees all", () => {
  const cells = archive("/notes");
  run(cells, "let a = 1; const b = 2; type T = number");
  const file = cells.place(parseCell("b as T"), "used");
  assert.match(cells.text(file) ?? "", /import b = __c0.b; import T = __c0.T; declare global/);
  cells.place(parseCell("b"), "all");
  assert.match(cells.text(file) ?? "", /declare let a: typeof __c0.a;.*import b.*import T/);
  cells.place(parseCell("b b"), "none");
  assert.is(cells.text(file), "b b");
});

test("of a cell that failed only what it reached hides the earlier names", () => {
  const cells = archive("/notes");
  run(cells, "const a = 1, b = 2");
  const cell = parseCell("const a = 3, b = 4; declare const c: number; type T = string");
  cells.place(cell, "used");
  cells.keep(cell, ["a"]);
  const file = cells.place(parseCell("[a, b, c] as T[]"), "used");
  const text = cells.text(file) ?? "";
  for (const from of ["a = __c1.a", "b = __c0.b", "c = __c1.c", "T = __c1.T"]) {
    assert.ok(text.includes(`import ${from};`), from);
  }
});

test("there is a file for each cell, however many they are", () => {
  const cells = archive("/notes");
  for (let i = 0; i < 100; i++) run(cells, `const n${i} = ${i}`);
  assert.ok(cells.files().includes(cells.place(parseCell("n99"), "used")));
  assert.ok(cells.files().length < 160, `${cells.files().length} files`);
});

test.run();
