import { suite } from "uvu";
import * as assert from "uvu/assert";
import { plainText } from "../../src/site/html/plainText.js";
import { verify } from "../../src/derive/records/verify.js";
import { buildSite } from "../../src/site/index.js";
import { code, markdown, notebookOf, png } from "./notebookOf.js";

const test = suite("site: what is left out");

async function page(text: string, path = "x.ipynb") {
  const notebooks = [{ path, text }];
  const site = await buildSite({ notebooks, inventory: [], sources: [], version: "1" }, verify);
  const html = (name: string) =>
    String(site.files.find((file) => file.path === `${name}.html`)?.content);
  return {
    html: html(path.replace(".ipynb", "")),
    index: html("index"),
    told: site.problems.map(({ text }) => text),
  };
}

const plotly = { data: [{ type: "scatter", x: [1], y: [2] }], layout: {} };
const svg = "<svg viewBox='0 0 1 1'><path d='M0 0'/></svg>";

const dropped: [what: string, bundle: Record<string, unknown>, named: string, stays: string][] = [
  [
    "HTML that is nothing without its script",
    { "text/html": "<div><script>draw()</script></div>", "text/plain": "own words" },
    "text/html (script)",
    "own words",
  ],
  [
    "a script beside words",
    { "text/html": "<p>own words</p><script>draw()</script>" },
    "script",
    "own words",
  ],
  [
    "a figure of Plotly's without a picture",
    { "application/vnd.plotly.v1+json": plotly, "text/plain": "own figure" },
    "application/vnd.plotly.v1+json",
    "own figure",
  ],
  [
    "the same with nothing else",
    { "application/vnd.plotly.v1+json": plotly },
    "application/vnd.plotly.v1+json",
    "Left out",
  ],
  [
    "SVG and MathML in HTML",
    { "text/html": `<b>own words</b>${svg}<math><mi>q</mi></math>` },
    "svg, math",
    "own words",
  ],
  [
    "a sound",
    { "text/html": "<p>own words</p><audio src='data:audio/wav;base64,AA'></audio>" },
    "audio",
    "own words",
  ],
  [
    "a frame",
    { "text/html": "<iframe src='https://example.org'></iframe>", "text/plain": "own words" },
    "text/html (iframe)",
    "own words",
  ],
  [
    "a widget",
    { "application/vnd.jupyter.widget-view+json": { model_id: "m" }, "text/plain": "own words" },
    "application/vnd.jupyter.widget-view+json",
    "own words",
  ],
  [
    "a script",
    { "application/javascript": "draw()", "text/plain": "own words" },
    "application/javascript",
    "own words",
  ],
  [
    "a picture that is none",
    { "image/png": "AAAA", "text/plain": "own words" },
    "image/png: it says image/png and holds no picture",
    "own words",
  ],
];

for (const [what, bundle, named, stays] of dropped) {
  test(`${what} is named in its place and in the log`, async () => {
    const { html, told } = await page(notebookOf(code("f()", bundle)));
    assert.match(html, `<p class="left-out">Left out: ${named}.</p>`);
    assert.match(html, stays);
    for (const one of named.startsWith("svg") ? ["svg", "math"] : [named]) {
      assert.ok(told.includes(`left out: ${one}`), told.join("\n"));
    }
  });
}

test("nothing of an element that is left out stays behind as words", async () => {
  const { html } = await page(
    notebookOf(code("f()", { "text/html": `<b>h</b>${svg}<math><mi>qq</mi></math>` })),
  );
  assert.not.match(html.slice(html.indexOf("<main")), /qq/);
});

test("an output that is shown whole is not said to lack anything", async () => {
  const whole = [
    {
      "text/html": "<style>td { color: red }</style><table><tr><td>1</td></tr></table>",
      "text/plain": "1",
    },
    { "image/png": png, "application/vnd.vegalite.v4+json": {}, "text/plain": "chart" },
    {
      "image/svg+xml": `<?xml version="1.0"?>\n<!-- by hand -->\n${svg}`,
      "application/vnd.plotly.v1+json": plotly,
    },
    { "text/latex": "$x$", "text/plain": "x" },
    { "application/json": { a: 1 } },
  ];
  const { html, told } = await page(notebookOf(code("f()", ...whole)));
  assert.not.match(html, /class="left-out"/);
  assert.equal(told, []);
});

test("a cell's own HTML is told of in the same way", async () => {
  const { html, told } = await page(
    notebookOf(markdown("Words.\n\n<iframe src='https://example.org'></iframe>")),
  );
  assert.match(html, '<p class="left-out">Left out: iframe.</p>');
  assert.equal(told, ["left out: iframe"]);
});

test("a file's name is only a name, whatever objects inherit under it", async () => {
  for (const name of ["constructor", "__proto__", "toString", "valueOf", "hasOwnProperty"]) {
    const { html, index } = await page(notebookOf(markdown("Words.")), `${name}.ipynb`);
    assert.match(html, "Words.", name);
    assert.match(index, `href="${name}.html"`);
    assert.not.match(index, /\[object|native code/, name);
  }
});

test("so is the name of a language, of a grade, of a relation and of an entity", async () => {
  const notebook = JSON.parse(
    notebookOf(code("f()", { "text/html": "<p>&constructor; &#xfffffff;</p>" })),
  );
  notebook.metadata.language_info.name = "constructor";
  const { html } = await page(JSON.stringify(notebook));
  assert.match(html, "<span>Constructor</span>");
  assert.not.match(html, "native code");
});

test("a tag within an inner environment is told, since other programs show an error there", async () => {
  const inner = String.raw`$$\begin{aligned}a&=b\\&=c\tag{t.one}\end{aligned}$$`;
  const { told } = await page(notebookOf(markdown(inner)));
  assert.match(
    told.join("\n"),
    /^t\.one: its tag stands within aligned, where JupyterLab shows an error/m,
  );
  const behind = String.raw`$$\begin{aligned}a&=b\\&=c\end{aligned}\tag{t.one}$$`;
  const { told: rest } = await page(notebookOf(markdown(behind)));
  assert.equal(rest, ["t.one: no derivation has this id"]);
});

test("HTML within HTML is read to a depth, and left out beyond it", async () => {
  const nested = (depth: number) => code("f()", { "text/html": `${"<div>".repeat(depth)}words` });
  assert.match((await page(notebookOf(nested(40)))).html, /<div>words/);
  assert.match(
    (await page(notebookOf(nested(100_000)))).html,
    /Left out: text\/html \(HTML nested more than 500 deep\)/,
  );
});

test("ends of what was never opened hide no depth", async () => {
  const text = notebookOf(code("f()", { "text/html": `${"<b></i>".repeat(100_000)}words` }));
  assert.match((await page(text)).html, /HTML nested more than 500 deep/);
});

test("a formula of thousands of characters is set, and beyond that shown as text that says so", async () => {
  const sum = (terms: number) => markdown(`$$${"x+".repeat(terms)}x$$`);
  const short = await page(notebookOf(sum(5000)));
  assert.match(short.html, /<math/);
  assert.equal(short.told, []);
  const long = await page(notebookOf(sum(200_000)));
  assert.match(long.html, /class="left-out">Shown as plain text: longer than 20000 characters\./);
  assert.match(long.told.join(), /^TeX shown as plain text: (?:x\+){100} … \(longer than 20000/);
});

test("of many things left out twenty are named, and the others are counted", async () => {
  const addresses = Array.from({ length: 200_000 }, (_, i) => `url(https://example.org/${i})`);
  const html = `<style>p { background: ${addresses.join()} }</style><p>words</p>`;
  const { told } = await page(notebookOf(code("f()", { "text/html": html })));
  assert.is(told.length, 21);
  assert.is(told[20], "left out: 199980 more");
});

test("what opens a formula and never ends stays text, and what ends is a formula", async () => {
  const inline = [`${"\\( x ".repeat(50_000)}\n\nand \\(y\\) \\\\(z\\)`, "\\(a\\\\\\)"];
  const { html } = await page(notebookOf(...inline.map(markdown)));
  assert.is(html.split("<math>").length - 1, 2);
  const blocks = [
    "\\[\n".repeat(50_000),
    "> \\[\n> y\n\n\\[z\\]",
    "\\[ t\nu\nv\\]",
    "- \\[w\n\nx\\]",
  ];
  const lines = await page(notebookOf(...blocks.map(markdown)));
  assert.equal(
    [...lines.html.matchAll(/x-tex">([^<]*)</g)].map(([, tex]) => tex.replace(/\s+/g, " ")),
    ["z", "t u v"],
  );
});

test("headings of one name have anchors of their own", async () => {
  const { html } = await page(notebookOf(markdown("## a\n\n".repeat(300))));
  const ids = [...html.matchAll(/<section aria-labelledby="([^"]*)"/g)].map(([, id]) => id);
  assert.is(new Set(ids).size, 300);
  assert.equal([ids[0], ids[1], ids[299]], ["a", "a-2", "a-300"]);
});

test("of a line with carriage returns the last state stays, without colours", () => {
  assert.is(plainText("1%\r50%\r100%\nnext"), "100%\nnext");
  assert.is(plainText("dos\r\nlines\r\n"), "dos\nlines\n");
  assert.is(plainText("one\rtwo\r\nthree"), "two\nthree");
  assert.is(plainText("kept\r"), "kept");
  assert.is(plainText("\r\r"), "");
  assert.is(plainText("\u001b[31mred\u001b[0m \u001b]8;;x\u0007link\u0007"), "red link");
});

test.run();
