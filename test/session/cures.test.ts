import * as assert from "uvu/assert";
import { projectSuite } from "./projectSuite.js";

const test = projectSuite("session: a message names the cure that fits", {
  "node_modules/own-pack/package.json": '{ "name": "own-pack", "main": "i.js", "types": "i.d.ts" }',
  "node_modules/own-pack/i.js": "exports.helper = () => 1; exports.other = () => 2;",
  "node_modules/own-pack/i.d.ts":
    "export function helper(): number; export function other(): number;",
  "node_modules/plain/package.json": '{ "name": "plain", "main": "i.js" }',
  "node_modules/plain/i.js": "",
  "note.txt": "text",
});

/** Cells in their order, and the last line of what each gives. */
const cells: [what: string, cell: string, cure: RegExp][] = [
  [
    "an export of Node's is to be imported",
    'readFileSync("/x")',
    /^To have it: import \{ readFileSync \} from "node:fs"$/,
  ],
  [
    "one of several modules from any of them",
    'const a = parse("x")',
    /^To have it: import \{ parse \} from "node:path", or from "node:querystring" or "node:url"$/,
  ],
  ["a module of Node's as a whole", "fs.x", /^To have it: import \* as fs from "node:fs"$/],
  ["an installed package by its name", "plain.x", /^To have it: import plain from "plain"$/],
  ["what an earlier cell had", 'import { helper } from "own-pack"; helper()', /^1$/],
  [
    "an export of a package that was imported from",
    "other()",
    /^To have it: import \{ other \} from "own-pack"$/,
  ],
  [
    "a name of a cell that was refused is that cell's matter",
    "a.length",
    /^Cell 2, which declares `a`, failed: mend it, and run it first\.$/,
  ],
  ["a cell that fails as it runs", 'throw new Error("x"); class Lost {}', /at cell 8, line 1$/],
  ["and what it had not reached", "let b: Lost = 1", /^Cell 8, which declares `Lost`, failed/],
  ["run again", "const a = 'mended'; a", /^mended$/],
  ["the name is there", "a.length", /^6$/],
  ["a name of nothing", "nothing(1)", /^Declare it, import it, or run first the cell that does\.$/],
  ["a type of nothing", "let c: Nothing", /^Declare it, import it, or run first/],
  ["where the compiler has a guess nothing is added", "consol.log(1)", /^ {4}\^$/],
  ["nor where a test runner is missed", "describe('x', () => {})", /^ {4}\^$/],
  [
    "what else is wrong may be passed over unchecked",
    "nothing(1); const d: number = 'text'",
    /begin it with `\/\/ @ts-nocheck`\.$/,
  ],
  [
    "a path starts at the notebook's folder",
    'import e from "./absent"',
    /^A relative path starts at the folder of the file that imports it \(where that is a link, at the link's folder\), and in a cell at the notebook's folder\.$/,
  ],
  [
    "a file that no module can be made of",
    'import f from "./note.txt"',
    /^Cannot load '\.\/note\.txt': no module can be made .* read it by `readFileSync/,
  ],
  [
    "a package that is absent",
    'import g from "absent"',
    /^To have the package: npm install absent$/,
  ],
];

for (const [what, cell, cure] of cells) {
  test(what, async ({ session }) => {
    assert.match((await session.text(cell)).split("\n").at(-1) ?? "", cure);
  });
}

test.run();
