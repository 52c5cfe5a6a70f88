import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { verify } from "../../src/derive/records/verify.js";
import { derivation, type ShownDerivation, symbols } from "../../src/index.js";
import { readNotebook, taggedEquations } from "../../src/notebook/index.js";
import { buildSite, type NotebookFile } from "../../src/site/index.js";
import { standingsOf } from "../../src/site/claims/standings.js";
import { plantedChanges } from "../support/plantedChanges.js";
import { code, markdown, notebookOf, trusting } from "./notebookOf.js";

const test = suite("site: a badge is bound to its equation");
const mime = "application/vnd.rederive.derivation.v1+json";
const folder = join(import.meta.dirname, "..", "..", "notebooks");

const inputOf = (notebooks: NotebookFile[]) => ({
  notebooks,
  inventory: [],
  sources: [],
  version: "1",
});
const plain = (one: ShownDerivation) => JSON.parse(JSON.stringify(one)) as object;
const shown = (one: ShownDerivation) => code("derivation()", { [mime]: plain(one) });

/** The page of a notebook with these cells, and what the build says of it. */
async function built(...cells: object[]) {
  const text = notebookOf(...(cells as Parameters<typeof notebookOf>));
  const site = await buildSite(inputOf([{ path: "x.ipynb", text }]), verify);
  const html = String(site.files.find(({ path }) => path === "x.html")?.content);
  return { html, problems: site.problems.map(({ kind, text: said }) => `${kind}: ${said}`) };
}
const figure = (html: string, id: string) =>
  new RegExp(`<figure class="equation" id="${id}">.*?</figure>`, "s").exec(html)?.[0] ?? "";
const chain = (html: string, id: string) =>
  new RegExp(`<div class="chain[^>]*aria-label="Derivation of ${id}".*?</ol></div>`).exec(
    html,
  )?.[0] ?? "";

const equation = (tex: string, id = "a.b") => markdown(`$$${tex} \\tag{${id}}$$`);
const sum = () => derivation("a.b", ["x real", "x > 0"]).from("x + x").equals("2*x", "add");

test("an equation that stands twice has its grade once, on the page as in the evidence", async () => {
  const { html } = await built(equation("x + x = 2x"), shown(sum()), equation("x + x = 2x"));
  assert.match(figure(html, "a.b"), /class="grade proved"/);
  assert.match(figure(html, "a.b-2"), /class="ungraded">not checked</);
});

test("what was checked has its grade, the assumptions and the open conditions beside it", async () => {
  const open = derivation("a.open", ["a > 0"]).from("a*x/(a*x)").equals("1");
  const { html, problems } = await built(
    equation("x + x = 2x"),
    shown(sum()),
    equation("\\frac{a x}{a x} = 1", "a.open"),
    shown(open),
  );
  assert.equal(problems, []);
  assert.match(
    figure(html, "a.b"),
    /class="grade proved">.*<span class="given">given .*<mi>x<\/mi>/,
  );
  const conditional = figure(html, "a.open");
  assert.match(
    conditional,
    /class="grade proved-if">.*proved if <math>.*x.*≠.*0.*<span class="given">given/,
  );
});

test("many assumptions are folded, and named in full in the fold", async () => {
  const names = ["a", "b", "c", "d", "e"];
  const many = derivation(
    "a.b",
    names.map((name) => `${name} > 0`),
  )
    .from("a + a")
    .equals("2*a");
  const { html } = await built(equation("a + a = 2a"), shown(many));
  const [, folded = ""] =
    /<details class="given"><summary>given 5 assumptions<\/summary>(.*?)<\/details>/.exec(html) ??
    [];
  for (const name of names) assert.match(folded, new RegExp(`<mi>${name}</mi>`));
});

test("definitions stand beside the badge, and are folded where they are many or long", async () => {
  const few = derivation("a.b").define("S", "x + y").from("S^2").equals("(x + y)^2");
  const { html, problems } = await built(equation("S^2 = (x + y)^2"), shown(few));
  assert.equal(problems, []);
  assert.match(figure(html, "a.b"), /<span class="given">with .*<mi>S<\/mi><mo>=<\/mo>/);
  const matrix = derivation("a.b")
    .define("X", symbols("x", [3, 3]))
    .from("total(X) - x11");
  const folded = await built(
    equation(
      "\\operatorname{total}(X) - x_{11} = x_{12} + x_{13} + x_{21} + x_{22} + x_{23} + x_{31} + x_{32} + x_{33}",
    ),
    shown(matrix.equals("x12 + x13 + x21 + x22 + x23 + x31 + x32 + x33")),
  );
  assert.match(figure(folded.html, "a.b"), /<summary>with 1 definition<\/summary>/);
});

test("an equation that says something else has no grade, and neither has its derivation", async () => {
  const { html, problems } = await built(equation("1 = 2"), shown(sum()));
  assert.equal(problems, [
    "failure: a.b: the page says `1 = 2`, the derivation checked `x + x = 2*x`: `1` and `2` stand in no step",
  ]);
  assert.match(figure(html, "a.b"), /class="ungraded">not what its derivation checked</);
  assert.match(chain(html, "a.b"), /no grade: the equation with this id says something else/);
  for (const part of [figure(html, "a.b"), chain(html, "a.b")]) {
    assert.not.match(part, /class="(?:grade|g|step) |href="#g-/);
  }
});

test("a derivation whose id no equation has shows no grade and fails", async () => {
  const { html, problems } = await built(markdown("# T"), shown(sum()));
  assert.equal(problems, [
    "failure: a.b: no equation of this notebook has this id; write \\tag{a.b} in the one that it derives",
  ]);
  assert.match(chain(html, "a.b"), /no grade: no equation has this id/);
  assert.not.match(html, /class="grade |href="#g-proved/);
});

test("an equation that matches only a definition is assumed, and a misprint refuted", async () => {
  const slip = (id: string) =>
    derivation(id).erratum({ asWritten: "1/2 = 0.3", corrected: "1/2 = 0.5" });
  const { html } = await built(
    equation("L = y^2"),
    shown(derivation("a.b").define("L", "y^2", "definition")),
    equation("\\frac12 = 0.3", "a.printed"),
    shown(slip("a.printed")),
    equation("\\frac12 = 0.5", "a.right"),
    shown(slip("a.right")),
  );
  assert.match(figure(html, "a.b"), /class="grade assumed"/);
  assert.match(figure(html, "a.printed"), /class="grade refuted"/);
  assert.match(figure(html, "a.right"), /class="grade proved"/);
});

test("a derivation that no output shows gives the badge, and fails the build where it is refuted", async () => {
  const hidden = (one: ShownDerivation) => ({
    ...code("const d = derivation()"),
    metadata: { rederive: { derivations: [plain(one)] } },
  });
  const good = await built(equation("x + x = 2x"), hidden(sum()));
  assert.equal(good.problems, []);
  assert.match(figure(good.html, "a.b"), /class="grade proved"/);
  const bad = await built(equation("x + x = 2x"), hidden(sum().equals("3*x", "wrong")));
  assert.equal(bad.problems, ["failure: a step failed: a.b, step 2: 2*x and 3*x differ"]);
});

test("a refutation that was wanted says so, and does not fail the build", async () => {
  const wanted = sum().equals("3*x", "a slip", { expect: "refuted" });
  const { html, problems } = await built(equation("x + x = 2x"), shown(wanted));
  assert.equal(problems, []);
  assert.match(figure(html, "a.b"), /class="grade proved"/);
  assert.match(chain(html, "a.b"), /refuted as expected/);
  assert.match(html, /2\u00a0claims: 1\u00a0proved, 1\u00a0refuted as expected/);
});

test("an equation that nothing derives is not checked; a tag that is no id is only a number", async () => {
  const { html, problems } = await built(equation("x = 1"), equation("y = 1", "1"));
  assert.equal(problems, ["unchecked: a.b: no derivation has this id"]);
  assert.match(figure(html, "a.b"), /class="ungraded">not checked</);
  assert.not.match(figure(html, "eq-1"), /ungraded|grade/);
});

test("a tagged display in a paragraph has its badge on lines of its own; one in a list or HTML has none", async () => {
  const display = "$$x + x = 2x \\tag{a.b}$$";
  for (const text of [`As ${display}, so it is.`, `As\n${display} shows.`, `${display} shows it`]) {
    const { html, problems } = await built(markdown(text), shown(sum()));
    assert.equal(problems, [], text);
    assert.match(figure(html, "a.b"), /class="grade proved"/, text);
  }
  for (const text of [
    `- ${display}`,
    `> ${display}`,
    `1. ${display}`,
    `| a |\n|---|\n| ${display} |`,
  ]) {
    const { html, problems } = await built(markdown(text), shown(sum()));
    assert.ok(
      problems.some((one) =>
        /^unchecked: a\.b: it stands in a list, a quotation, .*; write it/.test(one),
      ),
      `${text}\n${problems.join("\n")}`,
    );
    assert.is(figure(html, "a.b"), "", text);
  }
  const within = await built(markdown(`<pre>\n${display}\n</pre>`), shown(sum()));
  assert.ok(
    within.problems.some((one) => /^warning: a\.b: stands where the page has no place/.test(one)),
  );
});

test("the line ends of another system change neither what is read nor what is shown", async () => {
  const lines = ["$$", "x + x", "  = 2x \\tag{a.b}", "$$"];
  for (const end of ["\n", "\r\n", "\r"]) {
    const { html, problems } = await built(markdown(lines.join(end)), shown(sum()));
    assert.equal(problems, []);
    assert.match(figure(html, "a.b"), /class="grade proved"/);
    // A comment of TeX ends with its line: what follows is on the page.
    const comment = await built(markdown(`$$x + x = 2x %${end}+ 1 \\tag{a.b}$$`), shown(sum()));
    assert.match(comment.problems[0], /^failure: a\.b: the page says `x \+ x = 2\*x \+ 1`/);
    assert.match(figure(comment.html, "a.b"), /class="ungraded"/);
  }
});

test("an id that stands in two chapters is named at the second", async () => {
  const text = notebookOf(equation("x = 1"));
  const site = await buildSite(
    inputOf([
      { path: "one.ipynb", text },
      { path: "two.ipynb", text },
    ]),
    verify,
  );
  const failures = site.problems.filter(({ kind }) => kind === "failure");
  assert.equal(failures, [
    { kind: "failure", where: "two", text: "a.b: stands already in one; an id is one equation's" },
  ]);
});

test("a page says of outputs that they are older than their source, or that its author stored them", async () => {
  const text = notebookOf(markdown("# T"), code("1", { "text/plain": "1" }));
  const doubts = [undefined, "stale", "unstamped"] as const;
  const notebooks = doubts.map((doubt) => ({ path: `${doubt}.ipynb`, text, doubt }));
  const { files } = await buildSite(inputOf(notebooks), verify);
  const notice = (doubt?: string) => {
    const html = String(files.find(({ path }) => path === `${doubt}.html`)?.content);
    return /<p class="notice">(.*?)<\/p>/.exec(html)?.[1];
  };
  assert.match(notice("stale") ?? "", /^These outputs are older than their source/);
  assert.is(notice("unstamped"), "Outputs stored by the author, not run here.");
  assert.is(notice(), undefined);
});

for (const [name, [id, from, to]] of Object.entries(plantedChanges)) {
  test(`an equation changed in ${name} is named, and only it loses its grade`, () => {
    const notebook = readNotebook(readFileSync(join(folder, `${name}.ipynb`), "utf8"), name);
    const place = notebook.cells.findIndex(({ source }) => source.includes(`\\tag{${id}}`));
    const { source } = notebook.cells[place];
    const line = source.split("\n").find((one) => one.includes(`\\tag{${id}}`)) ?? "";
    notebook.cells[place].source = source.replace(line, () => line.replace(from, to));
    assert.is.not(notebook.cells[place].source, source);
    const standings = standingsOf(notebook, trusting);
    const told: string[] = [];
    const tell = (text: string) => told.push(text);
    standings.report({ cell: "", fail: tell, unchecked: tell, warn: () => {} });
    assert.is(told.length, 1);
    assert.match(told[0], new RegExp(`^${id}: the page says .*, the derivation checked `));
    for (const { tag, tex } of taggedEquations(notebook)) {
      assert.is(standings.findingOf(tag, tex)?.kind, tag === id ? "differs" : "agrees", tag);
      assert.is(standings.withheld(tag) === undefined, tag !== id, tag);
    }
  });
}

test.run();
