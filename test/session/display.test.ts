import { inspect } from "node:util";
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

test("a nested value of some length is a table in its cell, a short one a line", async ({
  session,
}) => {
  const rows = "[[1, 'Ada Lovelace'], [2, 'Grace Hopper'], [3, 'Annie Easley <NASA>']]";
  const [shown] = await data(
    session,
    `[{ columns: ["id"], values: ${rows}, of: { a: "x".repeat(60) } }]`,
  );
  const html = String(shown["text/html"]);
  assert.match(html, /<td>\[ 'id' \]<\/td><td><table><tbody><tr><td>1<\/td><td>Ada Lovelace<\/td>/);
  assert.match(html, /<td>Annie Easley &lt;NASA&gt;<\/td><\/tr><\/tbody><\/table><\/td>/);
  assert.match(html, /<tr><th>a<\/th><td>x{60}<\/td><\/tr>/);
  const many = await data(session, "[{ a: Array.from({ length: 40 }, (_, n) => ({ n })) }]");
  assert.match(String(many[0]["text/html"]), /<caption>and 30 more rows<\/caption>/);
});

const svg = '<svg width="3"><rect/></svg>';
const png = [137, 80, 78, 71, 13, 10, 26, 10, ...Array(20).fill(0)].join();
const base64 = "iVBORw0KGgoAAAAAAAAAAAAAAAAAAAAAAAAAAA==";
const table = (name: string, value: number) =>
  `<table><thead><tr><th>${name}</th></tr></thead><tbody><tr><td>${value}</td></tr></tbody></table>`;
const lite = { $schema: "https://vega.github.io/schema/vega-lite/v6.json", mark: "bar" };
const vega = { $schema: "https://vega.github.io/schema/vega/v5.json" };

/** What a cell is shown as; of a chart, whose text is the value's own, without it. */
const forms: [what: string, code: string, data: object][] = [
  [
    "a bundle that has to come",
    '({ async [Symbol.for("Jupyter.display")]() { await null; return { "text/html": "<b>x</b>" }; } })',
    { "text/html": "<b>x</b>" },
  ],
  [
    "an element",
    `({ outerHTML: "<p class='k'>words</p>", appendChild() {} })`,
    { "text/html": "<p class='k'>words</p>", "text/plain": "<p class='k'>" },
  ],
  [
    "an SVG element, with its namespace",
    `({ outerHTML: ${JSON.stringify(svg)} })`,
    {
      "image/svg+xml": svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"'),
      "text/plain": '<svg width="3">',
    },
  ],
  [
    "a part of a drawing, within one",
    '({ outerHTML: "<g/>", namespaceURI: "http://www.w3.org/2000/svg" })',
    { "image/svg+xml": '<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>', "text/plain": "<g/>" },
  ],
  [
    "a canvas",
    '({ getContext() {}, toDataURL: () => "data:image/png;base64,aGk=", width: 2, height: 1 })',
    { "image/png": "aGk=", "text/plain": "canvas, 2 × 1" },
  ],
  [
    "a canvas that gives bytes",
    `({ getContext() {}, toDataURL() {}, toBuffer: async () => Buffer.from([${png}]), width: 2, height: 1 })`,
    { "image/png": base64, "text/plain": "canvas, 2 × 1" },
  ],
  [
    "the bytes of a picture",
    `Buffer.from([${png}])`,
    { "image/png": base64, "text/plain": "image/png, 28 bytes" },
  ],
  [
    "ijavascript's methods",
    '({ _toHtml: () => "<i>h</i>", _toPng: async () => "aGk=", [Symbol.for("nodejs.util.inspect.custom")]: () => "own" })',
    { "text/html": "<i>h</i>", "image/png": "aGk=", "text/plain": "own" },
  ],
  [
    "ijavascript's bundle",
    '({ _toMime: () => ({ "text/html": "<i>h</i>", "text/plain": "h" }) })',
    { "text/html": "<i>h</i>", "text/plain": "h" },
  ],
  [
    "a Vega-Lite chart, in the newest version that JupyterLab draws",
    `(${JSON.stringify(lite)})`,
    { "application/vnd.vegalite.v5+json": lite },
  ],
  [
    "a chart that gives its description",
    `({ toSpec: () => (${JSON.stringify(vega)}) })`,
    { "application/vnd.vega.v5+json": vega },
  ],
  [
    "a Plotly chart",
    '({ data: [{ type: "bar", y: [1, 2] }] })',
    { "application/vnd.plotly.v1+json": { data: [{ type: "bar", y: [1, 2] }], layout: {} } },
  ],
  [
    "a data frame that writes its table",
    '({ toHTML: () => "<table></table>", objects: () => [{ a: 1 }], numRows: () => 12 })',
    { "text/html": "<table></table>", "text/plain": "[ { a: 1 } ]\n… 11 more rows" },
  ],
  [
    "a frame of Arrow",
    '({ schema: { fields: [{ name: "a" }] }, numRows: 1, get: () => ({ toJSON: () => ({ a: 5 }) }) })',
    { "text/html": table("a", 5), "text/plain": "[ { a: 5 } ]" },
  ],
  [
    "a frame of danfo",
    '({ columns: ["b"], values: [[6]], shape: [1, 1] })',
    { "text/html": table("b", 6), "text/plain": "[ { b: 6 } ]" },
  ],
];

for (const [what, code, expected] of forms) {
  test(`shown as what it is: ${what}`, async ({ session }) => {
    const [shown] = await data(session, code);
    const isChart = Object.keys(expected).some((type) => /\.v\d\+json$/.test(type));
    const text = isChart ? { "text/plain": shown["text/plain"] } : {};
    assert.equal(shown, { ...expected, ...text });
  });
}

/** Newer versions of Node say of a proxy that it is one. */
const shownProxy = inspect(new Proxy({ a: 1 }, {}));

const plain: [what: string, code: string, text: string | RegExp][] = [
  [
    "a proxy that throws",
    'new Proxy({ a: 1 }, { get() { throw new Error("trap"); } })',
    shownProxy,
  ],
  [
    "a proxy that has every method",
    "new Proxy({ a: 1 }, { get: () => () => 5 as never })",
    shownProxy,
  ],
  [
    "a revoked proxy",
    "(() => { const p = Proxy.revocable({}, {}); p.revoke(); return p.proxy; })()",
    "<Revoked Proxy>",
  ],
  [
    "a text of its own that fails",
    '({ a: 1, [Symbol.for("nodejs.util.inspect.custom")]() { throw new Error("no"); } })',
    /^\{ a: 1, [^]*\n\(its own text failed: Error: no\)$/,
  ],
  [
    "a form that fails",
    '({ outerHTML: 5, toHTML() { throw new Error("no"); } })',
    /^\{ outerHTML: 5,/,
  ],
  [
    "an answer with data",
    "({ data: [{ x: 1 }], status: 200 })",
    "{ data: [ { x: 1 } ], status: 200 }",
  ],
  [
    "data that are no chart",
    "({ data: [{ id: 1 }], layout: {} })",
    "{ data: [ { id: 1 } ], layout: {} }",
  ],
  ["few bytes", "new Uint8Array([255, 216, 255])", "Uint8Array(3) [ 255, 216, 255 ]"],
];

for (const [what, code, text] of plain) {
  test(`shown as plain text, and the cell does not fail: ${what}`, async ({ session }) => {
    const { status, outputs } = await session.run(code);
    assert.is(status, "ok");
    const [{ data: shown }] = outputs as Shown[];
    assert.equal(Object.keys(shown), ["text/plain"]);
    if (typeof text === "string") assert.is(shown["text/plain"], text);
    else assert.match(String(shown["text/plain"]), text);
  });
}

test("of a record the getters that throw are shown as such", async ({ session }) => {
  const code = '[{ get a(): number { throw new Error("g"); }, get b() { return 2; } }]';
  const [shown] = await data(session, code);
  assert.match(String(shown["text/html"]), /<td>\[Getter\]<\/td><td>2<\/td>/);
  assert.is(shown["text/plain"], "[ { a: [Getter], b: [Getter] } ]");
});

const endless = [
  ["waits", "return new Promise<object>(() => {});"],
  ["loops", "for (;;);"],
];

for (const [name, body] of endless) {
  test(`a display that ${name} is interrupted, and what its cell has defined stays`, async ({
    session,
  }) => {
    const method = `[Symbol.for("Jupyter.display")](): object { console.log("${name}"); ${body} }`;
    const running = session.run(`const ${name} = 41; ({ ${method} })`);
    const begun = () =>
      session.live.some(({ live }) => "text" in live && live.text === `${name}\n`);
    while (!begun()) await new Promise((resume) => setTimeout(resume, 20));
    session.child.kill("SIGINT");
    const { outputs } = await running;
    assert.is((outputs[1] as { ename: string }).ename, "Interrupted");
    assert.is(await session.text(`${name} + 1`), "42");
  });
}

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

test("console.trace gives its message and where it stands", async ({ session }) => {
  const text = await session.text('console.trace("at %d", 5)');
  assert.match(text, /^Trace: at 5\n {4}at cell \d+, line 1\n$/);
});

const thrown: [code: string, text: RegExp][] = [
  [
    'Object.assign(new Error("w"), { code: "E_X", status: 404 })',
    /^Error: w\n {4}at cell \d+, line 1 \{\n {2}code: 'E_X',\n {2}status: 404\n\}$/,
  ],
  [
    'new Error("a", { cause: new TypeError("b") })',
    /line 1 \{\n {2}\[cause\]: TypeError: b\n {6}at cell \d+, line 1\n\}$/,
  ],
  [
    'new AggregateError([new RangeError("q"), "w"], "m")',
    /^AggregateError: m\n[^]*\{\n {2}\[errors\]: \[\n {4}RangeError: q\n[^]*,\n {4}'w'\n {2}\]\n\}$/,
  ],
  [
    '(() => { try { return require("node:fs").readFileSync("/nope"); } catch (e) { return e; } })()',
    /errno: -2,\n {2}code: 'ENOENT',\n {2}syscall: 'open',\n {2}path: '\/nope'\n\}$/,
  ],
  [
    '(() => { const e = new Error("c"); return Object.assign(e, { self: e }); })()',
    /\{\n {2}self: \[Circular \*1\]\n\}$/,
  ],
  [
    'Object.assign(new Error("many"), Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`k${i}`, i])))',
    /\n… \d+ more lines$/,
  ],
  ['Object.assign(new Error("bare"), { stack: "" })', /^Error: bare$/],
  ["AbortSignal.abort().reason", /^AbortError: This operation was aborted/],
  ['new Proxy(new Error("p"), { get() { throw 1; } })', /^Thrown: (?:Proxy\()?Error: p\n/],
  ["new (class extends Error { get name(): string { throw 1; } })()", /^Thrown: /],
];

for (const [code, text] of thrown) {
  test(`thrown, ${code} is told with all that it holds`, async ({ session }) => {
    assert.match(await session.text(`throw ${code}`), text);
  });
}

test("a rejection that a later cell handles is told of once", async ({ session }) => {
  const code = 'const late = Promise.reject(new Error("late"));';
  assert.match(await session.text(code), /^Error: late\n/);
  assert.is(await session.text("await late.catch(() => 'handled')"), "handled");
  assert.is(await session.text("await new Promise((done) => setTimeout(done, 20)); 1"), "1");
});

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

test("a stream is a terminal of 100 columns without colours, with its methods", async ({
  session,
}) => {
  const asked =
    "[out.isTTY, out.columns, out.rows, out.getColorDepth(), out.hasColors(), out.hasColors(2)]";
  assert.is(
    await session.text(`const out = process.stderr; ${asked}`),
    "[ true, 100, 24, 1, false, true ]",
  );
  const drawn =
    'const o = process.stdout; o.write("one\\ntwo\\n"); o.moveCursor(0, -1); o.cursorTo(0); o.clearLine(0); o.write("2\\n"); void 0;';
  const { outputs } = await session.run(drawn);
  assert.equal(outputs, [
    { output_type: "stream", name: "stdout", text: "one\n" },
    { output_type: "display_data", data: { "text/plain": "2" }, metadata: {} },
  ]);
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
