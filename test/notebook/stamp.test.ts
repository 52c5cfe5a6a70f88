import { suite } from "uvu";
import * as assert from "uvu/assert";
import { chapterHash, importedNames } from "../../src/notebook/index.js";
import { notebookOf } from "./build.js";

const test = suite("notebook: stamp");
const names = (...sources: string[]) => importedNames(notebookOf(...sources));

test("importedNames gives the names that cells import from the package, sorted", () => {
  assert.equal(names('import { b, a } from "rederive";', "import { c } from 'rederive'"), [
    "a",
    "b",
    "c",
  ]);
  assert.equal(names('import {\n  a as x, // why\n  type T,\n} from "rederive";'), ["T", "a"]);
  assert.equal(names('import type { T } from "rederive";'), ["T"]);
  assert.equal(names('import { a } from "rederive/conv";', 'import { b } from "rederive/show"'), [
    "a",
    "b",
  ]);
  assert.equal(
    names('import { readFileSync } from "node:fs";', '# import { a } from "rederive"'),
    [],
  );
});

test("importedNames gives * where a cell takes the package in another way", () => {
  for (const source of [
    'import * as r from "rederive";',
    'const r = await import("rederive");',
    'const { a } = require("rederive");',
    'import r, { a } from "rederive";',
    'import { prove } from "rederive/engine";',
    'import * as r from "rederive/conv";',
  ]) {
    assert.ok(names(source).includes("*"), source);
  }
});

test("the hash depends on code cells, on files and on their paths, and on nothing else", () => {
  const files = [
    { path: "src/a.ts", content: "1" },
    { path: "src/b.ts", content: "2" },
  ];
  const notebook = notebookOf("# Title", "1 + 1", "2");
  const hash = chapterHash(notebook, files);
  assert.match(hash, /^[0-9a-f]{32}$/);
  assert.is(chapterHash(notebookOf("# Other", "1 + 1", "2"), files), hash);
  assert.is(chapterHash(notebook, [...files].reverse()), hash);
  const crlf = files.map(({ path, content }) => ({ path, content: `${content}\r\n` }));
  const lf = files.map(({ path, content }) => ({ path, content: `${content}\n` }));
  assert.is(chapterHash(notebook, crlf), chapterHash(notebook, lf));
  assert.is.not(chapterHash(notebookOf("# Title", "1 + 2", "2"), files), hash);
  assert.is.not(chapterHash(notebookOf("# Title", "1 + 12", ""), files), hash);
  assert.is.not(chapterHash(notebook, [files[0]]), hash);
  assert.is.not(chapterHash(notebook, [files[0], { path: "src/c.ts", content: "2" }]), hash);
});

test.run();
