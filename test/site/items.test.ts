import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { DerivationJSON } from "../../src/record/types.js";
import { buildSite } from "../../src/site/index.js";
import { graphNodes, restsGraph } from "../../src/site/claims/restsGraph.js";
import { summaryBlock } from "../../src/site/claims/summary.js";
import type { Chapter } from "../../src/site/types.js";
import { code, derivationMime, markdown, notebookOf, step, trusting } from "./notebookOf.js";

const test = suite("site: items");

const inventory = [
  { number: 1, id: "sum.two", status: "right", notebook: "01-a", place: "A1", claim: "1 + 1 = 2" },
  { number: 2, id: "sum.two", status: "erratum", notebook: "01-a", place: "A2", claim: "2 < 1" },
  {
    number: 3,
    id: "sum.open",
    status: "right",
    notebook: "01-a",
    place: "A3",
    claim: "imp: 0 = 0",
  },
];
const derivation = {
  id: "sum.two",
  title: "",
  assumptions: [],
  grade: "proved",
  steps: [step("1 + 1", "2", { items: [1] })],
  errata: [
    {
      items: [2],
      asWritten: step("2", "3", { grade: "refuted", witness: { point: {}, lhs: "2", rhs: "3" } }),
      corrected: step("2", "2"),
    },
  ],
};
const later = { ...derivation, id: "sum.later", errata: [], rests: ["sum.two", "sum.elsewhere"] };
const notebook = notebookOf(
  markdown("# One\n\nOne: $$1 + 1 = 2 \\tag{sum.two}$$\n\nTwo: $$1 + 1 = 2 \\tag{sum.later}$$"),
  code("a", { [derivationMime]: derivation }),
  code("b", { [derivationMime]: later }),
);

async function items(more: object = {}) {
  const notebooks = [{ path: "notebooks/01-a.ipynb", text: notebook }];
  const input = { notebooks, inventory, sources: [], version: "1.2.3", ...more };
  const site = await buildSite(input, trusting);
  return String(site.files.find(({ path }) => path === "items.html")?.content);
}

test("each item stands with its line, its claim, its derivation and what was found", async () => {
  const html = await items();
  assert.match(html, /id="item-1">1<\/th><td>A1<\/td><td>1 \+ 1 = 2<\/td>/);
  assert.match(html, /href="01-a\.html#sum\.two-derivation">sum\.<wbr>two<\/a>/);
  assert.match(html, /refuted as printed.*proved as corrected/);
  assert.match(html, /implied: 0 = 0.*unknown/); // nothing settles it
  assert.match(html, /3\sstatements of the notes/);
});

test("an item that nothing settles is unknown, also where others of its id are proved", async () => {
  const more = { number: 4, id: "sum.two", status: "right", notebook: "01-a", place: "A4" };
  const html = await items({ inventory: [...inventory, { ...more, claim: "2 = 1 + 1" }] });
  assert.match(html, /id="item-4">4<\/th>.*?<span>unknown<\/span>/);
});

test("the graph joins what rests on what, as a picture with links and in words", async () => {
  const html = await items();
  assert.is(html.match(/<g class="edges".*?<\/g>/)?.[0].match(/<path/g)?.length, 1);
  assert.match(html, /<a href="01-a\.html#sum\.later-derivation">/);
  assert.match(html, /<li>sum\.later: sum\.two<\/li>/);
});

test("without an inventory the page says so and keeps the graph", async () => {
  const html = await items({ inventory: [] });
  assert.match(html, /No list of statements/);
  assert.match(html, /<div class="rests"/);
});

const chapterOf = (...list: [id: string, ...rests: string[]][]): Chapter =>
  ({
    slug: "x",
    derivations: list.map(([id, ...rests]) => ({
      derivation: { id, grade: "proved", rests },
      anchor: id,
      section: "",
    })),
  }) as unknown as Chapter;

test("a name stands right of all on which it rests; one without either is left out", () => {
  const nodes = graphNodes(chapterOf(["a"], ["b", "a"], ["c", "a", "b"], ["alone"]));
  assert.equal(
    nodes.map(({ id, depth }) => [id, depth]),
    [
      ["a", 0],
      ["b", 1],
      ["c", 2],
    ],
  );
});

test("a line that passes a column goes through a room of its own, level", () => {
  const svg = restsGraph(graphNodes(chapterOf(["a"], ["b", "a"], ["c", "a", "b"])), "x");
  const far = svg.match(/<path d="([^"]*)"/g)?.find((path) => path.includes("H")) ?? "";
  const [room] = far.match(/(?<=C[^C]* )[\d.]+(?=H)/) ?? []; // its height between a and c
  const [, b] = svg.match(/<text x="[\d.]+" y="([\d.]+)">b</) ?? [];
  assert.ok(Math.abs(Number(room) - Number(b)) >= 16, `${room} against ${b}`);
});

test("a circle of derivations is drawn and does not hang", () => {
  const nodes = graphNodes(chapterOf(["a", "b"], ["b", "a"], ["self", "self"]));
  assert.equal(nodes.map(({ id }) => id).sort(), ["a", "b"]);
  assert.match(restsGraph(nodes, "x"), /<svg/);
  assert.not.match(restsGraph(nodes, "x"), /NaN|Infinity/);
});

test("a stored summary becomes a table of what was found; anything else is left to its other media types", () => {
  const misprint: DerivationJSON = {
    version: 1,
    id: "a.b",
    title: "",
    assumptions: [],
    grade: "proved",
    steps: [],
    errata: [
      {
        items: [7],
        after: 0,
        asWritten: step("2", "3", { grade: "refuted" }),
        corrected: step("2", "1 + 1"),
      },
    ],
  };
  const row = { number: 7, grade: "refuted", corrected: "proved", places: ["a.b"], latex: [] };
  const { html = "", problem } = summaryBlock({ items: [row] }, [misprint]) ?? {};
  assert.is(problem, undefined);
  assert.match(html, /1\sitem: 1\srefuted/);
  assert.match(html, /<a class="id" href="#a\.b">a\.b<\/a>/);
  const typed = summaryBlock({ items: [{ ...row, grade: "proved" }] }, [misprint]);
  assert.is(typed?.html, html);
  assert.is(
    typed?.problem,
    "its summary: item 7 is stored as proved, corrected proved, found refuted, corrected proved",
  );
  assert.match(
    summaryBlock({ items: [row] }, [])?.problem ?? "",
    /item 7 is stored as refuted, corrected proved, found nothing$/,
  );
  for (const odd of [undefined, null, {}, { items: [] }, { items: [{ number: "7" }] }]) {
    assert.is(summaryBlock(odd, [misprint]), undefined);
  }
});

test.run();
