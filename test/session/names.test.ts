import * as assert from "uvu/assert";
import { join } from "node:path";
import { isOfDom, joinedLibrary, nodeLibraries } from "../../src/session/libraries.js";
import { nativeFolder } from "../../src/session/nativeCompiler.js";
import { projectSuite } from "./projectSuite.js";

const test = projectSuite("session: the names that Node has", {
  "browser.ts": "export const isBrowser = typeof window !== 'undefined';\n",
  "node_modules/adds/package.json": '{ "name": "adds", "version": "1.0.0", "main": "i.js" }',
  "node_modules/adds/i.js": "globalThis.addedByPackage = 7;\n",
  "node_modules/adds/i.d.ts": "export {};\n",
});

const cells: [cell: string, gives: string][] = [
  ["[3, 1].toSorted()", "[ 1, 3 ]"],
  ["[1, 2, 3].findLast((n) => n < 3)", "2"],
  ["[1, 2].with(0, 5)", "[ 5, 2 ]"],
  ['"a".isWellFormed()', "true"],
  ["/[\\p{L}--[a-z]]/v.test('a')", "false"],
  ["globalThis.x1 = 5; x1 + 1", "6"],
  ["x1 + 2", "7"],
  ["(globalThis as any).x2 = 'two'", "two"],
  ["x2", "two"],
  ['Object.assign(globalThis, { x3: 3 }); await import("adds"); 0', "0"],
  ["x3 + addedByPackage", "10"],
  ["typeof window", "undefined"],
  ['import { isBrowser } from "./browser"; isBrowser', "false"],
  ["const area = (e: HTMLElement) => e.offsetWidth; typeof area", "function"],
  [
    "new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])) instanceof WebAssembly.Module",
    "true",
  ],
  ["typeof navigator !== 'undefined' || true", "true"],
];

for (const [cell, gives] of cells) {
  test(cell, async ({ session }) => {
    assert.is(await session.text(cell), gives);
  });
}

test("a name that nobody has is refused", async ({ session }) => {
  assert.match(await session.text("nobodyHasThis"), /Cannot find name 'nobodyHasThis'/);
  assert.match(await session.text("x1 = 2; globalThis.y == 3; y"), /Cannot find name 'y'/);
});

test("a name of the global object that a cell then declares is the cell's", async ({ session }) => {
  await session.run("globalThis.later = 1; later");
  assert.is(await session.text("const later = 'own'; later.length"), "3");
  assert.is(await session.text("later.length"), "3");
});

test("who asks the reader where nobody is there is told so", async ({ session }) => {
  const said = /^Error: prompt: nobody is there to answer; give the value in the cell\n/;
  assert.match(await session.text('prompt("name?")'), said);
});

test("the parts of the library are those of this Node", () => {
  assert.ok(nodeLibraries.includes("es2023"));
  assert.is(nodeLibraries.includes("es2024.object"), "groupBy" in Object);
  assert.is(nodeLibraries.includes("es2025.iterator"), "Iterator" in globalThis);
  for (const name of ["document", "HTMLElement", "WebAssembly", "navigator"]) {
    assert.ok(isOfDom(name), name);
  }
  for (const name of ["Buffer", "process", "docu", "", "a.b"]) assert.not.ok(isOfDom(name), name);
});

test("the parts of the library are one file, in which each stands behind what it refers to", () => {
  const { names, text } = joinedLibrary(["es2022", "esnext.disposable", "dom"]);
  assert.equal(names, ["es2022", "dom"]);
  const file = (name: string) => text(join(nativeFolder(), `lib.${name}.d.ts`));
  const all = file("es2022") ?? "";
  const [first, later, last] = ["interface Array<T> {", "findLast", "interface Disposable {"].map(
    (word) => all.indexOf(word),
  );
  assert.ok(first > 0 && first < last, "es5 stands before esnext");
  assert.is(later, -1, "es2023 was not asked for");
  assert.not.match(all, /<reference/);
  assert.is(file("es5"), "");
  assert.is(file("es2023.array"), undefined);
  assert.is(file("dom"), undefined, "the compiler reads it itself");
  assert.is(text("/notes/lib.es5.d.ts"), undefined);
});

test.run();
