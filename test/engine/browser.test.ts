import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium as driver } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type * as Engine from "../../src/engine/index.js";
import { prove } from "../../src/engine/prove.js";
import { chromium } from "../support/require.js";
import { type Bundled, bundled, gzipped } from "./bundled.js";
import { opened } from "./page.js";

const test = suite<{ engine: Bundled }>("engine: rederive/engine in a web page");
const root = join(import.meta.dirname, "..", "..");
const executablePath = chromium("the engine in a browser");

/** Bytes that a page may load before its first claim, the second opinion among them. */
const most = 120_000;

test.before(async (context) => {
  context.engine = await bundled('export * from "rederive/engine";', root);
});

test("it holds no package and nothing of Node, mathjs least of all", ({ engine }) => {
  const own = /^(<stdin>|dist\/(engine|derive|num|record)\/[\w/]+\.js)$/;
  assert.ok(engine.inputs.some((path) => path.startsWith("dist/derive/oracle/")));
  assert.equal(
    engine.inputs.filter((path) => !own.test(path)),
    [],
  );
  const text = [...engine.files.values()].map((bytes) => new TextDecoder().decode(bytes)).join("");
  assert.not.match(text, /node:|createRequire|mathjs"|process\.(env|version)/);
});

test("a bundle that needs Node, or holds a package, is noticed", async () => {
  const all = await bundled('export * from "rederive";', root).then(
    () => "bundled",
    (error: Error) => error.message,
  );
  assert.match(all, /Could not resolve "node:module"/);
  const { inputs } = await bundled('export { extent } from "d3-array";', root);
  assert.ok(inputs.some((path) => path.startsWith("node_modules/d3-array/")));
});

test("what every claim needs is 120 KB gzipped at most, and the rest comes on demand", ({
  engine,
}) => {
  const size = gzipped(engine, engine.core);
  const all = gzipped(engine, [...engine.files.keys()]);
  console.log(`rederive/engine: ${size} bytes gzipped before the first claim, ${all} with all`);
  assert.ok(size <= most, `${size} bytes`);
  assert.ok(all > size + 20_000);
});

/** A true and a false claim of each kind, as the fixtures state them. */
function claims(): Engine.Claim[] {
  const folder = join(root, "test", "fixtures", "derive");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => {
      type Stated = Engine.Claim & { id: string };
      const all = JSON.parse(readFileSync(join(folder, name), "utf8")) as Stated[];
      return all.filter(({ id }) => /\.(true|false)-01$/.test(id));
    })
    .map(({ lhs, rhs, relation, assumptions }) => ({ lhs, rhs, relation, assumptions }));
}

if (executablePath) {
  test("30 claims have the verdicts in Chromium that they have in Node", async ({ engine }) => {
    const browser = await driver.launch({
      executablePath,
      args: ["--no-sandbox", "--disable-gpu"],
    });
    try {
      const { page, asked } = await opened(browser, engine.files);
      const stated = claims();
      assert.ok(stated.length >= 30);
      const found = await page.evaluate(async (all) => {
        const path = "/index.js";
        const { prove: graded } = (await import(path)) as typeof Engine;
        const verdicts = [];
        for (const one of all) verdicts.push(await graded(one));
        return verdicts;
      }, stated);
      assert.equal(
        found,
        stated.map((one) => prove(one)),
      );
      const grades = found.map(({ grade }) => grade);
      assert.ok(grades.filter((grade) => grade === "proved").length > 8);
      assert.ok(grades.filter((grade) => grade === "refuted").length > 8);
      assert.ok(asked.length > engine.core.length, "derivatives and integrals were loaded");
      const special = await page.evaluate(async () => {
        const path = "/index.js";
        const { prove: graded } = (await import(path)) as typeof Engine;
        const all = ["Gamma(5) = 24", "erf(-x) = -erf(x)", "Gamma(5) = 23"];
        return Promise.all(all.map(async (one) => (await graded(one)).grade));
      });
      assert.equal(special, ["proved", "proved", "refuted"], "functions that are loaded later");
    } finally {
      await browser.close();
    }
  });

  test("a page loads nothing but the core for a plain claim, and the rest when it is asked for", async ({
    engine,
  }) => {
    const browser = await driver.launch({
      executablePath,
      args: ["--no-sandbox", "--disable-gpu"],
    });
    try {
      const { page, asked } = await opened(browser, engine.files);
      const grade = await page.evaluate(async () => {
        const path = "/index.js";
        const { prove: graded } = (await import(path)) as typeof Engine;
        return (await graded("(a + b)^2 = a^2 + 2*a*b + b^2")).grade;
      });
      assert.is(grade, "proved");
      assert.equal([...asked].sort(), [...engine.core].sort());
      const others = await page.evaluate(async () => {
        const path = "/index.js";
        const { loadDerivation, parseLatex, verify } = (await import(path)) as typeof Engine;
        const { text } = await parseLatex("\\frac{x^2}{x}", { assumptions: ["x > 0"] });
        const Derivation = await loadDerivation();
        const made = new Derivation("my.half", ["x > 0"]).from(text).equals("x");
        return [text, made.grade, (await verify(made.toJSON())).problems.length];
      });
      assert.equal(others, ["x^2/x", "proved", 0]);
      assert.ok(asked.length > engine.core.length);
    } finally {
      await browser.close();
    }
  });
}

test.run();
