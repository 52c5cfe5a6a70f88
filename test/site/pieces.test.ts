import { sep } from "node:path";
import { readdirSync, readFileSync } from "node:fs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { breakable } from "../../src/site/maths/breaking.js";
import { mathItalic, mathsCharacters, textCharacters } from "../../src/site/style/characters.js";
import { takeTag } from "../../src/notebook/index.js";
import { chapterClaims } from "../../src/site/claims/claims.js";
import { escapeHtml, slugOf, textOf, unescapeHtml } from "../../src/site/html/escape.js";
import { weakest } from "../../src/record/index.js";
import { tallyRow, tallyWords } from "../../src/site/claims/grades.js";
import { highlight } from "../../src/site/prose/highlight.js";
import { markDifference } from "../../src/site/maths/marked.js";
import { createFormulaStyles } from "../../src/site/maths/formulaStyle.js";
import { createMarkdown } from "../../src/site/prose/markdown.js";
import { createMaths } from "../../src/site/maths/maths.js";
import {
  assumptionTex,
  assumptionsTex,
  nameTex,
  pointTex,
  valueTex,
} from "../../src/site/claims/names.js";
import { findPlaces } from "../../src/site/context/places.js";
import { slipOf } from "../../src/site/claims/slip.js";
import { parseMathml, printMathml } from "../../src/site/maths/tree.js";
import { step } from "./notebookOf.js";

const test = suite("site: pieces");

const maths = createMaths(createFormulaStyles(), (text) => assert.unreachable(text));

test("escapeHtml(text) leaves nothing that could open a tag or end an attribute", () => {
  assert.is(escapeHtml(`<a b="c" d='e'>&`), "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;");
});

test("textOf(html) is what a reader reads, without the TeX inside formulas", () => {
  const html = `A &amp; <b>b</b> ${maths.display("x^2")}`;
  assert.is(textOf(html), "A & b x2");
});

test("each environment of LaTeX that stands outside of formulas is typeset, in a paragraph and in a list", () => {
  const markdown = createMarkdown(maths, (text) => assert.unreachable(text));
  for (const name of ["equation", "align", "flalign*", "gather", "multline*", "eqnarray"]) {
    const formula = `\\begin{${name}}\na = b\n\\end{${name}}`;
    const [, equation] = markdown.pieces(`text\n${formula}\ntext`);
    assert.is(equation.kind, "equation", name);
    maths.display((equation as { tex: string }).tex);
    const [list] = markdown.pieces(`- one ${formula.replaceAll("\n", " ")}`);
    assert.match((list as { html: string }).html, /<math/, name);
  }
});

test("slugOf(text) is an anchor, in any alphabet", () => {
  assert.is(slugOf("The number: 10/343!"), "the-number-10-343");
  assert.is(slugOf("Größe"), "große");
  assert.is(slugOf("…"), "part");
});

test("takeTag(tex) takes the tag out and keeps the rest", () => {
  assert.equal(takeTag("\na = b\n\\tag{bayes.ex-2-1}\n"), {
    tex: "a = b",
    tag: "bayes.ex-2-1",
    others: [],
  });
  assert.equal(takeTag("a \\label{x}"), { tex: "a", tag: undefined, others: [] });
  assert.equal(takeTag("a \\tag{1} \\tag*{2}"), { tex: "a", tag: "1", others: ["2"] });
});

test("a formula carries its TeX as annotation where it can be copied", () => {
  assert.match(
    maths.display("a < b"),
    /<annotation encoding="application\/x-tex">a &lt; b<\/annotation>/,
  );
  assert.not.match(maths.inline("a"), /annotation/);
});

test("what Temml writes is read into a tree and printed again unchanged", () => {
  for (const tex of [
    "\\frac{1}{\\sqrt{2\\pi\\sigma^2}} e^{-\\frac{(x-\\mu)^2}{2\\sigma^2}}",
    "\\begin{aligned} a &= b \\\\ &= c \\end{aligned}",
    "\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}",
    "\\underbrace{\\int p(z)\\,dz}_{=1} \\text{ a \\& b}",
    "\\left\\lfloor \\frac{i - k + 2p}{s} \\right\\rfloor + 1",
  ]) {
    const mathml = maths.display(tex);
    const tree = parseMathml(mathml);
    assert.ok(tree, tex);
    assert.is(printMathml(tree), mathml);
  }
});

function differ(left: string, right: string) {
  const { wrong, corrected } = markDifference(maths.display(left), maths.display(right));
  return [wrong, corrected];
}

test("markDifference rings the slip alone and underlines what belongs there", () => {
  assert.equal(differ("\\frac{0.9}{0.003 \\times 2}", "\\frac{0.9}{0.03 \\times 2}"), [
    "0.003",
    "0.03",
  ]);
  assert.equal(differ("\\frac{d-c}{1} = 1", "\\frac{d-c}{d-c} = 1"), ["1", "d−c"]);
  assert.equal(differ("a = x_{23}", "a = x_{22}"), ["x23", "x22"]);
});

test("markDifference shows a missing or an extra piece with its neighbour", () => {
  assert.equal(differ("a + b", "a + b + c").map(Boolean), [true, true]);
  assert.equal(differ("x + -y", "x + y").map(Boolean), [true, true]);
});

test("markDifference does not take another order of a sum for a slip", () => {
  assert.equal(differ("a + b", "b + a"), ["", ""]);
});

test("markDifference marks two slips of one row apart", () => {
  assert.equal(differ("x_1 + y_2 + y_3", "x_1 + x_2 + x_3"), ["y2, y3", "x2, x3"]);
});

const wide =
  "S = x_{11}F_{11} + x_{12}F_{12} + x_{21}F_{21} + x_{22}F_{22} + x_{31}F_{31} - x_{32}F_{32}";

test("a long formula may break before its signs, and the first part carries the TeX of all", () => {
  const html = breakable(maths.display(wide));
  assert.is(html.split("<wbr>").length, 7);
  assert.is(html.match(/<annotation/g)?.length, 1);
  assert.is(textOf(html), textOf(maths.display(wide)));
  assert.match(html, /<wbr><math displaystyle="true"><mrow><mo form="infix">−<\/mo>/);
});

test("a long formula breaks inside plain parentheses too, and never inside a fraction", () => {
  assert.ok(breakable(maths.display(`2\\left(${wide}\\right)`)).includes("<wbr>"));
  assert.not.ok(breakable(maths.display(`\\frac{${wide}}{2}`)).includes("<wbr>"));
});

test("a short formula stays in one piece", () => {
  const short = maths.display("a = b + c");
  assert.is(breakable(short), short);
});

test("slipOf(erratum) marks the side that differs and gives that side alone", () => {
  const erratum = {
    items: [],
    after: 0,
    asWritten: step("\\frac{10}{343}", "\\frac{9}{0.003}"),
    corrected: step("\\frac{10}{343}", "\\frac{9}{0.03}"),
  };
  const slip = slipOf(erratum, maths.inline);
  assert.is(slip.wrong, "0.003");
  assert.is(slip.right, "0.03");
  assert.is(slip.side, "rhs");
  const turned = { items: [], after: 0, asWritten: step("3", "2"), corrected: step("1", "2") };
  assert.is(slipOf(turned, maths.inline).side, "lhs");
  assert.match(slip.printed, /343.*<mo>=<\/mo>.*class="wrong"/);
  assert.not.match(slip.printedSide, /343/);
});

test("markDifference leaves equal formulas bare", () => {
  const formula = maths.display("x + 1");
  const { left, wrong } = markDifference(formula, formula);
  assert.is(left, formula);
  assert.is(wrong, "");
});

test("names, assumptions, values and points are typeset as the notes write them", () => {
  assert.is(nameTex("sigma2"), "\\sigma^2");
  assert.is(nameTex("muML"), "\\mu_{\\mathrm{ML}}");
  assert.is(nameTex("D_K"), "D_{K}");
  assert.is(nameTex("x12"), "x_{12}");
  assert.is(nameTex("yhat"), "\\hat{y}");
  assert.is(nameTex("prior"), "\\pi");
  assert.is(assumptionTex("N integer >= 1"), "N \\text{ integer } \\ge 1");
  assert.is(assumptionTex("a != b"), "a \\ne b");
  assert.equal(assumptionsTex(["M integer >= 1", "N integer >= 1", "a < b"]), [
    "M,N \\text{ integer } \\ge 1",
    "a < b",
  ]);
  assert.is(assumptionTex("x < 10^12"), "x < 10 ^{12}");
  assert.is(assumptionTex("x^(a + b)*y > 2^-k"), "x ^{( a + b )} \\, y > 2 ^{- k}");
  assert.is(assumptionTex("y depends on x"), "y \\text{ depends on } x");
  assert.is(
    assumptionTex("x[n] ~ Normal(mu, sigma2) iid"),
    "x_{n} \\sim \\mathrm{Normal} ( \\mu , \\sigma^2 ) \\text{ iid }",
  );
  assert.is(assumptionTex("w[i, j]^2 > 0"), "w_{i , j} ^{2} > 0");
  assert.is(assumptionTex("S symmetric matrix n x n"), "S \\text{ symmetric matrix } n \\times n");
  // Only what is said of a name itself is said of several together.
  assert.equal(assumptionsTex(["x - y < 0", "z - y < 0"]), ["x - y < 0", "z - y < 0"]);
  assert.equal(assumptionsTex(["x != 0", "z != 0"]), ["x,z \\ne 0"]);
  assert.is(valueTex("10/343"), "\\frac{10}{343} \\approx 0.0292");
  assert.is(valueTex("-7"), "-7");
  assert.equal(pointTex({ c: "2", d: "7/3" }), ["c = 2", "d = \\frac{7}{3}"]);
});

test("no name or value, however odd, makes TeX that cannot be typeset", () => {
  for (const odd of ["", "x_", "_", "a b", "\\frac", "{", "x^y$", "f(x)", "é"]) {
    maths.inline(nameTex(odd));
    maths.inline(valueTex(odd));
    maths.inline(assumptionTex(`${odd} > 0`));
  }
});

test("a chain's grade is its weakest step's", () => {
  assert.is(weakest(["proved", "assumed"]), "proved");
  assert.is(weakest(["proved", "proved-if", "tested"]), "tested");
  assert.is(weakest(["proved", "unknown"]), "unknown");
});

test("a tally says its counts and has one square for each", () => {
  const list = ["proved", "proved", "proved-if"] as const;
  assert.is(tallyWords([...list]), "2\u00a0proved, 1\u00a0proved\u00a0if");
  assert.is(tallyRow([...list]).match(/<use /g)?.length, 3);
  assert.is(tallyRow([]), "");
});

const item = { number: 1, id: "a.b", status: "right", notebook: "n", place: "A1", claim: "" };
const derivation = {
  version: 1 as const,
  id: "a.b",
  title: "",
  assumptions: [],
  grade: "proved" as const,
  steps: [
    step("a", "b", { items: [1] }),
    step("b", "c", { grade: "tested", items: [1] }),
    step("c", "d"),
  ],
  errata: [],
};

test("an inventory entry settled by two steps has the weaker grade, and counts once", () => {
  const claims = chapterClaims([item], [{ derivation, section: "s", anchor: "a.b" }], []);
  assert.equal(claims, [{ id: "a.b", grade: "tested", section: "s", erratum: false }]);
});

test("without an inventory each step counts", () => {
  const claims = chapterClaims([], [{ derivation, section: "s", anchor: "a.b" }], []);
  assert.equal(
    claims.map(({ grade }) => grade),
    ["proved", "tested", "proved"],
  );
});

test("the mathematical face gets the italics that one-letter names are drawn from", () => {
  assert.is(mathItalic("x"), "\u{1d465}");
  assert.is(mathItalic("h"), "\u210e");
  assert.is(mathItalic("σ"), "\u{1d70e}");
  assert.is(mathItalic("Σ"), "\u{1d6f4}");
  assert.is(mathItalic("∂"), "\u{1d715}");
  assert.is(mathItalic("1"), "");
  const characters = mathsCharacters(maths.display("\\sqrt{x} \\left( h \\right)"));
  for (const one of ["√", "(", ")", "\u{1d465}", "\u210e", "0", "9"])
    assert.ok(characters.includes(one), one);
  assert.is(mathsCharacters("<p>words</p>"), "");
});

test("the text faces get what stands outside formulas, and text inside them", () => {
  const html = `<p title="z">b&amp;a</p>${maths.display("x \\text{w}")}`;
  assert.is(textCharacters(html).trim(), "&abw");
});

test("code has three inks and is escaped in every language", () => {
  assert.is(
    highlight('const x = "<b>";', "typescript"),
    '<span class="c-k">const</span> x = <span class="c-s">&quot;&lt;b&gt;&quot;</span>;',
  );
  assert.is(highlight("<b>", "no-such-language"), "&lt;b&gt;");
});

const inks = (code: string, language: string) =>
  highlight(code, language)
    .replace(/<span class="c-(.)">/g, "$1<")
    .replaceAll("</span>", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'");

test("words, comments and values of a language have their ink, and members none", () => {
  assert.is(inks("a.from(1e-5) // b", "ts"), "a.from(s<1e-5>) k<// b>");
  assert.is(inks("x = a / b / /[/]\\/c/g", "ts"), "x = a / b / s</[/]\\/c/g>");
  assert.is(inks("`a ${f({ b: 1 })} c` + d", "ts"), "s<`a ${>f({ b: s<1> })s<} c`> + d");
  assert.is(inks("def f():\n '''a\n b''' # c", "python"), "k<def> f():\n s<'''a\n b'''> k<# c>");
});

test("what nothing closes goes to the end of its line or of the code, and no sign is lost", () => {
  assert.is(inks('a = "b\nc', "ts"), 'a = s<"b>\nc');
  assert.is(inks("a /* b\nc", "ts"), "a k</* b\nc>");
  for (const sign of ["a", "(", "<a>", "= /[", "`${", "\n", "aa "]) {
    for (const language of ["typescript", "python", "bash", "csharp"]) {
      const code = sign.repeat(100_000);
      assert.is(unescapeHtml(highlight(code, language).replace(/<[^>]*>/g, "")), code);
    }
  }
});

test("findPlaces finds an equation's function and its suite, the first of each", () => {
  const files = [
    { path: "src/a.ts", content: `one\n * @${"eq"} a.b-c\n` },
    { path: "src/b.ts", content: `@${"eq"} a.b-c\n` },
    { path: "test/a.test.ts", content: `\n\nconst test = ${"suite"}('a.b-c')` },
  ];
  assert.equal(findPlaces(files).get("a.b-c"), {
    code: { path: "src/a.ts", line: 2 },
    test: { path: "test/a.test.ts", line: 3 },
  });
});

test("what Temml writes as styles becomes classes, and a colour that is none is left out", () => {
  const styles = createFormulaStyles();
  const own = createMaths(styles, (text) => assert.unreachable(text));
  const html = own.display("\\cancelto{0}{x} + \\textcolor{red}{y} + \\boxed{z}");
  assert.not.match(html, / style=|undefined/);
  assert.match(html, /<mi class="f-[0-9a-f]{8}">y<\/mi>/);
  assert.match(styles.css(), /\{color:#ff0000\}/);
  assert.match(styles.css(), /\{padding:3pt;border:1px solid\}/);
});

test("a length in TeX is bounded, alone and together with others, and an ordinary one is as written", () => {
  const ems = (tex: string) =>
    [
      ...maths
        .display(tex)
        .replace(/<annotation.*?<\/annotation>/s, "")
        .matchAll(/"(-?[\d.]+)em"/g),
    ].map(([, length]) => Number(length));
  const commands = [
    "\\rule{99999em}{9999em}",
    "x\\kern99999em y",
    "x\\hspace{9999cm}y",
    "\\raise 9999em{x}",
  ];
  for (const tex of commands) {
    const lengths = ems(tex);
    assert.ok(lengths.length > 0 && lengths.every((length) => Math.abs(length) <= 24), tex);
  }
  const many = ems("x\\kern999em ".repeat(50)).reduce((sum, length) => sum + length, 0);
  assert.ok(many <= 60, `${many} em`);
  assert.match(maths.display("\\rule{1.5em}{1em}"), /width="1.5em" height="1em"/);
});

test("only what escapes, sanitises, typesets or cuts markup vouches for it", () => {
  const files = readdirSync("src/site", { recursive: true }).map(String);
  const users = files
    .filter((name) => name.endsWith(".ts"))
    .filter((name) => /\bvouchFor\(/.test(readFileSync(`src/site/${name}`, "utf8")))
    .map((name) => name.split(sep).join("/"))
    .sort();
  assert.equal(users, [
    "figures/figure.ts", // names a picture, and writes JSON without <
    "html/escape.ts",
    "html/html.ts",
    "maths/maths.ts",
    "maths/tree.ts",
    "pages/chapterReader.ts", // takes the paragraph off a question
    "pages/frame.ts", // its own script and style
    "pages/sourcePage.ts", // lines of highlighted code
    "pictures/svg.ts",
    "prose/markdown.ts", // sanitised, then formulas
    "prose/sanitise.ts",
  ]);
});

test.run();
