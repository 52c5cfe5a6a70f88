import type { Browser, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { functions, ignored, relations } from "../../src/derive/tex/reading/commands.js";
import { accents, accentVariants, alphabets, greek } from "../../src/derive/tex/reading/letters.js";
import { mathsCharacters } from "../../src/site/style/characters.js";
import { mathsFontCss } from "../../src/site/style/fonts.js";
import { createFormulaStyles } from "../../src/site/maths/formulaStyle.js";
import { createMaths } from "../../src/site/maths/maths.js";
import { strokes } from "../../src/site/style/strokes.js";
import { styleSheet } from "../../src/site/style/styleSheet.js";
import { chromium } from "../support/require.js";
import { launch } from "./chromium.js";
import { readerCommands } from "./readerCommands.js";

const test = suite("site: strokes");
const executablePath = chromium("every TeX command drawn");
let browser: Browser;
test.before(async () => {
  browser = await launch(executablePath as string);
});
test.after(() => browser?.close());

/** A formula, and what is left of it if what the command draws is lost. */
type Pair = [formula: string, bare: string];

const isWord = (name: string) => /^[a-z]+$/i.test(name);

/** What the engine reads, from its own tables and from the reader's own words. */
const read: Pair[] = [
  ...[...greek].map((name): Pair => [`\\${name}`, "{}"]),
  // Names that the engine tells apart look different.
  ...[...greek]
    .filter((name) => greek.has(`var${name}`))
    .map((name): Pair => [`\\var${name}`, `\\${name}`]),
  ...[...accents, ...Object.keys(accentVariants)].map((name): Pair => [`\\${name}{x}`, "x"]),
  ...Object.keys(alphabets).map((name): Pair => [`\\${name}{L}`, "L"]),
  ...Object.keys(functions).map((name): Pair => [`\\${name} x`, "x"]),
  ...Object.keys(relations)
    .filter(isWord)
    .map((name): Pair => [`a \\${name} b`, "a b"]),
  ...String.raw`
    \frac{a}{b} a b
    \dfrac{a}{b} a b
    \tfrac{a}{b} a b
    \binom{n}{k} n k
    \sqrt{x} x
    \sqrt[3]{x} \sqrt{x}
    \sum_{n=1}^{N}x x
    \prod_{n=1}^{N}x x
    \int_a^b\!x\,dx x\,dx
    \iint x\,dx x\,dx
    \iiint x\,dx x\,dx
    \partial{x} x
    \nabla{x} x
    \infty {}
    a\cdot{b} ab
    a\times{b} ab
    \left(x\right) x
    \left[x\right] x
    \left\{x\right\} x
    \left|x\right| x
    \lvert{x}\rvert x
    \lfloor{x}\rfloor x
    \lceil{x}\rceil x
    \Bigl(x\Bigr) x
    \prime {}
    x' x
    a\mid{b} ab
    \mathbb{R} R
    {n\choose{k}} n k
    \det{x} x
    \lim_{x\to{a}}x x
    \|x\| x
    \lVert{x}\rVert x
    \langle{x}\rangle x
    A\otimes{B} AB
    A\odot{B} AB
    A^\top A
    A^\intercal A
    A\cap{B} AB
    A\cup{B} AB
    x\sim{p} xp
    x\in{S} xS
    A\setminus{B} AB
    \sup_{x}y xy
    \inf_{x}y xy
    \argmax_{x}y xy
    \argmin_{x}y xy
    \limsup_{x\to{a}}x x
    \liminf_{x\to{a}}x x
    x^\star x
    x^\ast x
    \mathrm{x} x
    \operatorname{Var}x x
    \text{a} {}
    x^{2} x2
    x_{2} x2`
    .trim()
    .split("\n")
    .map((line): Pair => {
      const [formula, ...bare] = line.trim().split(" ");
      return [formula.replace(/(\\,|\\!)/g, "$1 "), bare.join(" ")];
    }),
];

/** What a page alone reads. */
const shown: Pair[] = [
  ..."overline underline cancel bcancel xcancel sout fbox boxed angl longdiv phase overbrace underbrace"
    .split(" ")
    .concat(
      "vec overrightarrow overleftarrow mathring ddot check breve acute grave textcircled".split(
        " ",
      ),
    )
    .map((name): Pair => [`\\${name}{x}`, name === "fbox" ? "\\text{x}" : "x"]),
  ["\\cancelto{0}{x}", "x 0"],
  ["\\textcircled{a}", "\\text{a}"],
  ["\\widehat{xyz}", "\\hat{xyz}"],
  ["\\mathbf{x}", "x"],
  ["\\boldsymbol{x}", "x"],
  ["\\colorbox{yellow}{x}", "\\text{x}"],
  ["\\fcolorbox{red}{white}{x}", "\\text{x}"],
  ["\\textcolor{red}{x}", "x"],
  ["\\rule{1em}{1em}x", "x"],
  ["\\xrightarrow{a}", "a"],
  ["\\begin{array}{c|c}a&b\\end{array}", "\\begin{array}{cc}a&b\\end{array}"],
  ["\\begin{array}{c}a\\\\\\hline b\\end{array}", "\\begin{array}{c}a\\\\b\\end{array}"],
  ["\\begin{cases}a\\\\b\\end{cases}", "\\begin{matrix}a\\\\b\\end{matrix}"],
  ["\\begin{pmatrix}a\\\\b\\end{pmatrix}", "\\begin{matrix}a\\\\b\\end{matrix}"],
];

/** Commands that draw nothing, each with the reason. */
const drawNothing: Record<string, string> = {
  tag: "is the id, which stands beside the formula",
  label: "is an id",
  quad: "is space",
  qquad: "is space",
  enspace: "is space",
  thinspace: "is space",
  medspace: "is space",
  thickspace: "is space",
  mathstrut: "is room above and below",
  mathit: "is the face in which a letter stands anyway",
  displaystyle: "chooses a size",
  textstyle: "chooses a size",
  scriptstyle: "chooses a size",
  limits: "says where limits stand",
  nolimits: "says where limits stand",
  displaylimits: "says where limits stand",
  allowbreak: "says where a line may end",
  lefteqn: "says how wide a formula is taken to be",
  cr: "ends a row",
  nonumber: "takes a number away",
  notag: "takes a number away",
};

test("every command that the engine reads and a page shows leaves its trace in the picture", async () => {
  assert.equal(await lost([...read, ...shown], styleSheet), []);
});

test("whatever command the reader accepts leaves its trace, or is on the list of those that draw nothing", async () => {
  const accepted = readerCommands(isSet);
  assert.ok(accepted.length > 120, `${accepted.length}`);
  assert.equal(
    accepted.filter(({ formula }) => !isSet(formula)),
    [],
  );
  const drawing = accepted.filter(({ name }) => !Object.hasOwn(drawNothing, name));
  assert.equal(
    await lost(
      drawing.map(({ formula, bare }): Pair => [formula, bare]),
      styleSheet,
    ),
    [],
  );
});

test("the list of commands that draw nothing holds what the reader passes over, and nothing that it refuses", () => {
  const accepted = new Set(readerCommands(isSet).map(({ name }) => name));
  const listed = Object.keys(drawNothing);
  assert.equal(
    [...ignored].filter((name) => !listed.includes(name)),
    [],
  );
  assert.equal(
    listed.filter((name) => !accepted.has(name)),
    [],
  );
});

function isSet(tex: string): boolean {
  let fault = false;
  createMaths(createFormulaStyles(), () => (fault = true)).display(tex);
  return !fault;
}

test("the comparison is not blind: without the sheet's strokes a bar, a bar below and a line through are lost", async () => {
  const squeezed = (css: string) =>
    css
      .replace(/\s+/g, " ")
      .replace(/ ?([{};,]) ?/g, "$1")
      .trim();
  const without = styleSheet.replace(squeezed(strokes), "");
  assert.ok(without.length < styleSheet.length);
  const pairs = shown.slice(0, 6);
  assert.equal(
    await lost(pairs, without),
    pairs.map(([formula]) => formula),
  );
});

/** The formulas whose ink is the same as that of what they enclose. */
async function lost(pairs: Pair[], sheet: string): Promise<string[]> {
  const styles = createFormulaStyles();
  const maths = createMaths(styles, (text) => assert.unreachable(text));
  const boxes = pairs.flat().map((tex) => `<div class="box">${maths.display(tex)}</div>`);
  const font = await mathsFontCss(mathsCharacters(boxes.join("")));
  const css = `${sheet}${styles.css()}${font}.box{padding:1.5rem;width:16rem;height:7rem;font-size:2rem}body{display:grid;grid-template-columns:repeat(4,16rem)}`;
  const page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
  await page.setContent(`<!doctype html><style>${css}</style>${boxes.join("")}`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const differences = await inkDifferences(page);
  await page.close();
  return pairs.filter((_, i) => differences[i] < 12).map(([formula]) => formula);
}

/** For each two neighbouring boxes, how many points differ once each is cut to its ink. */
async function inkDifferences(page: Page): Promise<number[]> {
  const picture = (await page.screenshot({ fullPage: true })).toString("base64");
  return page.evaluate(async (source) => {
    const rects = [...document.querySelectorAll(".box")].map((one) => one.getBoundingClientRect());
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const drawing = canvas.getContext("2d", { willReadFrequently: true });
    if (!drawing) throw new Error("no canvas");
    drawing.drawImage(image, 0, 0);
    const inks = rects.map(({ x, y, width, height }) => {
      const { data } = drawing.getImageData(x, y + scrollY, width, height);
      const points: [number, number, string][] = [];
      for (let i = 0; i < data.length / 4; i++) {
        const [r, g, b] = [data[4 * i], data[4 * i + 1], data[4 * i + 2]];
        if (r + g + b < 700)
          points.push([i % width, Math.floor(i / width), `${r >> 6}${g >> 6}${b >> 6}`]);
      }
      const left = Math.min(...points.map(([x]) => x));
      const top = Math.min(...points.map(([, y]) => y));
      return new Set(points.map(([x, y, ink]) => `${x - left},${y - top},${ink}`));
    });
    return inks.flatMap((ink, i) => {
      if (i % 2) return [];
      const other = inks[i + 1];
      return [
        [...ink].filter((one) => !other.has(one)).length +
          [...other].filter((one) => !ink.has(one)).length,
      ];
    });
  }, picture);
}

// Skipped by name above, which the test script counts as a failure under REQUIRE_ALL=1.
if (executablePath) test.run();
else suite("site: strokes").run();
