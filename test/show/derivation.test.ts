import sanitizeHtml from "sanitize-html";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { derivation, type DerivationJSON, gradeSummary, summaryMime } from "../../src/index.js";

const test = suite("show: derivations and their summary");

const bundle = (value: object) =>
  (value as Record<symbol, () => Record<string, string>>)[Symbol.for("Jupyter.display")]();

const mean = () =>
  derivation("u.mean", ["a < b"], { title: "the mean" })
    .uses("u.density")
    .from("(b^2 - a^2)/(2*(b - a))")
    .equals("(a + b)/2", "divide by b - a", { items: [64] })
    .equals("x*(a + b)/(2*x)", "")
    .equals("a & b".replace(" & ", " + "), "wrong <here>")
    .erratum({ items: [57], asWritten: "(b - a)/1 = 1", corrected: "(b - a)/(b - a) = 1" });

/** What JupyterLab leaves of HTML in an untrusted notebook; it drops style, script, svg and MathML. */
const lab = (html: string) =>
  sanitizeHtml(html, {
    allowedTags: [
      "p",
      "code",
      "table",
      "thead",
      "tbody",
      "tr",
      "th",
      "td",
      "br",
      "ul",
      "li",
      "details",
      "summary",
    ],
    allowedAttributes: { td: ["style", "colspan"], th: ["style", "colspan", "scope"] },
    allowedStyles: { "*": { "text-align": [/^(left|right)$/] } },
  });

test("the HTML is what it was after JupyterLab's sanitiser", () => {
  const html = bundle(mean())["text/html"];
  assert.is(lab(html), html.replaceAll("<br>", "<br />"));
});
test("it says grade by mark and word, the reason, open conditions, and both values where a step fails", () => {
  const html = bundle(mean())["text/html"];
  assert.match(
    html,
    /<code>u\.mean<\/code> the mean ☒ refuted, given a &lt; b; rests on <code>u\.density<\/code>/,
  );
  assert.match(
    html,
    /\$\\displaystyle = \\frac\{a \+ b\}\{2\}\$<\/td><td style="text-align:left">■ proved/,
  );
  assert.match(html, /◪ proved if<br>if \$\\displaystyle x \\neq 0\$/);
  assert.match(html, /☒ refuted<br>at a = [^:]*: left [^,]+, right [^<]+<details>/);
  assert.match(html, /<td style="text-align:left">wrong &lt;here&gt;<\/td>/);
  assert.match(
    html,
    /<details><summary>evidence<\/summary><ul><li>b - a != 0: met by a &lt; b<\/li>/,
  );
  assert.match(html, /erratum, as printed[^]*☒ refuted[^]*corrected[^]*■ proved/);
});
test("plain text and LaTeX say the same", () => {
  const { "text/plain": text, "text/latex": latex } = bundle(mean());
  assert.match(text, /^u\.mean: the mean {2}☒ refuted\n {2}given a < b\n {2}rests on u\.density\n/);
  assert.match(text, /= x\*\(a \+ b\)\/\(2\*x\) {3}◪ proved if\n {6}if x != 0\n/);
  assert.match(text, /settles 64 of the inventory/);
  assert.match(latex, /^\$\$\\begin\{aligned\}\n/);
  assert.match(latex, /&&\\text\{■ proved: divide by b - a\} \\\\/);
  assert.match(latex, /\\text\{◪ proved if\} \\text\{ if \} x \\neq 0/);
});
test("a summary lists each item once with its weakest grade, and what rests on what", () => {
  const other = derivation("u.mean")
    .from("x")
    .equals("x + 1", "", { items: [64] });
  const summary = gradeSummary([
    mean(),
    other,
    JSON.parse(JSON.stringify(mean())) as DerivationJSON,
  ]);
  assert.equal(
    summary.items.map(({ number, grade, corrected, places }) => [number, grade, corrected, places]),
    [
      [57, "refuted", "proved", ["u.mean"]],
      [64, "refuted", undefined, ["u.mean"]],
    ],
  );
  assert.equal(summary.derivations, [{ id: "u.mean", grade: "refuted", rests: ["u.density"] }]);
  const {
    "text/plain": text,
    "text/html": html,
    [summaryMime]: json,
  } = bundle(summary) as never as Record<string, string> & Record<typeof summaryMime, object>;
  assert.match(text, /^2 items: 2 refuted\n {2}57 {2}☒ refuted; corrected ■ proved {2}u\.mean\n/);
  assert.is(lab(html), html.replaceAll("<br>", "<br />"));
  assert.equal(json, { items: summary.items, derivations: summary.derivations });
});
test("without an argument it sums up what this notebook made", () => {
  const before = gradeSummary().items.length;
  derivation("u.later")
    .from("1 + 1")
    .equals("2", "", { items: [103] });
  assert.is(gradeSummary().items.length, before + 1);
  assert.is(gradeSummary([]).items.length, 0);
  derivation("u.later")
    .from("1 + 1")
    .equals("3", "", { items: [103] });
  derivation("u.later")
    .from("1 + 1")
    .equals("2", "run again", { items: [103] });
  const [last] = gradeSummary().items.slice(-1);
  assert.equal([last.number, last.grade], [103, "proved"]);
});
test("definitions that are made again for the use of another derivation take no item away", () => {
  const given = () => derivation("u.given").define("S", "x + 1");
  given()
    .from("S")
    .equals("1 + x", "turn round", { items: [101] });
  derivation("u.other").uses(given()).from("S - 1").equals("x");
  assert.ok(gradeSummary().items.some(({ number }) => number === 101));
});
test.run();
