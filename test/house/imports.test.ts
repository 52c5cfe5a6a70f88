import { suite } from "uvu";
import * as assert from "uvu/assert";
import { importProblems, owners, publicRooms, rooms } from "./importRules.js";
import { innerProblems } from "./roomRules.js";
import { innerRooms } from "./innerRooms.js";
import { dependencies, filesBelow, read } from "./tree.js";

const test = suite("house: imports");

/** The problems of a tree in which every room has an empty `a.ts`, but for the files given. */
function problems(planted: Record<string, string>): string[] {
  const files = new Map(Object.keys(rooms).map((room) => [`src/${room}/a.ts`, ""]));
  for (const [path, text] of Object.entries(planted)) files.set(path, text);
  return importProblems(files);
}

test("imports in src point one way", () => {
  const files = new Map(
    filesBelow("src")
      .filter((path) => path.endsWith(".ts"))
      .map((path) => [path, read(path)]),
  );
  assert.ok(files.size > 10);
  assert.equal(importProblems(files), []);
  for (const [folder, inner] of Object.entries(innerRooms)) {
    assert.equal(innerProblems(files, folder, inner), []);
  }
});

test("a topic that imports another's code is refused", () => {
  const planted = { "src/conv/cost.ts": 'import { a } from "../prob/a.js";' };
  assert.equal(problems(planted), ["src/conv/cost.ts: conv may not import prob"]);
});

test("nn may import conv, and conv may not import nn", () => {
  assert.equal(problems({ "src/nn/b.ts": 'import { a } from "../conv/a.js";' }), []);
  assert.equal(problems({ "src/conv/b.ts": 'import { a } from "../nn/a.js";' }), [
    "src/conv/b.ts: conv may not import nn",
  ]);
});

test("a topic takes types from derive, in either spelling, and never its code", () => {
  assert.equal(problems({ "src/prob/b.ts": 'import type { A } from "../derive/a.js";' }), []);
  assert.equal(problems({ "src/prob/b.ts": 'import { type A } from "../derive/a.js";' }), []);
  const refused = ["src/prob/b.ts: prob may not import derive"];
  assert.equal(
    problems({ "src/prob/b.ts": 'import { type A, b } from "../derive/a.js";' }),
    refused,
  );
  assert.equal(problems({ "src/prob/b.ts": 'export * from "../derive/a.js";' }), refused);
  assert.equal(problems({ "src/prob/b.ts": 'await import("../derive/a.js");' }), refused);
  assert.equal(problems({ "src/prob/b.ts": 'import "../derive/a.js";' }), refused);
});

test("the second opinion takes the type of the tree from the engine, and nothing else", () => {
  const tree = { "src/derive/tree/expression.ts": "", "src/derive/tree/names.ts": "" };
  const from = (text: string) => problems({ ...tree, "src/derive/oracle/b.ts": text });
  const why = "it checks the code around it";
  assert.equal(from('import type { Expr } from "../tree/expression.js";'), []);
  assert.equal(from('import { type Expr, parts } from "../tree/expression.js";'), [
    `src/derive/oracle/b.ts: src/derive/oracle/ may not import src/derive/tree/expression.ts: ${why}`,
  ]);
  assert.equal(from('import type { A } from "../tree/names.js";'), [
    `src/derive/oracle/b.ts: src/derive/oracle/ may not import src/derive/tree/names.ts: ${why}`,
  ]);
  assert.equal(from('import { a } from "../../num/a.js";'), [
    `src/derive/oracle/b.ts: src/derive/oracle/ may not import src/num/a.ts: ${why}`,
  ]);
  assert.equal(from('import { parse } from "mathjs";'), [
    "src/derive/oracle/b.ts: it may import nothing from outside (mathjs)",
  ]);
});

test("an import in a comment or a string is none", () => {
  const text = '// import { a } from "../nn/a.js";\nconst s = `import { a } from "../nn/a.js"`;';
  assert.equal(problems({ "src/conv/b.ts": text }), []);
});

test("mathjs stays in derive, its code in the one file that gives mathjs's trees", () => {
  const from = 'import { parse } from "mathjs";';
  assert.equal(problems({ "src/derive/notation/toMathjs.ts": from }), []);
  assert.equal(problems({ "src/derive/b.ts": 'import type { parse } from "mathjs";' }), []);
  assert.equal(problems({ "src/derive/b.ts": from }), [
    "src/derive/b.ts: derive runs in browsers, and may import nothing from outside (mathjs)",
  ]);
  assert.equal(problems({ "src/prob/b.ts": 'import { parse } from "mathjs/number";' }), [
    "src/prob/b.ts: only derive may import mathjs",
  ]);
});

test("a room that runs in browsers imports no package and nothing of Node", () => {
  const why = "runs in browsers, and may import nothing from outside";
  for (const room of ["num", "record", "derive", "engine"]) {
    for (const from of ["d3-array", "node:module", "path"]) {
      assert.equal(problems({ [`src/${room}/b.ts`]: `import { a } from "${from}";` }), [
        `src/${room}/b.ts: ${room} ${why} (${from})`,
      ]);
    }
  }
  assert.equal(problems({ "src/show/b.ts": 'import { extent } from "d3-array";' }), []);
});

test("only some rooms start processes or touch the disk, with or without node: before the name", () => {
  assert.equal(problems({ "src/run/b.ts": 'import { spawn } from "node:child_process";' }), []);
  assert.equal(problems({ "src/site/b.ts": 'import { readFileSync } from "node:fs";' }), []);
  assert.equal(problems({ "src/site/b.ts": 'import { spawn } from "child_process";' }), [
    "src/site/b.ts: site may not start processes (child_process)",
  ]);
  assert.equal(problems({ "src/notebook/b.ts": 'import { readFile } from "node:fs/promises";' }), [
    "src/notebook/b.ts: notebook may not touch the disk (node:fs/promises)",
  ]);
});

test("a relative import ends in .js, exists, and stays in src", () => {
  assert.equal(problems({ "src/num/b.ts": 'import { a } from "./a";' }), [
    "src/num/b.ts: the import of ./a must end in .js",
  ]);
  assert.equal(problems({ "src/num/b.ts": 'import { a } from "./gone.js";' }), [
    "src/num/b.ts: ./gone.js does not exist",
  ]);
  assert.equal(problems({ "src/num/b.ts": 'import d from "../../package.json";' }), [
    "src/num/b.ts: ../../package.json lies outside src",
  ]);
});

test("a package is imported by what it exports, in every form, and not by a file inside it", () => {
  const refused = (from: string, name: string) => [
    `src/site/b.ts: ${from} is a file inside ${name}: import what the package itself exports`,
  ];
  for (const text of [
    'import { a } from "pkg/lib/internal";',
    'import type { A } from "pkg/lib/internal";',
    'export * from "pkg/lib/internal";',
    'const a = await import("pkg/lib/internal");',
    "const a = await import(`pkg/lib/internal`);",
    'type A = import("pkg/lib/internal").A;',
    'const a = require("pkg/lib/internal");',
    'import a = require("pkg/lib/internal");',
    'const a = createRequire(import.meta.url).resolve("pkg/lib/internal");',
    'const a = require.resolve("pkg/lib/internal");',
  ]) {
    assert.equal(problems({ "src/site/b.ts": text }), refused("pkg/lib/internal", "pkg"), text);
  }
  const scoped = 'import { a } from "@scope/pkg/dist/a.js";';
  assert.equal(
    problems({ "src/site/b.ts": scoped }),
    refused("@scope/pkg/dist/a.js", "@scope/pkg"),
  );
  for (const from of ["pkg", "@scope/pkg", "node:path/posix", "pkg/package.json"]) {
    assert.equal(problems({ "src/site/b.ts": `import { a } from "${from}";` }), [], from);
  }
  const api = 'import { API } from "typescript/unstable/sync";';
  assert.equal(problems({ "src/session/b.ts": api }), []);
});

test("the type of an import is an import", () => {
  assert.equal(problems({ "src/conv/b.ts": 'type A = import("../nn/a.js").A;' }), [
    "src/conv/b.ts: conv may not import nn",
  ]);
  assert.equal(problems({ "src/prob/b.ts": 'let a: typeof import("../derive/a.js");' }), []);
  assert.equal(problems({ "src/nn/b.ts": 'import a = require("../prob/a.js");' }), [
    "src/nn/b.ts: nn may not import prob",
  ]);
});

test("the public index names public rooms, and nobody imports it", () => {
  assert.equal(problems({ "src/index.ts": 'export * from "./nn/a.js";' }), []);
  assert.equal(problems({ "src/index.ts": 'export * from "./run/a.js";' }), [
    "src/index.ts: run is not public",
  ]);
  const planted = { "src/index.ts": "", "src/nn/b.ts": 'import { a } from "../index.js";' };
  assert.equal(problems(planted), ["src/nn/b.ts: no room may import the public index"]);
  for (const from of ["rederive", "rederive/engine", "rederive/dist/nn/a.js"]) {
    assert.equal(problems({ "src/nn/b.ts": `import { a } from "${from}";` }), [
      "src/nn/b.ts: src may not import the package itself",
    ]);
  }
});

test("a room with a door is entered by it, for a type, too, and from inside by any file", () => {
  const tree = { "src/session/index.ts": "", "src/session/text/b.ts": "" };
  const from = (path: string, text: string) => problems({ ...tree, [path]: text });
  assert.equal(from("src/kernel/b.ts", 'import { a } from "../session/index.js";'), []);
  assert.equal(from("src/session/c.ts", 'import { a } from "./text/b.js";'), []);
  assert.equal(from("src/kernel/b.ts", 'import { a } from "../session/text/b.js";'), [
    "src/kernel/b.ts: session is entered by index.ts or standIn.ts or beside.ts, and not by text/b.ts",
  ]);
  assert.equal(from("src/run/b.ts", 'import type { A } from "../session/text/b.js";'), [
    "src/run/b.ts: session is entered by index.ts or standIn.ts or beside.ts, and not by text/b.ts",
  ]);
});

test("package.json exports the public rooms with their types, and no other file", () => {
  const { exports, typesVersions } = JSON.parse(read("package.json")) as {
    exports: Record<string, unknown>;
    typesVersions: { "*": Record<string, string[]> };
  };
  const entry = (folder: string) => ({
    types: `./dist/${folder}index.d.ts`,
    default: `./dist/${folder}index.js`,
  });
  const parts = publicRooms.filter((room) => room !== "num"); // it has no topic: the main entry gives it
  assert.equal(exports, {
    ".": entry(""),
    ...Object.fromEntries(parts.map((room) => [`./${room}`, entry(`${room}/`)])),
    "./package.json": "./package.json",
  });
  // Compilers that read no exports, such as tslab's.
  assert.equal(
    typesVersions["*"],
    Object.fromEntries(parts.map((room) => [room, [entry(`${room}/`).types]])),
  );
});

test("a new room must enter the table", () => {
  assert.equal(problems({ "src/attic/b.ts": 'import { a } from "../num/a.js";' }), [
    "src/attic/b.ts: the room attic is not in the table",
  ]);
});

test("every package that has one owner is a dependency", () => {
  const known = Object.keys(dependencies());
  const strangers = Object.keys(owners).filter((name) => !known.includes(name));
  assert.equal(strangers, []);
});

test.run();
