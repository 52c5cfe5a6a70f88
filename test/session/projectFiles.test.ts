import * as assert from "uvu/assert";
import { openSession } from "./openSession.js";
import { project } from "./project.js";
import { projectSuite } from "./projectSuite.js";

const types = { types: "./i.d.ts" };
const packages: Record<string, string> = {
  "node_modules/conditions/package.json": JSON.stringify({
    name: "conditions",
    exports: {
      ".": { ...types, browser: "./b.js", node: { import: "./n.mjs", require: "./n.cjs" } },
      "./feature/*": { ...types, default: "./f/*.mjs" },
    },
  }),
  "node_modules/conditions/i.d.ts": "export declare const w: string;",
  "node_modules/conditions/n.mjs": "export const w = 'imported';",
  "node_modules/conditions/n.cjs": "exports.w = 'required';",
  "node_modules/conditions/f/one.mjs": "export const w = 'one';",
  "node_modules/assigned/package.json": '{ "name": "assigned", "types": "i.d.ts" }',
  "node_modules/assigned/index.js": "module.exports = () => 'called'; module.exports.extra = 1;",
  "node_modules/assigned/i.d.ts":
    "declare function f(): string; declare namespace f { const extra: number } export = f;",
  "node_modules/types-alone/package.json": '{ "name": "types-alone", "types": "i.d.ts" }',
  "node_modules/types-alone/i.d.ts":
    "export interface Thing { t: number } export declare const absent: number;",
};

const test = projectSuite("session: files of a project", {
  ...packages,
  "tsconfig.json": JSON.stringify({
    compilerOptions: { strict: true, module: "nodenext", jsx: "react", jsxFactory: "h" },
  }),
  "package.json": JSON.stringify({
    name: "own",
    type: "module",
    exports: { "./*": "./lib/*.ts" },
    imports: {
      "#inside": "./lib/inside.ts",
      "#lib/*": "./lib/*.ts",
      "#where": { node: "./lib/inside.ts", default: "./lib/elsewhere.ts" },
      "#package": "conditions",
    },
  }),
  "lib/inside.ts": "export const inside = 'in';\n",
  "lib/uses.ts": "import { inside } from '#inside';\nexport const uses = inside + '!';\n",
  "lib/m.mts": "export const m: string = 'mts';\n",
  "lib/c.cts": "export const c: string = 'cts';\n",
  "lib/assigned.cts": "const api = { a: 1 as number };\nexport = api;\n",
  "lib/assigned.ts": "import { m } from './m.mjs';\nconst api = { m };\nexport = api;\n",
  "lib/required.ts":
    "import path = require('node:path');\nexport const base = path.basename('/a/b');\n",
  "lib/data.json": '{ "n": 42, "list": [1] }',
  "lib/list.json": "[1, 2]",
  "lib/json.ts":
    'import data from "./data.json" with { type: "json" };\nexport const n = data.n;\n',
  "lib/side.ts": "console.log('loaded');\n",
  "lib/h.ts":
    "export const h = (tag: string, props: object | null) => ({ tag, props });\ndeclare global { namespace JSX { interface IntrinsicElements { b: { id?: string } } } }\n",
  "lib/view.tsx": 'import { h } from "./h.js";\nexport const view = <b id="x" />;\n',
  "lib/marked.ts": "\uFEFFexport const marked = 1;\r\nexport const ends = 'crlf';\r\n",
  "lib/using.ts":
    "export function run(log: string[]) {\n  using r = { [Symbol.dispose]() { log.push('end'); } };\n  log.push('in');\n}\n",
  "lib/decorated.ts": [
    "function named(method: () => string, { name }: ClassMethodDecoratorContext) {",
    "  return () => `${String(name)}: ${method()}`;",
    "}",
    "export class Decorated {",
    "  @named say() {",
    "    return 'said';",
    "  }",
    "  @named fail(): string {",
    "    throw new Error('failed');",
    "  }",
    "}",
  ].join("\n"),
  "lib/space.ts":
    "export namespace Count { export let n = 0; export const up = () => ++n }\nexport namespace Count { export const first = n }\n",
  "lib/dynamic.ts": "export const dynamic = 1;\n",
  "lib/asks.ts": "export const ask = async () => (await import('./dynamic.js')).dynamic;\n",
});

const cells: [code: string, gives: string][] = [
  ['import { inside } from "#inside"; inside', "in"],
  ['import { uses } from "#lib/uses"; uses', "in!"],
  ['import { inside as where } from "#where"; where', "in"],
  ['import { w } from "#package"; w', "imported"],
  ['import { uses as self } from "own/uses"; self', "in!"],
  ['(await import("#inside")).inside', "in"],
  ['import { w as one } from "conditions/feature/one"; one', "one"],
  ['require("conditions").w', "required"],
  ['import f, { extra } from "assigned"; [f(), extra]', "[ 'called', 1 ]"],
  ['import g = require("assigned"); [g(), g.extra]', "[ 'called', 1 ]"],
  ['import { m } from "./lib/m.mjs"; m', "mts"],
  ['import { c } from "./lib/c.cjs"; c', "cts"],
  ['import { c as c2 } from "./lib/c.cts"; c2', "cts"],
  ['import assigned, { a } from "./lib/assigned.cjs"; [assigned.a, a]', "[ 1, 1 ]"],
  ['import ofEs from "./lib/assigned.js"; ofEs.m', "mts"],
  ['import { base } from "./lib/required.js"; base', "b"],
  ['import data from "./lib/data.json" with { type: "json" }; data.list', "[ 1 ]"],
  ['import { n } from "./lib/data.json"; n', "42"],
  ['import list from "./lib/list.json"; list', "[ 1, 2 ]"],
  ['(await import("./lib/data.json", { with: { type: "json" } })).default.n', "42"],
  ['import { n as viaFile } from "./lib/json.js"; viaFile', "42"],
  ['import "./lib/side.js"', "loaded\n"],
  ['import "./lib/side.js"', ""],
  ['import { view } from "./lib/view.js"; view', "{ tag: 'b', props: { id: 'x' } }"],
  ['import { marked, ends } from "./lib/marked.js"; [marked, ends]', "[ 1, 'crlf' ]"],
  [
    'import { run } from "./lib/using.js"; const log: string[] = []; run(log); log',
    "[ 'in', 'end' ]",
  ],
  ['import { Count } from "./lib/space.js"; [Count.up(), Count.n, Count.first]', "[ 1, 1, 0 ]"],
  ['import { Thing } from "types-alone"; const thing: Thing = { t: 1 }; thing', "{ t: 1 }"],
];

for (const [code, gives] of cells) {
  test(`${code} gives ${JSON.stringify(gives)}`, async ({ session }) => {
    assert.is(await session.text(code), gives);
  });
}

test("ECMAScript's decorators stand beside `using` and in an expression", async ({ session }) => {
  const declared =
    "function mark(type: Function, { kind }: DecoratorContext) { console.log(kind); }\n";
  assert.is(
    await session.text(`${declared}const Marked = @mark class { n = 1 }; new Marked().n`),
    "class\n1",
  );
  assert.is(
    await session.text(
      `${declared}using end = { [Symbol.dispose]() { console.log("end"); } };\n@mark class Beside { n = 2 }\nnew Beside().n`,
    ),
    "class\nend\n2",
  );
});

test("decorators are ECMAScript's where the project's tsconfig.json does not ask for others", async ({
  session,
}) => {
  assert.is(
    await session.text('import { Decorated } from "./lib/decorated.js"; new Decorated().say()'),
    "say: said",
  );
  assert.match(
    await session.text("new Decorated().fail()"),
    /^Error: failed\n {4}at (?:\S+ \()?lib\/decorated\.ts:9\)?\n/,
  );
  await session.run(
    "function twice(_: undefined, { kind }: ClassFieldDecoratorContext) { console.log(kind); return (n: number) => 2 * n; }",
  );
  assert.is(await session.text("class Twice { @twice n = 4 }\nnew Twice().n"), "field\n8");
  assert.is(await session.text("new (class { @twice n = 5 })().n"), "field\n10");
});

test("a file that is imported while a cell runs is the edited one", async ({ own, session }) => {
  assert.is(await session.text('import { ask } from "./lib/asks.js"; await ask()'), "1");
  own.write({ "lib/dynamic.ts": "export const dynamic = 2;\n" });
  assert.is(await session.text('(await import("./lib/dynamic.js")).dynamic'), "2");
  assert.is(await session.text("await ask()"), "2");
});

test("`baseUrl` of an older tsconfig.json holds, for its paths and for names below it", async () => {
  const own = project({
    "tsconfig.json": JSON.stringify({
      compilerOptions: { baseUrl: "./src", paths: { "@x/*": ["x/*"] }, module: "commonjs" },
    }),
    "src/x/a.ts": "export const a = 1;\n",
    "src/bare.ts": "export const bare = 2;\n",
  });
  const session = await openSession({ cwd: own.folder, root: own.folder });
  try {
    assert.is(await session.text('import { a } from "@x/a"; a'), "1");
    assert.is(await session.text('import { bare } from "bare"; bare'), "2");
    assert.is(await session.text('import fs from "fs"; typeof fs.existsSync'), "function");
  } finally {
    session.close();
    own.remove();
  }
});

test("a value of a package that holds types alone is missing", async ({ session }) => {
  assert.match(
    await session.text('import { absent } from "types-alone"; absent'),
    /^TypeScriptError: line 1, column \d+: Cannot load 'types-alone': there are types of it/,
  );
});

test.run();
