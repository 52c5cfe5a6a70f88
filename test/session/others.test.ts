import * as assert from "uvu/assert";
import type { Output } from "../../src/notebook/index.js";
import { sessionSuite } from "./sessionSuite.js";

const test = sessionSuite("session: what other kernels give their cells");

/** What a cell shows: of each output its bundle, or the first line of its error. */
const shown = (outputs: Output[]) =>
  outputs.map((one) =>
    "data" in one ? one.data : one.output_type === "error" ? one.traceback[0] : one.text,
  );

const plain = (text: string) => ({ "text/plain": text });

const cells: [what: string, cell: string, gives: unknown[]][] = [
  ["`$$.html` is the cell's result", '$$.html("<b>x</b>")', [{ "text/html": "<b>x</b>" }]],
  [
    "a result that was sent stands in place of the value",
    '$$.mime({ "text/html": "<i>" }); 7',
    [{ "text/html": "<i>" }],
  ],
  [
    "`$$.async()` makes the cell wait for its result",
    '$$.async(); console.log("first"); setTimeout(() => $$.sendResult([1]), 1200);',
    ["first\n", plain("[ 1 ]")],
  ],
  ["`$$.done` ends the waiting without a result", "$$.async(); setTimeout($$.done, 5); 7", []],
  [
    "`global.$$` is the cell's, and may be handed on",
    "$$.async(); { const $$ = global.$$; setTimeout(() => $$.sendResult('on'), 5); }",
    [plain("on")],
  ],
  [
    "with `keepAlive` several are shown",
    "$$.sendResult(1, true); $$.sendResult(2, true); setTimeout(() => $$.sendResult(3), 5);",
    [plain("1"), plain("2"), plain("3")],
  ],
  ["a promise that is sent is waited for", "$$.sendResult(Promise.resolve(4));", [plain("4")]],
  [
    "an error that is sent fails the cell",
    '$$.async(); setTimeout(() => $$.sendError(new RangeError("sent")), 5);',
    ["RangeError: sent"],
  ],
  [
    "a promise that is sent and refused fails the cell",
    '$$.text(Promise.reject(new Error("refused")));',
    ["Error: refused"],
  ],
  [
    "a cell that has failed is not waited for",
    '$$.async(); throw new Error("at once");',
    ["Error: at once"],
  ],
  [
    "what is sent to a cell that has answered is dropped",
    '$$.text("one"); $$.text("two");',
    [plain("one")],
  ],
  [
    "a display with an id is drawn over",
    'const d = $$.display("q"); d.text("one"); d.text("two"); 5',
    [plain("two"), plain("5")],
  ],
  [
    "`config.awaitExecution` waits for a cell's promise",
    "$$.config.awaitExecution = true; Promise.resolve(6)",
    [plain("6")],
  ],
  [
    "and no longer",
    "$$.config.awaitExecution = false; Promise.resolve(6)",
    [plain("Promise { 6 }")],
  ],
  ["a cell's own `$$` is its own", "const $$ = 8; $$", [plain("8")]],
  ["and later cells see that", "$$ + 1", [plain("9")]],
  [
    "Deno's templates are shown, without what is undefined",
    "Deno.jupyter.html`<b>${1}</b>${undefined}`",
    [{ "text/html": "<b>1</b>" }],
  ],
  ["in Markdown", "const { md } = Deno.jupyter; md`# a`", [{ "text/markdown": "# a" }]],
  ["as a picture of vectors", "Deno.jupyter.svg`<svg/>`", [{ "image/svg+xml": "<svg/>" }]],
  [
    "`Deno.jupyter.image` shows bytes of PNG",
    "Deno.jupyter.image(Buffer.from('89504e47', 'hex'))",
    [{ "image/png": "iVBORw==" }],
  ],
  [
    "and of nothing else",
    "Deno.jupyter.image(Buffer.from('GIF8'))",
    ["TypeError: Deno.jupyter.image: the picture must be PNG or JPEG"],
  ],
  [
    "`Deno.jupyter.display` shows a value as a cell's, or a bundle as it stands, and replaces it",
    `await Deno.jupyter.display(5); await Deno.jupyter.display({ "text/plain": "a" }, { raw: true, display_id: "r" });
await Deno.jupyter.display({ "text/plain": "b" }, { raw: true, display_id: "r", update: true });`,
    [plain("5"), plain("b")],
  ],
  [
    "`Deno.jupyter.format` gives the bundle",
    "(await Deno.jupyter.format(5))['text/plain']",
    [plain("5")],
  ],
  [
    "libraries are not told that they run in Deno",
    '[typeof Deno, "Deno" in globalThis]',
    [plain("[ 'object', false ]")],
  ],
];

for (const [what, cell, gives] of cells) {
  test(what, async ({ session }) => {
    assert.equal(shown((await session.run(cell)).outputs), gives);
  });
}

test("what Deno's kernel alone has is refused with what stands for it", async ({ session }) => {
  assert.match(await session.text('Deno.env.get("A")'), /Cells have only `Deno\.jupyter` of Deno/);
  assert.match(
    await session.text("const f: Deno.FsFile = 1 as never; f"),
    /Cells have only `Deno\.jupyter` of Deno/,
  );
  assert.match(await session.text('Deno.jupyter.broadcast("comm_open", {})'), /`jupyter\.comms`/);
});

test("an interrupt ends a cell that waits for its answer", async ({ session }) => {
  const waiting = session.run("$$.async();");
  await new Promise((done) => setTimeout(done, 300));
  await session.interrupt();
  assert.is((await waiting).status, "error");
  assert.is(await session.text("'still here'"), "still here");
});

test.run();
