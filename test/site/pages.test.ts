import { suite } from "uvu";
import * as assert from "uvu/assert";
import { buildSite, type NotebookFile } from "../../src/site/index.js";
import type { RuleId } from "../../src/record/types.js";
import { code, derivationMime, markdown, notebookOf, raw, step, trusting } from "./notebookOf.js";

const test = suite("site: pages");

const inventory = [
  { number: 1, id: "sum.two", status: "right", notebook: "01-a", place: "A1", claim: "1 + 1 = 2" },
  {
    number: 2,
    id: "sum.two",
    status: "erratum",
    notebook: "01-a",
    place: "A2",
    claim: "1 + 1 = 3",
  },
  { number: 3, id: "sum.given", status: "definition", notebook: "01-a", place: "A3", claim: "" },
  { number: 4, id: "sum.open", status: "right", notebook: "01-a", place: "A4", claim: "" },
];

function build(notebooks: NotebookFile[], more: object = {}) {
  const input = { notebooks, inventory: [], sources: [], version: "1.2.3", ...more };
  return buildSite(input, trusting);
}

async function page(...cells: ReturnType<typeof markdown>[]) {
  const site = await build([{ path: "notes/x.ipynb", text: notebookOf(...cells) }]);
  return { html: content(site, "x.html"), ...site };
}

function content(site: Awaited<ReturnType<typeof buildSite>>, path: string): string {
  const file = site.files.find((one) => one.path === path);
  assert.ok(file, `${path} is made`);
  return String(file.content);
}

const failing = step("2", "3", {
  grade: "refuted",
  items: [2],
  witness: { point: {}, lhs: "2", rhs: "3" },
});
const derivation = {
  id: "sum.two",
  title: "One and one",
  assumptions: ["n integer >= 1"],
  grade: "proved",
  steps: [step("1 + 1", "2", { items: [1] })],
  errata: [{ items: [2], asWritten: failing, corrected: step("2", "2") }],
};

const chapter = notebookOf(
  markdown("# One and *one*\n\nWhat is $1 + 1$?\n\nA word before."),
  markdown("## First\n\nHere:\n\n$$1 + 1 = 2 \\tag{sum.two}$$\n\n$$n \\tag{sum.given}$$"),
  code("derivation()", { [derivationMime]: derivation, "text/html": "<p>not shown</p>" }),
  markdown("## Second\n\nMore."),
  code("1 + 1", { "text/plain": "2" }),
);

test("a chapter has its title, its question as lead, and numbered sections", async () => {
  const site = await build([{ path: "notebooks/01-a.ipynb", text: chapter }], { inventory });
  const html = content(site, "01-a.html");
  assert.match(html, /<h1>One and <em>one<\/em><\/h1>/);
  assert.match(html, /<p class="lead">What is <span class="held"><math>.*<\/math>\?<\/span><\/p>/);
  assert.match(html, /<p class="label">Chapter 1<\/p>/);
  assert.match(html, /<h2 id="first"><span class="no">1<\/span>First<\/h2>/);
  assert.match(html, /<h2 id="second"><span class="no">2<\/span>Second<\/h2>/);
  const unchecked = { kind: "unchecked", where: "01-a, cell 2" };
  assert.equal(site.problems, [{ ...unchecked, text: "sum.given: no derivation has this id" }]);
});

test("a tag is taken out of the formula and becomes its anchor, with grade and LaTeX", async () => {
  const site = await build([{ path: "notebooks/01-a.ipynb", text: chapter }], { inventory });
  const html = content(site, "01-a.html");
  assert.match(html, /<figure class="equation" id="sum.two">/);
  assert.match(html, /<annotation encoding="application\/x-tex">1 \+ 1 = 2<\/annotation>/);
  assert.not.match(html, /\\tag/);
  assert.match(html, /id="sum.two">.*?class="grade proved".*?<span class="given">given /);
  assert.match(html, /id="sum.given">.*?class="ungraded">not checked<.*?<\/figure>/);
});

test("a derivation is typeset from its JSON, with its erratum and its evidence", async () => {
  const site = await build([{ path: "notebooks/01-a.ipynb", text: chapter }], { inventory });
  const html = content(site, "01-a.html");
  assert.match(html, /aria-label="Derivation of sum.two" id="sum.two-derivation"/);
  assert.not.match(html, /not shown/);
  assert.match(html, /<mn class="wrong">3<\/mn>/);
  assert.match(html, /<mn class="right">2<\/mn>/);
  assert.match(html, /refuted as printed/);
  assert.match(html, /<dt>In the notes<\/dt><dd>1 \(A1\)<\/dd>/);
});

test("each step names the rules by which it was graded, and the page says once what they say", async () => {
  const steps = [
    step("1 + 1", "2", { rules: ["normal-form", "second-opinion"] }),
    step("2", "4/2", { rules: ["normal-form", "a-rule-of-tomorrow" as RuleId] }),
    step("4/2", "6/3"), // a record of before there were any
    step("S", "2", { grade: "assumed", rules: ["definition"] }),
  ];
  const record = { ...derivation, steps, errata: [] };
  const { html } = await page(
    markdown("$$1 + 1 = 2 \\tag{sum.two}$$"),
    code("derivation()", { [derivationMime]: record }),
  );
  const named = html
    .match(/<a class="id" href="#rule-[^<]+/g)
    ?.map((link) => link.split("#rule-")[1]);
  assert.equal(named, [
    'normal-form">normal-form',
    'second-opinion">second-opinion',
    'normal-form">normal-form',
  ]);
  assert.equal(html.match(/ id="rule-[^"]+/g), [
    ' id="rule-normal-form',
    ' id="rule-second-opinion',
  ]);
  assert.match(html, /<dd>[A-Z][^<]+\. Side condition: [^<]+\.<\/dd>/);
  const none = await page(markdown("# Rule normal form\n\n## Rule normal form"));
  assert.not.match(none.html, /by which the steps|id="rule-normal-form"/);
});

test("an entry of the inventory counts once, and one that nothing settles is unknown", async () => {
  const site = await build([{ path: "notebooks/01-a.ipynb", text: chapter }], { inventory });
  const claims = site.chapters[0].claims.map(({ id, grade }) => `${id} ${grade}`);
  assert.equal(claims, [
    "sum.two proved",
    "sum.two refuted",
    "sum.given assumed",
    "sum.open unknown",
  ]);
  assert.match(
    content(site, "index.html"),
    /4\u00a0claims: 1\u00a0proved, 1\u00a0refuted as printed and corrected, 1\u00a0unknown, 1\u00a0assumed/,
  );
});

test("equations link to the code and the test that hold them", async () => {
  const sources = [
    { path: "src/sum.ts", content: `/**\n * @${"eq"} sum.two\n */\nexport const x = 1;\n` },
    { path: "test/sum.test.ts", content: `const test = ${"suite"}("sum.two");\n` },
  ];
  const site = await build([{ path: "notebooks/01-a.ipynb", text: chapter }], {
    inventory,
    sources,
  });
  assert.match(content(site, "01-a.html"), /href="source\/src\/sum.ts.html#L2"/);
  assert.match(content(site, "01-a.html"), /href="source\/test\/sum.test.ts.html#L1"/);
  assert.match(
    content(site, "source/src/sum.ts.html"),
    /<link rel="stylesheet" href="..\/..\/style.css">/,
  );
  assert.match(content(site, "source/src/sum.ts.html"), /id="L2"/);
});

test("two builds of the same notebooks are the same bytes", async () => {
  const notebooks = [{ path: "notebooks/01-a.ipynb", text: chapter }];
  const [one, two] = [await build(notebooks, { inventory }), await build(notebooks, { inventory })];
  assert.equal(one.files, two.files);
});

test("nothing on a page asks for the network or names this machine", async () => {
  const site = await build([{ path: "notebooks/01-a.ipynb", text: chapter }], { inventory });
  for (const path of ["01-a.html", "index.html", "style.css"]) {
    const text = content(site, path);
    assert.not.match(text, /(?:src|href)="(?:https?:)?\/\//, path);
    assert.not.match(text, /url\((?!data:)/, path);
    assert.not.ok(text.includes(process.cwd()), path);
  }
});

test("a notebook without title, headings or outputs is a page all the same", async () => {
  const { html, problems } = await page(markdown("Only a line."), raw("raw <b>words</b>"));
  assert.match(html, /<h1>X<\/h1>/);
  assert.match(html, /Only a line\./);
  assert.match(html, /<pre class="raw">raw &lt;b&gt;words&lt;\/b&gt;<\/pre>/);
  assert.equal(problems, []);
});

test("an empty notebook is a page all the same", async () => {
  const { html, problems } = await page();
  assert.match(html, /<h1>X<\/h1>/);
  assert.equal(problems, []);
});

test("a stripped output is a failure that names the cells", async () => {
  const bare = { ...code("1 + 1"), execution_count: null };
  const { problems } = await page(markdown("# T"), bare);
  assert.equal(
    problems.map(({ kind }) => kind),
    ["failure"],
  );
  assert.match(problems[0].text, /cell 2: no stored output/);
});

test("a stored error is shown and is a failure", async () => {
  const error = {
    output_type: "error",
    ename: "RangeError",
    evalue: "outputSize: s must be >= 1",
    traceback: ["\u001b[31mat <b>\u001b[0m"],
  };
  const { html, problems } = await page(code("throw", error));
  assert.match(html, /This cell failed<\/p><pre>RangeError: outputSize: s must be &gt;= 1<\/pre>/);
  assert.match(html, /<pre>at &lt;b&gt;<\/pre>/);
  assert.match(problems[0].text, /the stored output is an error: RangeError/);
  assert.is(problems[0].kind, "failure");
});

test("an unknown tag is reported, and still an equation", async () => {
  const text = notebookOf(markdown("# T\n\n$$x \\tag{sum.unheard}$$"));
  const site = await build([{ path: "01-a.ipynb", text }], { inventory });
  assert.match(site.problems[0].text, /the tag sum.unheard is not an id of the inventory/);
  assert.match(content(site, "01-a.html"), /id="sum.unheard"/);
});

test("a tag that stands twice keeps two anchors and is reported", async () => {
  const { html, problems } = await page(markdown("$$x \\tag{a.b}$$\n\n$$y \\tag{a.b}$$"));
  assert.match(html, /id="a.b"/);
  assert.match(html, /id="a.b-2"/);
  assert.equal(problems[0], {
    kind: "failure",
    where: "x, cell 1",
    text: "a.b: stands twice, first in cell 1; an id is one equation's",
  });
  const same = await page(markdown("$$x \\tag{a.b}$$\n\n$$x \\tag{a.b}$$"));
  assert.equal(
    same.problems.filter(({ kind }) => kind === "warning"),
    [],
  );
});

test("TeX that cannot be read is shown as it is written, and reported with its cell", async () => {
  const { html, problems } = await page(
    markdown("# T"),
    markdown("Here $\\nosuch{<b>}$ and $$\\frac{1$$"),
  );
  assert.match(html, /<code class="tex">\\nosuch{&lt;b&gt;}<\/code>/);
  assert.equal(
    problems.map(({ kind, where }) => `${kind} ${where}`),
    ["warning x, cell 2", "warning x, cell 2"],
  );
  assert.match(problems[0].text, /TeX that cannot be typeset: \\nosuch/);
});

test("the richest safe form of an output is shown, plain text last", async () => {
  const { html } = await page(
    code("a", { "text/html": "<b>rich</b>", "text/plain": "poor" }),
    code("b", { "text/latex": "$\\frac{1}{2}$", "text/plain": "0.5" }),
    code("c", { "application/json": { a: 1 } }),
    code("d", { output_type: "stream", name: "stderr", text: "\u001b[31mred\u001b[0m\n" }),
  );
  assert.match(html, /<b>rich<\/b>/);
  assert.not.match(html, /poor|>0\.5</);
  assert.match(html, /<mfrac><mn>1<\/mn><mn>2<\/mn><\/mfrac>/);
  assert.match(html, /&quot;a&quot;: 1/);
  assert.match(html, /Standard error<\/p><pre>red<\/pre>/);
});

test("two notebooks of one name are two pages, and none is the index", async () => {
  const text = notebookOf(markdown("# T"));
  const site = await build([
    { path: "a/index.ipynb", text },
    { path: "b/index.ipynb", text },
  ]);
  assert.equal(
    site.chapters.map(({ slug }) => slug),
    ["index-2", "index-3"],
  );
});

test.run();
