import * as assert from "uvu/assert";
import type { Diagnostic } from "../../src/session/compiler/compiler.js";
import { judged } from "../../src/session/check/verdict.js";
import { openSession } from "./openSession.js";
import { project } from "./project.js";
import { projectSuite } from "./projectSuite.js";

const test = projectSuite("session: cells without a tsconfig.json", {
  "node_modules/untyped/package.json": '{ "name": "untyped", "version": "1.0.0" }',
  "node_modules/untyped/index.js": "exports.twice = (x) => 2 * x;\n",
  "user.ts": "export function greet(name) { return `hello ${name}`; }\n",
  "wrong.ts": 'export const n: number = "one";\n',
  "plain.js": "export const half = (x) => x / 2;\n",
});

/** Cells that stock tslab runs, with a part of what a strict check has against each. */
const lenient: [cell: string, value: string, warning: string][] = [
  ["function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }\nfib(10)", "55", "'n'"],
  ["let o = { x: null }; o?.x?.z", "undefined", "'z' does not exist on type 'never'"],
  ["const row = { a: 1 }; const key: string = 'a'; row[key]", "1", "can't be used to index"],
  ["[{ time: 3 }].find((e) => e.time > 1).time", "3", "possibly 'undefined'"],
  ['import untyped from "untyped"; untyped.twice(4)', "8", "declaration file"],
  ['import { greet } from "./user"; greet("you")', "hello you", "user.ts, line 1, column 23"],
  ["let s: string = null; s", "", "not assignable to type 'string'"],
  ["try { throw new Error('e'); } catch (e) { console.log(e.message); }", "e\n", "unknown"],
  ["class P { name: string }; new P().name", "undefined", "no initializer"],
];

for (const [cell, value, warning] of lenient) {
  test(`it runs with a warning: ${cell}`, async ({ session }) => {
    const { status, outputs } = await session.run(cell);
    const [warned, ...rest] = outputs;
    const said = warned?.output_type === "stream" && warned.name === "stderr" ? warned.text : "";
    assert.ok(said.startsWith("warning: ") && said.includes(warning), said);
    assert.match(said, /\nThe cell runs all the same\. Errors instead: a comment `\/\/ @strict`/);
    assert.is(status, "ok");
    const shown = rest.map((one) =>
      one.output_type === "stream" ? one.text : "data" in one ? one.data["text/plain"] : one,
    );
    assert.is(shown.join(""), value === "undefined" ? "" : value);
  });
}

const refused: [cell: string, message: RegExp][] = [
  ['const n: number = "one";', /not assignable to type 'number'/],
  ["[1].lenght", /Did you mean 'length'/],
  [
    'import { n } from "./wrong"; n',
    /wrong\.ts, line 1, column 14: Type 'string'.*\n {4}export const n: number = "one";\n {17}\^/,
  ],
  ["function f(n) { return n; }\nf(1, 2)", /Expected 1 arguments, but got 2/],
  ["// @strict\nfunction g(n) { return n; }", /Parameter 'n' implicitly has an 'any' type/],
  ['/* @strict */ import untyped from "untyped"', /could not find a declaration file|declaration/i],
];

for (const [cell, message] of refused) {
  test(`it is refused: ${cell}`, async ({ session }) => {
    const { status, outputs } = await session.run(cell);
    assert.is(status, "error");
    assert.is(outputs.length, 1);
    const [error] = outputs;
    assert.match(error.output_type === "error" ? error.traceback.join("\n") : "", message);
  });
}

test("a cell that a strict check passes is told of nothing, and what follows a warning is typed", async ({
  session,
}) => {
  assert.is(await session.text("function twice(x: number) { return 2 * x; }\ntwice(2)"), "4");
  await session.run("function loose(x) { return [x]; }");
  assert.is(await session.text("loose(1).length"), "1");
  assert.match(await session.text("loose(1).lenght"), /Did you mean 'length'/);
  assert.is(await session.text('import { half } from "./plain.js"; half(3)'), "1.5");
});

test("the word in a text is no comment", async ({ session }) => {
  const { status } = await session.run('const say = "// @strict"; function h(n) { return n; }');
  assert.is(status, "ok");
});

test("a cell that fails names what can be done", async ({ session }) => {
  const unchecked = "To run the cell unchecked, begin it with `// @ts-nocheck`.";
  const said = async (cell: string) => (await session.text(cell)).split("\n").at(-1);
  assert.is(await said("const n: number = 'one';"), unchecked);
  assert.is(await session.text("// @ts-nocheck\nconst m: number = 'one'; m"), "one");
  assert.is(
    await said('import x from "@scope/absent/deep"'),
    "To have the package: npm install @scope/absent",
  );
  assert.match(
    (await said("// @strict\nfunction g(n) {}")) ?? "",
    /^Checked strictly, as you asked/,
  );
});

const settings: [how: string, files: Record<string, string>, env: string, status: string][] = [
  ["package.json asks", { "package.json": '{ "rederive": { "strict": true } }' }, "", "error"],
  ["package.json says no", { "package.json": '{ "rederive": { "strict": false } }' }, "", "ok"],
  ["the environment asks", {}, "1", "error"],
  [
    "the environment says no, though package.json asks",
    { "package.json": '{ "rederive": { "strict": true } }' },
    "0",
    "ok",
  ],
  [
    "a tsconfig.json is strict",
    { "tsconfig.json": '{ "compilerOptions": { "strict": true } }' },
    "",
    "error",
  ],
  [
    "a tsconfig.json is not",
    { "tsconfig.json": '{ "compilerOptions": { "strict": false } }' },
    "1",
    "ok",
  ],
];

for (const [how, files, env, status] of settings) {
  test(`a cell that is not strict ends with ${status} where ${how}`, async () => {
    const own = project(files);
    if (env) process.env.REDERIVE_STRICT = env;
    const session = await openSession({ cwd: own.folder, root: own.folder });
    delete process.env.REDERIVE_STRICT;
    const result = await session.run("function f(n) { return n; }");
    assert.is(result.status, status);
    if (files["tsconfig.json"] && status === "error") {
      const [error] = result.outputs;
      const text = error.output_type === "error" ? error.traceback.at(-1) : "";
      assert.match(text ?? "", /^Checked by the rules of tsconfig\.json\./);
    }
    session.close();
    own.remove();
  });
}

test("a text that a strict check passes is checked once", () => {
  let asked = 0;
  const loose = (found: Diagnostic[]) => () => (asked++, found);
  const one = (code: number, text = "") => ({ code, text }) as Diagnostic;
  assert.equal(judged([], loose([])), { problems: [], warnings: [] });
  assert.is(asked, 0);
  assert.equal(judged([one(7006)], loose([])), { problems: [], warnings: [one(7006)] });
  assert.equal(judged([one(7006), one(2322)], loose([one(2322)])).problems, [one(2322)]);
  assert.equal(judged([one(2871)], loose([one(2871)])).warnings, [one(2871)], "newer than tslab");
  const ofGlobalObject = one(7017, "type 'typeof globalThis' has no index signature");
  assert.equal(judged([ofGlobalObject], loose([])), { problems: [], warnings: [] });
});

test.run();
