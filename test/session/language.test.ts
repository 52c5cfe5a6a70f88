import * as assert from "uvu/assert";
import { sessionSuite } from "./sessionSuite.js";

const test = sessionSuite("session: TypeScript in cells");

/** Cells in a row, each with the text that it gives. */
type Cells = [code: string, gives: string][];

const disposable = (name: string) => `{ [Symbol.dispose]() { console.log("end of ${name}"); } }`;

const kinds: Record<string, Cells> = {
  "`using` ends with its cell or its block, the last one first": [
    [
      `using r1 = ${disposable("r1")}, r2 = ${disposable("r2")}; const w = 3; w`,
      "end of r2\nend of r1\n3",
    ],
    ["w + 1", "4"],
    [`{ using r3 = ${disposable("r3")}; console.log("in") }`, "in\nend of r3\n"],
    [`for (using r4 of [${disposable("r4")}]) console.log("in")`, "in\nend of r4\n"],
    [
      'await using r5 = { async [Symbol.asyncDispose]() { await null; console.log("later"); } };',
      "later\n",
    ],
  ],
  "decorators are TypeScript's first ones where no tsconfig.json says otherwise": [
    [
      "const seen: string[] = []; function see(target: object, key: string) { seen.push(key); }",
      "",
    ],
    ["class Seen { @see field = 1; @see method() {} }\nseen", "[ 'field', 'method' ]"],
  ],
  "decorators are ECMAScript's in a cell that passes with these alone": [
    [
      "function told(_: undefined, { kind, name }: ClassFieldDecoratorContext) { console.log(kind, name); }",
      "",
    ],
    [
      `class Told1 { @told field = 1; accessor other = 2 }\n{ using r7 = ${disposable("r7")}; }\nnew Told1().other`,
      "field field\nend of r7\n2",
    ],
    ["const Told2 = class { @told field = 3 };\nnew Told2().field", "field field\n3"],
    [
      "function twice<A extends number[]>(f: (...a: A) => number, _: ClassMethodDecoratorContext) { return (...a: A) => 2 * f(...a); }\nclass Told3 { @twice get(n: number) { return n } }\nnew Told3().get(4)",
      "8",
    ],
    ["class Seen2 { @see field = 1 }\nseen", "[ 'field', 'method', 'field' ]"],
  ],
  "a decorated class stands beside `using`": [
    [
      `using r6 = ${disposable("r6")};\n@((type: Function) => console.log(type.name)) class Beside { @see field = 2 }\nnew Beside().field`,
      "Beside\nend of r6\n2",
    ],
    ["new Beside().field", "2"],
  ],
  "enums that are constant, only declared, or in parts": [
    ["declare const enum Told { A = 5, B }\nTold.B", "6"],
    ["Told.A", "5"],
    ["export declare const enum Exported { A = `x` }\nExported.A", "x"],
    ["declare enum Elsewhere { A = 5 }\ntypeof Elsewhere", "undefined"],
    [
      "enum InParts { A = 1 }\nenum InParts { B = 2 }\n[InParts.A, InParts.B, InParts[2]]",
      "[ 1, 2, 'B' ]",
    ],
    [
      "enum Named2 { A }\nnamespace Named2 { export const of = (s: 'A') => Named2[s] }\nNamed2.of('A')",
      "0",
    ],
  ],
  "`await` stands wherever an expression may": [
    ["switch (await 2) { case await 2: console.log('two') }", "two\n"],
    ["const { [await 'k']: keyed } = { k: 1 }; keyed", "1"],
    ["class Awaited2 extends (await Object) { m() { return 3 } }\nnew Awaited2().m()", "3"],
    ["for (let i = await 0; i < (await 1); i += await 1) console.log(i)", "0\n"],
  ],
  "a default export in overloads, with a name or without": [
    [
      "export default function dover(a: number): number;\nexport default function dover(a: any): any { return a }",
      "",
    ],
    ["dover(4)", "4"],
    [
      "export default function (a: number): number;\nexport default function (a: any): any { return a }\n5",
      "5",
    ],
  ],
  "imports in phases: deferred ones load at once, those of a source are refused": [
    ['import defer * as deferred from "node:path"; deferred.sep', "/"],
    ['const d1 = await import.defer("node:path"); d1.sep', "/"],
    [
      'import defer from "node:path"; import source from "node:os"; [defer.sep, source.EOL]',
      "[ '/', '\\n' ]",
    ],
    [
      'import source wasm from "./a.wasm"',
      'TypeScriptError: line 1, column 1: `import source` is not TypeScript yet: `await WebAssembly.compile(readFileSync(path))` gives the same module\n    import source wasm from "./a.wasm"\n    ^',
    ],
  ],
  "types that leave nothing behind": [
    [
      "const sat = { a: 1, b: 's' } satisfies Record<string, number | string>; sat.a.toFixed(1)",
      "1.0",
    ],
    [
      "function kept<const T extends readonly unknown[]>(x: T): T { return x }\nconst second: 'a' = kept([1, 'a'])[1]; second",
      "a",
    ],
    [
      "interface Both<in out T> { get(): T; put(t: T): void }\ntype Read<out T> = { get(): T }; 1",
      "1",
    ],
    [
      "abstract class Shape { constructor(protected n = 2) {} abstract x: number }\nlet shape: abstract new () => Shape = Shape; typeof shape",
      "function",
    ],
    [
      "function over(a: number): number;\nfunction over(a: string): string;\nfunction over(a: any) { return a }\nover(1) + over('x')",
      "1x",
    ],
  ],
  "a field has accessors": [["class A1 { accessor n = 3 } const a1 = new A1(); a1.n++; a1.n", "4"]],
  "the parts of a namespace see each other, and change their variables": [
    [
      "namespace Parts { export const a = 1 }\nnamespace Parts { export const b = a + 1 }\nParts.b",
      "2",
    ],
    [
      "namespace Counts { export let n = 0; export const up = () => ++n }\nCounts.up(); Counts.n",
      "1",
    ],
    ["Counts.up()", "2"],
    ["namespace Out.In { export const x = 5; export type T = number }", ""],
    ["Out.In.x", "5"],
  ],
  "names of names": [
    ["import In = Out.In; import T = Out.In.T; const t1: T = In.x; t1", "5"],
    ["In.x + 1", "6"],
    ['import fs = require("node:fs"); typeof fs.existsSync', "function"],
    ["const stats: fs.Stats | null = null; typeof fs.readFileSync", "function"],
  ],
  "what a cell exports it has, and exporting is no value": [
    ["export default 5", ""],
    ["export default { a: 1, b: 2 }", ""],
    ["export default function () { return 1 }", ""],
    ["export default abstract class {}", ""],
    ["const last = 1\nexport default last", ""],
    ["export default class Named { v = 2 }", ""],
    ["new Named().v", "2"],
    ["export default interface Whole { z: 1 }", ""],
    ["const whole: Whole = { z: 1 }; export { whole as other }; whole", "{ z: 1 }"],
    ["export = 5", ""],
  ],
  "what a cell declares for all is seen by all": [
    ["declare global { interface Array<T> { last(): T } }", ""],
    ["Array.prototype.last = function () { return this[this.length - 1] }; [1, 2].last()", "2"],
    ["declare global { interface Array<T> { last(): T } }", ""],
    ["[3, 4].last()", "4"],
    ['Reflect.deleteProperty(Array.prototype, "last")', "true"],
  ],
  "a variable that was given no type is any to later cells": [
    ["let untyped", ""],
    ["untyped = 5; untyped", "5"],
    ["untyped", "5"],
    ["let list = []", ""],
    ["list.push(1); list", "[ 1 ]"],
  ],
  "a text may be any text": [
    ["", ""],
    ["// nothing but a comment", ""],
    ["/* nor here */", ""],
    [" \t\r\n\r\n", ""],
    ["\uFEFFconst marked = 1; marked", "1"],
    ["const a2 = 1;\r\nconst b2 = 2;\r\na2 + b2", "3"],
    ["`one\r\ntwo`.length", "7"],
    ["#!/usr/bin/env node\n1 + 1", "2"],
    ["const 变量 = 2, \\u0061bc = 3, π = 3.14; 变量 + abc + π", "8.14"],
    [`${JSON.stringify("y".repeat(300_000))}.length`, "300000"],
    [`[${"1, ".repeat(20_000)}].length`, "20000"],
  ],
  "generators, private names and labels": [
    [
      "function* counting(): Generator<number> { yield 1; yield* [2, 3] }\n[...counting()]",
      "[ 1, 2, 3 ]",
    ],
    ["async function* slowly() { yield 1; await null; yield 2 }", ""],
    ["for await (const n of slowly()) console.log(n)", "1\n2\n"],
    [
      "class Hidden { #n = 1; static has(o: object) { return #n in o } #up() { return ++this.#n } up() { return this.#up() } }",
      "",
    ],
    ["[new Hidden().up(), Hidden.has(new Hidden()), Hidden.has({})]", "[ 2, true, false ]"],
    ["outer: for (const i of [1, 2]) for (;;) { console.log(i); continue outer; }", "1\n2\n"],
    ["const { d1 = await 3 } = {} as { d1?: number }; `${await d1}`", "3"],
  ],
};

for (const [title, cells] of Object.entries(kinds)) {
  test(title, async ({ session }) => {
    for (const [code, gives] of cells) assert.is(await session.text(code), gives, code);
  });
}

test("a command of IPython is refused as such", async ({ session }) => {
  const shell = "run a command by `import { execSync }";
  for (const [code, column, name, advice] of [
    ["%time 1", 1, "%time", 'measure by `console.time("t")`'],
    ["\n  %%bash\nls", 3, "%%bash", shell],
    ["!ls -la src", 1, "!ls", shell],
    ["%pip install x", 1, "%pip", "packages are installed by npm"],
    ["%matplotlib inline", 1, "%matplotlib", "what it asks for is written as code"],
    ["const a = 1;\n%time a", 1, "%time", 'measure by `console.time("t")`'],
  ] as const) {
    const said = `column ${column}: \`${name}\` is a command of IPython: a cell here is TypeScript and nothing else; ${advice}`;
    assert.ok((await session.text(code)).includes(said), code);
  }
});

test("a command to the shell that is an expression, too, is told what a cell does instead", async ({
  session,
}) => {
  for (const code of ["!ls", "!ls -la", "const a = 1;\n!ls", "let files;\nfiles = !ls"]) {
    const said = await session.text(code);
    assert.match(said, /Cannot find name 'ls'\./, code);
    assert.match(said, /`!ls` is a command of IPython: .*; run a command by `import/, code);
  }
});

test("what only looks like a command is none", async ({ session }) => {
  for (const code of ["const n = 7\n%missing +;", "const n = 7\n%4 +;"]) {
    const said = await session.text(code);
    assert.match(said, /^TypeScriptError: /, code);
    assert.not.match(said, /IPython/, code);
  }
  assert.is(await session.text("const seven = 7, four = 4;\nseven\n%four"), "3");
  assert.is(await session.text("!four"), "false");
});

test("what does not compile is told with line and caret", async ({ session }) => {
  for (const code of [
    "const ok = 1;\n/[/",
    "const ok = 1;\n/x/vu",
    "const ok = 1;\nawait",
    "const ok = 1;\nenum Bad { A = await 1 }",
    "const ok = 1;\nconst { a.b } = 1",
    "const ok = 1;\nimport source x from './x.wasm'",
    "const ok = 1;\nimport.defer",
    "const ok = 1;\nclass P { constructor(@dec x: number) {} }",
    "const ok = 1;\ntype X<in in T> = T",
    "const ok = 1;\nabstract class Q { abstract f() { } }",
  ]) {
    assert.match(
      await session.text(code),
      /^\w+Error: line 2, column \d+: [^\n]+\n {4}[^\n]+\n +\^/,
      code,
    );
  }
});

test("JSX is refused as such", async ({ session }) => {
  assert.is(
    await session.text("const x = 1;\nconst element = <b>{x}</b>;"),
    [
      "TypeScriptError: line 2, column 17: A cell holds no JSX: write it in a .tsx file of the project and import that",
      "    const element = <b>{x}</b>;",
      "                    ^",
    ].join("\n"),
  );
});

test("of a very long line what stands around the place is shown", async ({ session }) => {
  const { outputs } = await session.run(
    `/* ${"x".repeat(5000)} */ const n: number = ${JSON.stringify("y".repeat(5000))}`,
  );
  const { traceback } = outputs[0] as { traceback: string[] };
  assert.is(traceback[1].length, 206);
  assert.match(traceback[1], /^ {4}…x+ \*\/ const n: number = "y+…$/);
  assert.is(traceback[1][traceback[2].indexOf("^")], "n");
});

test("where a `using` and its block fail, both are told", async ({ session }) => {
  assert.match(
    await session.text(
      'using bad = { [Symbol.dispose]() { throw new Error("at the end"); } }; throw new Error("in it")',
    ),
    /^SuppressedError: [^]*\n {2}error: Error: at the end\n[^]*\n {2}suppressed: Error: in it\n[^]*\}$/,
  );
  assert.match(
    await session.text("using none = {} as Disposable"),
    /must have a method \[Symbol\.dispose\]|Symbol\(Symbol\.dispose\) is not a function/,
  );
});

test("a cell that reads standard input is told how the reader is asked, and ends", async ({
  session,
}) => {
  const advice = "process.stdin: a cell has none; ask the reader by `await jupyter.input(prompt)`";
  for (const code of [
    "import { createInterface } from 'node:readline/promises';\n" +
      "const lines = createInterface({ input: process.stdin }); await lines.question('name? ')",
    "for await (const line of process.stdin) line",
  ]) {
    const { status, outputs } = await session.run(code);
    assert.is(status, "error");
    const errors = outputs.filter(({ output_type }) => output_type === "error");
    assert.equal(
      errors.map((one) => (one as { evalue: string }).evalue),
      [advice],
    );
  }
  assert.is(await session.text("process.stdin.isTTY"), "");
});

test("__dirname is the notebook's folder, and is hidden from the packages", async ({ session }) => {
  assert.is(await session.text("__dirname === process.cwd()"), "true");
  assert.is(await session.text("'__dirname' in globalThis"), "false");
});

test.run();
