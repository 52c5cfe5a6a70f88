import * as assert from "uvu/assert";
import type { DisplayDataOutput, ExecuteResultOutput } from "../../src/notebook/index.js";
import type { TestSession } from "./openSession.js";
import { sessionSuite } from "./sessionSuite.js";

const test = sessionSuite("session: display");

type Shown = DisplayDataOutput | ExecuteResultOutput;

async function data(session: TestSession, code: string) {
  const { outputs } = await session.run(code);
  return outputs.map((output) => (output as Shown).data);
}

test("a value that can show itself gives its own bundle", async ({ session }) => {
  const code =
    '({ [Symbol.for("Jupyter.display")]: () => ({ "text/html": "<b>x</b>", "text/plain": "x" }) })';
  assert.equal(await data(session, code), [{ "text/html": "<b>x</b>", "text/plain": "x" }]);
});

test("a value that shows itself wrongly fails the cell with the reason", async ({ session }) => {
  assert.match(
    await session.text('({ [Symbol.for("Jupyter.display")]: () => ({ "text/html": 5 }) })'),
    /^TypeError: display: text\/html must be text, got 5/,
  );
});

test("a list of records is a table beside its text, its cells escaped", async ({ session }) => {
  const [shown] = await data(session, '[{ name: "<a>", n: 1 }, { name: "b & c", more: [1] }]');
  assert.is(
    shown["text/html"],
    "<table><thead><tr><th>name</th><th>n</th><th>more</th></tr></thead><tbody>" +
      "<tr><td>&lt;a&gt;</td><td>1</td><td></td></tr>" +
      "<tr><td>b &amp; c</td><td></td><td>[ 1 ]</td></tr></tbody></table>",
  );
  assert.is(shown["text/plain"], "[ { name: '<a>', n: 1 }, { name: 'b & c', more: [ 1 ] } ]");
});

const texts: [code: string, text: string][] = [
  ["new Map([[1, 'a']])", "Map(1) { 1 => 'a' }"],
  ["setTimeout(() => {}, 3)", "Timeout {}"],
  ["new Float64Array([1, 2.5])", "Float64Array(2) [ 1, 2.5 ]"],
  ["'a'.repeat(5000)", `${"a".repeat(1000)}\n… 3000 characters left out …\n${"a".repeat(1000)}`],
  ["Promise.resolve(1)", "Promise { 1 }"],
];

for (const [code, text] of texts) {
  test(`${code} is shown without colour codes and without end`, async ({ session }) => {
    assert.equal(await data(session, code), [{ "text/plain": text }]);
  });
}

test("an error as a value is shown with where it was made", async ({ session }) => {
  assert.match(await session.text("new Error('kept')"), /^Error: kept\n {4}at cell \d+, line 1$/);
});

test("tslab's displays and a hook for show come as display_data", async ({ session }) => {
  assert.equal(await data(session, 'import { display } from "tslab"; display.html("<i>t</i>");'), [
    { "text/html": "<i>t</i>" },
  ]);
  const box =
    'const tslab = require("tslab"); const box = tslab.newDisplay(); box.text("one"); box';
  await session.run(box);
  const { outputs } = await session.run(
    'box.png(new Uint8Array([1, 2])); tslab.display.svg("<svg/>")',
  );
  assert.equal(
    outputs.map((one) => (one as Shown).data),
    [{ "image/svg+xml": "<svg/>" }],
    "the other overwrites what stands under the cell before",
  );
  assert.match(
    await session.text('display.htm("x")'),
    /Property 'htm' does not exist on type 'Display'/,
  );
  const hook = '(globalThis as any)[Symbol.for("rederive.display")]({ "text/plain": "shown" });';
  assert.equal(await data(session, hook), [{ "text/plain": "shown" }]);
});

test("an update changes what was shown under its id, and the live output says so", async ({
  session,
}) => {
  const before = session.live.length;
  const code =
    'jupyter.display({ "text/plain": "one" }, { id: "d" }); jupyter.updateDisplay("d", { "text/plain": "two" });';
  assert.equal(await data(session, code), [{ "text/plain": "two" }]);
  assert.equal(
    session.live.slice(before).map(({ live }) => live),
    [
      {
        output_type: "display_data",
        data: { "text/plain": "one" },
        metadata: {},
        transient: { display_id: "d" },
      },
      {
        output_type: "update_display_data",
        data: { "text/plain": "two" },
        metadata: {},
        transient: { display_id: "d" },
      },
    ],
  );
});

test("clearing takes away what was shown, at once or with the next output", async ({ session }) => {
  assert.is(
    await session.text('console.log("a"); jupyter.clearOutput(); console.log("b");'),
    "b\n",
  );
  const wait = 'console.log("a"); jupyter.clearOutput({ wait: true });';
  assert.is(await session.text(wait), "a\n");
  assert.is(await session.text(`${wait} console.log("c");`), "c\n");
});

test("streams keep their order and are joined where they meet", async ({ session }) => {
  const { outputs } = await session.run(
    'console.log(1); console.log(2); console.error("e"); console.log(3);',
  );
  assert.equal(outputs, [
    { output_type: "stream", name: "stdout", text: "1\n2\n" },
    { output_type: "stream", name: "stderr", text: "e\n" },
    { output_type: "stream", name: "stdout", text: "3\n" },
  ]);
});

test.run();
