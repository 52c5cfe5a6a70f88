import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { projectSuite } from "./projectSuite.js";

const declared = "export const v: number;\nexport default v;\n";
const common = "exports.v = 1; exports.default = 1;\n";
/** A package.json. */
const manifest = (name: string, more: object = {}) =>
  JSON.stringify({ name, version: "1.0.0", ...more });

/** Packages as they are published: with and without `exports`, of CommonJS and of ECMAScript, with sources alone. */
const packages: Record<string, string> = {
  "lod2/package.json": manifest("lod2", { main: "i.js" }),
  "lod2/i.js": common,
  "lod/package.json": manifest("lod", { main: "lod.js" }),
  "lod/lod.js": common,
  "lod/debounce.js": "module.exports = function debounce() { return 'd' };",
  "lod/fp.js": "module.exports = { f: 1 };",
  "lod/fp/one.js": "module.exports = 1;",
  "@types/lod/package.json": manifest("@types/lod", { types: "index.d.ts" }),
  "@types/lod/index.d.ts": declared,
  "@types/lod/debounce.d.ts": "declare function debounce(): string; export = debounce;",
  "@types/lod/fp.d.ts": "declare const fp: { f: number }; export = fp;",
  "fpts/package.json": manifest("fpts", { main: "./lib/index.js", typings: "lib/index.d.ts" }),
  "fpts/lib/index.js": common,
  "fpts/lib/index.d.ts": declared,
  "fpts/function/package.json":
    '{ "main": "../lib/function.js", "typings": "../lib/function.d.ts" }',
  "fpts/lib/function.js": "exports.__esModule = true; exports.pipe = (x) => x;",
  "fpts/lib/function.d.ts": "export declare function pipe<A>(a: A): A;",
  "day/package.json": manifest("day", { main: "day.min.js", types: "index.d.ts" }),
  "day/day.min.js": common,
  "day/index.d.ts": declared,
  "day/plugin/utc.js": "module.exports = 'utc';",
  "day/plugin/utc.d.ts": "declare const u: string; export = u;",
  "esm/package.json": manifest("esm", { type: "module", main: "index.js", types: "index.d.ts" }),
  "esm/index.js": "export const v = 1; export default 1;",
  "esm/index.d.ts": declared,
  "esm/deep/x.js": "export const v = 2; export default 2;",
  "esm/deep/x.d.ts": declared,
  "exp/package.json": manifest("exp", {
    exports: {
      ".": { types: "./i.d.ts", import: "./i.mjs", require: "./i.cjs" },
      "./sub/*": { types: "./s/*.d.ts", default: "./s/*.js" },
      "./data.json": "./data.json",
    },
  }),
  "exp/i.d.ts": declared,
  "exp/i.mjs": "export const v = 3; export default 3;",
  "exp/i.cjs": common,
  "exp/s/a.js": common,
  "exp/s/a.d.ts": declared,
  "exp/data.json": '{ "n": 1 }',
  "cond/package.json": manifest("cond", {
    exports: {
      ".": { source: "./src/i.ts", types: "./i.d.ts", default: "./i.js" },
      "./js": { source: "./s.js", default: "./i.js" },
      "./node": { browser: "./s.js", default: "./i.js" },
    },
  }),
  "cond/src/i.ts": "export const v: string = 'source'; export const only = 1;",
  "cond/i.js": "exports.v = 'built';",
  "cond/i.d.ts": "export declare const v: string;",
  "cond/s.js": "exports.v = 'source in JavaScript';",
  "cond/s.d.ts": "export declare const v: string;",
  "written/package.json": manifest("written", { main: "i.js", types: "i.d.ts" }),
  "written/i.js": "exports.plain = 1;",
  "written/i.d.ts":
    "export declare const plain: number; export declare const enum Mask { A = 1 << 3, B = -A, C = 'c' }",
  "enums/package.json": manifest("enums", { types: "i.d.ts" }),
  "enums/i.d.ts": "export declare const enum Only { X = 7 }",
  "sources/package.json": manifest("sources", { main: "./index.ts" }),
  "sources/index.ts": "import { w } from './util.js'; export const v: number = w;",
  "sources/util.ts": "export const w: number = 9;",
  // Node reads no name off the text of this one, as of lodash.
  "whole/package.json": manifest("whole", { main: "w.js", types: "w.d.ts" }),
  "whole/w.js": `const whole = () => "w"; Object.assign(whole, { part: () => "p" });
Object.defineProperty(whole, "bad", { enumerable: true, get() { throw new Error("bad"); } });
module.exports = whole;`,
  "whole/w.d.ts":
    "declare function whole(): string; declare namespace whole { function part(): string; } export = whole;",
  "compiled/package.json": manifest("compiled", { main: "c.js", types: "c.d.ts" }),
  "compiled/c.js": "exports.__esModule = true; exports.default = () => 'own'; exports.v = 30;",
  "compiled/c.d.ts": "export default function own(): string; export const v: number;",
  "typed/package.json": manifest("typed", { types: "index.d.ts" }),
  "typed/index.d.ts": `${declared}export interface T { a: number }`,
};

const files: Record<string, string> = {
  "packages/ws/package.json": manifest("@ws/lib", { main: "src/index.ts", type: "module" }),
  "packages/ws/src/index.ts": "export const v: number = 10;",
  "packages/ws/src/other.ts": "export const o = 11;",
  "packages/wx/package.json": manifest("@ws/x", {
    type: "module",
    exports: { ".": "./src/index.ts", "./*": "./src/*.ts" },
  }),
  "packages/wx/src/index.ts": "import { v } from '@ws/lib'; export const x = v + 1;",
  "packages/wx/src/deep.ts": "export const d = 12;",
  "lib/index.ts": "export const v = 20;",
  "folder/package.json": '{ "main": "src/m.ts" }',
  "folder/src/m.ts": "export const v = 21;",
  "data.json": '{ "n": 22 }',
  "ext.ts": "export const v = 23; export default 'def';",
  "req.ts":
    "import { v } from './ext'; import * as fs from 'node:fs'; export const r: number = v + 1; export default typeof fs;",
  "common.cts": "export = { c: 24 };",
  "commons.ts":
    "import { part } from 'whole'; import own from 'compiled'; export const all = part() + own();",
  "real/r.ts": "import { v } from './s'; export const r = v;",
  "real/s.ts": "export const v = 27;",
  "real/deep/m.ts": "export const v = 'specific';",
  "types.d.ts":
    "declare module '*.txt' { const t: string; export default t; }\ndeclare module 'virtual:x' { export const t: string; }",
  "a.txt": "hello",
  "text.ts": "import t from './a.txt'; export const size = t.length;",
  "only.d.ts": "export declare const v: number; export type T = number;",
  "lodTypes.d.ts": "export declare const v: number;",
  "marked.json": '\uFEFF{ "n": 28 }',
  "bad.json": '{\n  "a": 1,\n}',
  "token.json": '{\n  "first": [1, 2, 3],\n  "a": oops,\n  "b": 2 }',
  "bare.wasm": "",
  "add.d.wasm.ts": "export function add(a: number, b: number): number;",
  "package.json": JSON.stringify({
    name: "me",
    private: true,
    type: "module",
    imports: {
      "#u": "./ext.ts",
      "#dep": "fpts",
      "#ws/*": "@ws/lib/src/*",
      "#node": "node:path",
      "#d/*": { node: "./lib/*.ts" },
      "#c": { source: "./ext.ts", default: "./absent.ts" },
    },
    exports: { ".": "./ext.ts" },
  }),
  "tsconfig.json":
    '{ "compilerOptions": { "strict": true, "customConditions": ["source"], "paths": { "@/*": ["./*"], "@dir": ["./lib"], "@/deep/*": ["./real/deep/*"], "lod2": ["./lodTypes.d.ts"] } } }',
};
for (const [path, text] of Object.entries(packages)) files[`node_modules/${path}`] = text;

const test = projectSuite("session: one resolution for checking and running", files);

test.before(({ own: { folder } }) => {
  mkdirSync(join(folder, "node_modules", "@ws"), { recursive: true });
  symlinkSync("../../packages/ws", join(folder, "node_modules", "@ws", "lib"));
  symlinkSync("../../packages/wx", join(folder, "node_modules", "@ws", "x"));
  symlinkSync("real", join(folder, "link"));
  mkdirSync(join(folder, "beside"));
  writeFileSync(join(folder, "beside", "s.ts"), "export const v = 'beside the link';");
  symlinkSync("../real/r.ts", join(folder, "beside", "r.ts"));
  // (module (func (export "add") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add))
  const wasm = "0061736d0100000001070160027f7f017f030201000707010361646400000a09010700200020016a0b";
  writeFileSync(join(folder, "add.wasm"), Buffer.from(wasm, "hex"));
});

const accepted: [cell: string, gives: string][] = [
  ['import debounce from "lod/debounce"; debounce()', "d"],
  ['import fp from "lod/fp"; fp.f', "1"],
  ['import { pipe } from "fpts/function"; pipe(2)', "2"],
  ['import utc from "day/plugin/utc"; utc', "utc"],
  ['import { v as v1 } from "esm/deep/x"; v1', "2"],
  ['import { v as v2 } from "esm"; v2', "1"],
  ['import { v as v3 } from "exp"; v3', "3"],
  ['import { v as v4 } from "exp/sub/a"; v4', "1"],
  ['import data from "exp/data.json"; data.n', "1"],
  ['import about from "lod/package.json"; about.name', "lod"],
  ['import { v as v5 } from "sources"; v5', "9"],
  ['import { type T } from "typed"; const t: T = { a: 5 }; t.a', "5"],
  ['import { T as T2 } from "typed"; const t2: T2 = { a: 6 }; t2.a', "6"],
  ['import { v as v7 } from "@ws/lib"; v7', "10"],
  ['import { o } from "@ws/lib/src/other"; o', "11"],
  ['import { x } from "@ws/x"; x', "11"],
  ['import { d } from "@ws/x/deep"; d', "12"],
  ['import { v as v8 } from "./lib"; v8', "20"],
  ['import { v as v9 } from "./lib/"; v9', "20"],
  ['import { v as v10 } from "./folder"; v10', "21"],
  ['import json from "./data.json"; json.n', "22"],
  ['import { n } from "./data.json" with { type: "json" }; n', "22"],
  ['import { v as v11 } from "./ext"; v11', "23"],
  ['import { v as v12 } from "./ext.js"; v12', "23"],
  ['import { v as v13 } from "@/ext"; v13', "23"],
  ['import { v as v14 } from "@dir"; v14', "20"],
  ['import { v as v20 } from "@/deep/m"; v20', "specific"],
  ['import { v as v21 } from "lod2"; v21', "1"],
  ['import { T as T3 } from "./only"; const t3: T3 = 3; t3', "3"],
  ['import marked from "./marked.json"; marked.n', "28"],
  ['import { v as v15 } from "#u"; v15', "23"],
  ['import { v as v16 } from "#dep"; v16', "1"],
  ['import { v as v17 } from "#d/index"; v17', "20"],
  ['import { o as o1 } from "@ws/lib/src/other"; o1', "11"],
  ['import { o as o2 } from "#ws/other"; o2', "11"],
  ['require("#ws/other").o + require("@ws/lib/src/other").o', "22"],
  [
    '["#ws/other", "@ws/lib/src/other", "#dep", "#node"].map((one) => import.meta.resolve(one).replace(/.*\\/(?=packages|node_m)/, ""))',
    "[\n  'packages/ws/src/other.ts',\n  'packages/ws/src/other.ts',\n  'node_modules/fpts/lib/index.js',\n  'node:path'\n]",
  ],
  ['import { v as v18 } from "me"; v18', "23"],
  ['import common from "./common.cjs"; common.c', "24"],
  ['import { part } from "whole"; part()', "p"],
  ['import whole from "whole"; whole() + whole.part()', "wp"],
  ['import * as parts from "whole"; parts.part()', "p"],
  ['(await import("whole")).part()', "p"],
  ['import own, { v as v20 } from "compiled"; own() + v20', "own30"],
  ['import * as compiled from "compiled"; compiled.default()', "own"],
  ['require("compiled").default()', "own"],
  ['import { all as commons } from "./commons"; commons', "pown"],
  ['import { part as p2 } from "npm:whole@1"; p2()', "p"],
  ["import debounce2 from 'npm:lod@^1.0/debounce'; debounce2()", "d"],
  ['(await import("npm:/whole")).part()', "p"],
  ['`npm:${"whole"} import x from "npm:whole"`', 'npm:whole import x from "npm:whole"'],
  ['import { r } from "./link/r"; r', "27"],
  ['import { r as r2 } from "./beside/r"; r2', "beside the link"],
  ['import { v as v22, only } from "cond"; v22 + only', "source1"],
  ['import { v as v23 } from "cond/js"; v23', "source in JavaScript"],
  ['import { v as v24 } from "cond/node"; v24', "built"],
  ['import { v as v25 } from "#c"; v25', "23"],
  ['import.meta.resolve("cond").endsWith("/cond/src/i.ts")', "true"],
  ['import { Mask as M, plain } from "written"; [M.A, M.B, M.C, plain].join()', "8,-8,c,1"],
  ['import { Only } from "enums"; Only.X', "7"],
  ["Only.X + M.A", "15"],
  ['import { add } from "./add.wasm"; add(1, 2)', "3"],
  ['import { v as v19 } from "./node_modules/esm/deep/x.js"; v19', "2"],
  ['import ext = require("./ext"); ext.v', "23"],
  ['import "lod"; import * as all from "lod/debounce"; typeof all', "object"],
  ['(await import("lod/debounce")).default()', "d"],
  ['(await import("./ext")).v', "23"],
  ['require("./req").r', "24"],
  ['require("./req") === require("./req.ts")', "true"],
  ['require("./common.cts").c', "24"],
  ['require("@/ext").default', "def"],
  ['require("lod/fp").f', "1"],
  ['require("./ext") === (await import("./ext"))', "true"],
  ['import.meta.resolve("./ext").endsWith("/ext.ts")', "true"],
  ['import.meta.resolve("fs")', "node:fs"],
  ['import.meta.resolve("exp").endsWith("/exp/i.mjs")', "true"],
  ['import.meta.resolve("lod/debounce").endsWith("/lod/debounce.js")', "true"],
  ['import.meta.resolve("@ws/x/deep").endsWith("/packages/wx/src/deep.ts")', "true"],
];

for (const [cell, gives] of accepted) {
  test(`it is accepted and loads: ${cell}`, async ({ session }) => {
    assert.is(await session.text(cell), gives);
  });
}

const refused: [cell: string, message: RegExp][] = [
  [
    'import { v } from "typed"; v',
    /^TypeScriptError: line 1, column 19: Cannot load 'typed': there are types of it, and nothing that runs\.\n {4}import .*\n {22}\^/,
  ],
  ['import x from "./nope.js"', /^TypeScriptError: line 1, column 15: Cannot find module/],
  ['import x from "exp/hidden"', /Cannot find module 'exp\/hidden'[^]*unchecked/],
  ['import "exp/hidden"', /^TypeScriptError: line 1, column 8: Cannot find module/],
  [
    'import one from "npm:absent@1"; import two from "fs"; two.nope',
    /^TypeScriptError: line 1, column 17: Cannot find module 'absent'[^]*line 1, column 59[^]*npm install absent$/,
  ],
  [
    'import { z } from "jsr:@std/yaml@1/x"',
    /npx jsr add @std\/yaml, and import it from "@std\/yaml"$/,
  ],
  ['import x from "https://esm.sh/d3"', /nothing from an address[^]*by its name\.$/],
  ["Deno.cwd()", /Property 'cwd' does not exist[^]*They run in Node/],
  [
    'import t from "./a.txt"; t',
    /column 15: Cannot load '\.\/a\.txt': no module can be made of a file of its kind; read it by `readFileSync\(new URL\("\.\/a\.txt", import\.meta\.url\), "utf8"\)`\./,
  ],
  ['import { size } from "./text"; size', /^Error: Cannot load '.*a\.txt': no module can be made/],
  ['import { t } from "virtual:x"; t', /column 19: Cannot load 'virtual:x': there are types of it/],
  ['import { v } from "./only"; v', /Cannot load '\.\/only': there are types of it/],
  ['import * as w from "./bare.wasm"; w', /declare what it exports in \.\/bare\.d\.wasm\.ts/],
  [
    'import bad from "./bad.json"; bad',
    /^SyntaxError: bad\.json, line 3, column 1: .*JSON[^]*\n {4}\}\n {4}\^/,
  ],
  [
    'import token from "./token.json"; token',
    /^SyntaxError: token\.json, line 3, column 8: Unexpected token [^]*\n {11}\^/,
  ],
  ['import { nope } from "./ext"', /has no exported member 'nope'/],
  ['await import("absent" as string)', /^Error: Cannot find package 'absent'/],
  ['await import("./absent" as string)', /^Error: Cannot find module 'absent'/],
  ['import.meta.resolve("absent")', /^Error: Cannot find package 'absent'/],
  ['require("./absent")', /^Error: Cannot find module '\.\/absent'/],
];

for (const [cell, message] of refused) {
  test(`what cannot load is refused: ${cell}`, async ({ session }) => {
    assert.match(await session.text(cell), message);
  });
}

test("an edit of a file that is required is seen by the next cell", async ({ own, session }) => {
  own.write({ "edited.ts": "export const e: number = 1;" });
  assert.is(await session.text('require("./edited").e'), "1");
  own.write({ "edited.ts": "export const e: number = 2222;" });
  assert.is(await session.text('require("./edited").e'), "2222");
});

test.run();
