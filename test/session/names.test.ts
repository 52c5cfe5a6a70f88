import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { isOfDom, joinedLibrary, nodeLibraries } from "../../src/session/compiler/libraries.js";
import { keptTypes, typeRoots } from "../../src/session/compiler/nodeTypes.js";
import { nativeFolder } from "../../src/session/script/nativeCompiler.js";
import { project } from "./project.js";
import { projectSuite } from "./projectSuite.js";

const test = projectSuite("session: the names that Node has", {
  "main.ts": "export const isMain = import.meta.main;\n",
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
  const said =
    /^Error: prompt: this client does not support input requests; write the value in the cell\n/;
  assert.match(await session.text('prompt("name?")'), said);
});

const globals = globalThis as unknown as Record<string, object>;

/** Names that came with some version of Node, whether this one has them, and what a cell of them gives. */
const since: [cell: string, isThere: boolean, gives: string][] = [
  ["Object.groupBy([1], () => 'k').k", "groupBy" in Object, "[ 1 ]"],
  ["Iterator.from([1, 2]).map((n) => n * 2).toArray()", "Iterator" in globals, "[ 2, 4 ]"],
  ["new Set([1]).union(new Set([2])).size", "union" in Set.prototype, "2"],
  ["await Promise.try(() => 1)", "try" in Promise, "1"],
  ["await Array.fromAsync([1])", "fromAsync" in Array, "[ 1 ]"],
  ["new Float16Array([1.5])[0]", "Float16Array" in globals, "1.5"],
  ["Error.isError(new Error())", "isError" in Error, "true"],
  ["Temporal.PlainDate.from('2024-01-01').day", "Temporal" in globals, "1"],
  ["Atomics.pause()", "pause" in Atomics, ""],
  ["Uint8Array.fromBase64('AAAA').length", "fromBase64" in Uint8Array, "3"],
  ["new Uint8Array([1]).toHex()", "toHex" in Uint8Array.prototype, "01"],
  ["new DisposableStack().disposed", "DisposableStack" in globals, "false"],
  ["new Map([[1, 2]]).getOrInsert(3, 4)", "getOrInsert" in Map.prototype, "4"],
];

for (const [cell, isThere, gives] of since) {
  test(`${cell} is ${isThere ? "accepted" : "refused, with the word that newer versions have it"}`, async ({
    session,
  }) => {
    const text = await session.text(cell);
    if (isThere) assert.is(text, gives);
    else
      assert.match(text, /^TypeScriptError: .*Newer versions of Node have it, [\d.]+ does not\./);
  });
}

/** What this Node may have, and no library of the compiler describes. */
const undescribed: [cell: string, isThere: boolean, gives: string][] = [
  ["Math.sumPrecise([1, 2])", "sumPrecise" in Math, "3"],
  ["Iterator.concat([1], [2]).toArray()", "concat" in (globals.Iterator ?? {}), "[ 1, 2 ]"],
  ["JSON.isRawJSON(JSON.rawJSON('1'))", "rawJSON" in JSON, "true"],
  ["JSON.parse('1', (_k, _v, { source }) => source)", "rawJSON" in JSON, "1"],
];

for (const [cell, isThere, gives] of undescribed) {
  test(`${cell} is ${isThere ? "accepted" : "refused"}`, async ({ session }) => {
    const text = await session.text(cell);
    if (isThere) assert.is(text, gives);
    else assert.match(text, /^TypeScriptError/);
  });
}

const modules: [cell: string, specifier: string][] = [
  ['import { DatabaseSync } from "node:sqlite"; typeof DatabaseSync', "node:sqlite"],
  ['import { run } from "node:nonesuch"; typeof run', "node:nonesuch"],
];

for (const [cell, specifier] of modules) {
  test(`${cell} is ${isBuiltin(specifier) ? "accepted" : "refused"}`, async ({ session }) => {
    const text = await session.text(cell);
    if (isBuiltin(specifier)) assert.is(text, "function");
    else
      assert.match(
        text,
        new RegExp(`^TypeScriptError: .*: Node [\\d.]+ has no module '${specifier}'`),
      );
  });
}

test("what a cell has given an object of the platform is any to later cells", async ({
  session,
}) => {
  assert.match(await session.text("[1].twice()"), /Property 'twice' does not exist on type/);
  await session.run("(Array.prototype as any).twice = function () { return this.length * 2 }");
  assert.is(await session.text("[1, 2].twice()"), "4");
  assert.is(await session.text("([1, 2, 3] as readonly number[]).twice()"), "6");
  await session.run("(String.prototype as any).loud = function () { return this + '!' }");
  assert.is(await session.text("const quiet = 'a' as string; quiet.loud() + 'b'.loud()"), "a!b!");
  assert.match(await session.text("quiet.louder()"), /Property 'louder' does not exist on type/);
  assert.match(await session.text("Reflect.deleteProperty(Array.prototype, 'twice')"), /true/);
});

test("a cell is what was run, and a module is not", async ({ session }) => {
  assert.is(await session.text("import.meta.main"), "true");
  assert.is(await session.text('import { isMain } from "./main"; isMain'), "false");
});

test("the types of Node are those of the one that runs, of the nearest version before it", () => {
  const version = (of: number) => /\d+(?=\.)/.exec(versionOf(keptTypes(of)))?.[0];
  assert.equal([20, 21, 22, 23, 24, 25, 26, 30].map(version), [
    "20",
    "20",
    "22",
    "22",
    "24",
    "24",
    "26",
    "26",
  ]);
  const older = project({
    "node_modules/@types/node/package.json": '{ "version": "18.0.0" }',
    "node_modules/@types/other/index.d.ts": "",
  });
  const running = Number.parseInt(process.versions.node);
  assert.equal(typeRoots(older.folder), [
    keptTypes(running),
    join(older.folder, "node_modules", "@types"),
  ]);
  assert.equal(typeRoots(older.folder, ["own"]), [keptTypes(running), "own"]);
  older.write({ "node_modules/@types/node/package.json": '{ "version": "99.0.0" }' });
  assert.is(typeRoots(older.folder), undefined);
  older.remove();
});

const versionOf = (folder: string) =>
  readFileSync(join(folder, "node", "package.json"), "utf8").match(/"version": "(.*)"/)?.[1] ?? "";

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

test("a part of the library that is a module stands in its own file, and is referred to", () => {
  const { text } = joinedLibrary(["esnext"]);
  const file = (name: string) => text(join(nativeFolder(), `lib.${name}.d.ts`));
  assert.match(file("esnext") ?? "", /^\/\/\/ <reference lib="es2025\.iterator" \/>\n/);
  assert.not.match(file("esnext") ?? "", /^export \{\}/m);
  assert.is(file("es2025.iterator"), undefined);
});

test.run();
