import * as assert from "uvu/assert";
import { projectSuite } from "./projectSuite.js";

const test = projectSuite("session: the reader's own frames", {
  "deep.ts": `export const ping = (n: number): never => {
  if (n === 0) throw new Error("far down");
  return pong(n);
};
const pong = (n: number): never => ping(n - 1);`,
  "node_modules/dep/package.json": '{ "name": "dep", "main": "dep.js", "types": "dep.d.ts" }',
  "node_modules/dep/dep.js": `exports.sink = function sink(n) { if (n === 0) throw new Error("in dep"); else sink(n - 1); };
exports.calls = (callback) => callback();`,
  "node_modules/dep/dep.d.ts":
    "export function sink(n: number): void; export function calls<T>(callback: () => T): T;",
});

test("however deep a package is when it throws, the cell's line is all that is shown", async ({
  session,
}) => {
  assert.is(
    await session.text('import { calls, sink } from "dep";\nsink(300)'),
    "Error: in dep\n    at cell 1, line 2",
  );
});

test("what a package calls back is the reader's", async ({ session }) => {
  assert.is(
    await session.text("const back = () => {\n  (null as any).x;\n};\ncalls(back)"),
    "TypeError: Cannot read properties of null (reading 'x')\n    at back (cell 2, line 2)\n    at cell 2, line 4",
  );
});

test("of many frames of the project's files the innermost are shown, and the cell's", async ({
  session,
}) => {
  const text = await session.text('import { ping } from "./deep";\nping(20)');
  const frames = text.split("\n").slice(1);
  assert.is(frames.length, 10);
  assert.match(frames[0], /^ {4}at ping \(deep\.ts:2\)$/);
  assert.is(frames[9], "    at cell 3, line 2");
});

test("so it is for an error that is printed, or the cause of another", async ({ session }) => {
  const printed = await session.text(
    "try { sink(40) } catch (cause) {\nthrow new Error('outer', { cause }) }",
  );
  assert.match(
    printed,
    /^Error: outer\n {4}at cell 4, line 2 \{\n {2}\[cause\]: Error: in dep\n {6}at cell 4, line 1\n\}$/,
  );
});

test.run();
