import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { openSession, type TestSession } from "./openSession.js";
import { type Project, project } from "./project.js";

const test = suite<{ own: Project; session: TestSession }>("session: imports");

const tsconfig = {
  compilerOptions: {
    strict: true,
    noUncheckedIndexedAccess: true,
    module: "nodenext",
    paths: { "@lib/*": ["./lib/*"] },
  },
};

test.before(async (context) => {
  const own = project({
    "tsconfig.json": `// with a comment\n${JSON.stringify(tsconfig)}`,
    "notes/deep/keep.txt": "",
    "lib/top.ts": 'import { leaf } from "./leaf.js";\nexport const top = () => `top ${leaf}`;\n',
    "lib/leaf.ts": "export const leaf = 1;\n",
    "lib/other.ts": "export const instance = {};\n",
    "lib/ring/a.ts":
      'import { b } from "./b.js";\nexport const a = () => `a${b()}`;\nexport const one = 1;\n',
    "lib/ring/b.ts": 'import { one } from "./a.js";\nexport const b = () => `b${one}`;\n',
    "lib/slow.ts": "export const slow = await Promise.resolve(import.meta.filename);\n",
    "lib/throws.ts":
      "export function throws(): never {\n  interface Gone { a: 1 }\n  throw new Error('there');\n}\n",
    "lib/plain.cjs": "exports.plain = 'common';\n",
    "lib/plain.d.cts": "export declare const plain: string;\n",
    "node_modules/only-exports/package.json": JSON.stringify({
      name: "only-exports",
      type: "module",
      exports: {
        ".": { types: "./i.d.ts", import: "./i.js" },
        "./sub": { types: "./i.d.ts", import: "./sub.js" },
      },
    }),
    "node_modules/only-exports/i.js": "export const name = 'es'; export default name;",
    "node_modules/only-exports/sub.js": "export const name = 'sub'; export default name;",
    "node_modules/only-exports/i.d.ts": "export declare const name: string; export default name;",
    "node_modules/compiled/package.json": '{ "name": "compiled", "types": "i.d.ts" }',
    "node_modules/compiled/index.js":
      "Object.defineProperty(exports, '__esModule', { value: true }); exports.default = 'its own'; exports.named = 1;",
    "node_modules/compiled/i.d.ts":
      "declare const text: string; export default text; export declare const named: number;",
  });
  const cwd = join(own.folder, "notes", "deep");
  Object.assign(context, { own, session: await openSession({ cwd, root: own.folder }) });
});

test.after(({ own, session }) => {
  session.close();
  own.remove();
});

test("a cell imports the project's files from any folder, with and without extension", async ({
  session,
}) => {
  assert.is(await session.text('import { top } from "../../lib/top"; top()'), "top 1");
  assert.is(await session.text('import { leaf } from "../../lib/leaf.js"; leaf'), "1");
  assert.is(await session.text('import { leaf as l } from "../../lib/leaf.ts"; l'), "1");
});

test("the project's paths hold, for the compiler and when the cell runs", async ({ session }) => {
  assert.is(await session.text('import { top as aliased } from "@lib/top"; aliased()'), "top 1");
});

test("the project's strictness holds, whatever else its tsconfig.json says", async ({
  session,
}) => {
  assert.match(await session.text("const first: number = [1][0]"), /'undefined' is not assignable/);
});

test("packages are found by exports alone, as ES modules, and in CommonJS", async ({ session }) => {
  assert.is(await session.text('import { name } from "only-exports"; name'), "es");
  assert.is(await session.text('import sub from "only-exports/sub"; sub'), "sub");
  assert.is(
    await session.text('import own, { named } from "compiled"; [own, named]'),
    "[ 'its own', 1 ]",
  );
  assert.is(await session.text('import { plain } from "../../lib/plain.cjs"; plain'), "common");
});

test("modules in a ring, and one that waits, are loaded", async ({ session }) => {
  assert.is(await session.text('import { a } from "@lib/ring/a"; a()'), "ab1");
  assert.match(await session.text('import { slow } from "@lib/slow"; slow'), /lib\/slow\.ts$/);
});

test("an edit of any file of the graph is seen by the next cell that imports it", async ({
  own,
  session,
}) => {
  await session.run('import { instance } from "@lib/other"; const before = instance;');
  own.write({ "lib/leaf.ts": "export const leaf = 22;\n" });
  assert.is(await session.text('import { top } from "@lib/top"; top()'), "top 22");
  assert.is(await session.text('(await import("@lib/top")).top()'), "top 22");
  own.write({ "lib/leaf.ts": "export const leaf = 'text';\n" });
  assert.match(
    await session.text('import { leaf } from "@lib/leaf"; const n: number = leaf;'),
    /Type 'string' is not assignable to type 'number'/,
  );
  const same = 'import { instance } from "@lib/other"; instance === before';
  assert.is(await session.text(same), "true", "a file that did not change is not loaded anew");
});

test("a file that comes to exist is found by the next cell", async ({ own, session }) => {
  assert.match(await session.text('import { late } from "@lib/late"'), /Cannot find module/);
  own.write({ "lib/late.ts": "export const late = 3;\n" });
  assert.is(await session.text('import { late } from "@lib/late"; late'), "3");
});

test("a type error in an imported file stops the cell and names file, line and column", async ({
  own,
  session,
}) => {
  own.write({ "lib/wrong.ts": "export const right = 1;\nconst wrong: number = 'text';\n" });
  assert.match(
    await session.text('import { right } from "@lib/wrong"; right'),
    /^TypeScriptError: lib\/wrong\.ts, line 2, column 7: Type 'string' is not assignable/,
  );
  own.write({ "lib/wrong.ts": "export const right = 1;\n" });
  assert.is(await session.text('import { right } from "@lib/wrong"; right'), "1");
});

test("a trace names the line of the source, not of what was compiled from it", async ({
  session,
}) => {
  assert.match(
    await session.text('import { throws } from "@lib/throws";\nthrows()'),
    /^Error: there\n {4}at throws \(lib\/throws\.ts:3\)\n {4}at cell \d+, line 2$/,
  );
});

test("a module that failed is tried again", async ({ own, session }) => {
  own.write({
    "lib/once.ts":
      "if (!('ready' in globalThis)) throw new Error('not yet');\nexport const once = 1;\n",
  });
  const cell = 'import { once } from "@lib/once"; once';
  assert.match(await session.text(cell), /^Error: not yet/);
  await session.run("Object.assign(globalThis, { ready: true });");
  assert.is(await session.text(cell), "1");
});

test.run();
