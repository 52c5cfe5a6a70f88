import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { chromium as driver } from "playwright-core";
import { chromium } from "../support/require.js";
import { opened } from "./page.js";

const test = suite<{ folder: string }>("engine: the packed package, as a project installs it");
const root = join(import.meta.dirname, "..", "..");
const parts = [
  "rederive",
  ...["engine", "conv", "nn", "prob", "show"].map((one) => `rederive/${one}`),
];

function run(folder: string, command: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: "utf8" });
  return { status, text: stdout + stderr };
}

const node = (folder: string, ...args: string[]) => run(folder, process.execPath, ...args);

/** Packs the project and unpacks it among the packages of another one. */
test.before((context) => {
  const folder = (context.folder = mkdtempSync(join(tmpdir(), "rederive-packed-")));
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const packed = run(
    root,
    npm,
    "pack",
    "--silent",
    "--ignore-scripts",
    "--pack-destination",
    folder,
  );
  assert.is(packed.status, 0, packed.text);
  const modules = join(folder, "node_modules");
  mkdirSync(join(modules, "rederive"), { recursive: true });
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (name === "rederive") continue;
    symlinkSync(join(root, "node_modules", name), join(modules, name));
  }
  const archive = readdirSync(folder).find((name) => name.endsWith(".tgz"))!;
  const into = ["--strip-components=1", "-C", join("node_modules", "rederive")];
  const unpacked = run(folder, "tar", "-xzf", archive, ...into);
  assert.is(unpacked.status, 0, unpacked.text);
});

test.after(({ folder }) => rmSync(folder, { recursive: true, force: true }));

test("each part is imported by an ES module, and required by a CommonJS one", ({ folder }) => {
  const report = "const names = (one) => Object.keys(one).length;";
  const all = JSON.stringify(parts);
  writeFileSync(
    join(folder, "a.mjs"),
    `${report}
for (const part of ${all}) console.log(part, names(await import(part)) > 10);
const { prove } = await import("rederive/engine");
console.log((await prove("D(x^2, x) = 2x")).grade);`,
  );
  writeFileSync(
    join(folder, "a.cjs"),
    `${report}
for (const part of ${all}) console.log(part, names(require(part)) > 10);
require("rederive/engine").prove("D(x^2, x) = 2x").then(({ grade }) => console.log(grade));`,
  );
  const wanted = [...parts.map((part) => `${part} true`), "proved", ""].join("\n");
  assert.is(node(folder, "a.mjs").text, wanted);
  assert.is(node(folder, "--no-warnings", "a.cjs").text, wanted);
});

test("what is no part cannot be imported, however deep its file lies", ({ folder }) => {
  for (const deep of ["derive/index.js", "dist/derive/index.js", "dist/engine/prove.js", "num"]) {
    const { text } = node(folder, "--input-type=module", "-e", `import "rederive/${deep}";`);
    assert.match(text, /ERR_PACKAGE_PATH_NOT_EXPORTED/, deep);
  }
});

test("a program on the engine loads no package, mathjs least of all", ({ folder }) => {
  rmSync(join(folder, "node_modules", "mathjs"));
  const program = `import { prove, parseLatex } from "rederive/engine";
import { prove as atOnce } from "rederive";
console.log((await prove("2x = x + x")).grade, (await parseLatex("2x")).text, atOnce("2x = x + x").grade);`;
  const { text } = node(folder, "--input-type=module", "-e", program);
  symlinkSync(join(root, "node_modules", "mathjs"), join(folder, "node_modules", "mathjs"));
  assert.is(text, "proved 2*x proved\n");
});

/** What TypeScript says of files under a kind of resolution. */
function checked(folder: string, module: string, files: Record<string, string>, more: object = {}) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const compilerOptions = {
    ...{ module, noEmit: true, strict: true, target: "es2022", lib: ["es2022"], types: [] },
    ...more,
  };
  const config = { compilerOptions, files: Object.keys(files) };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  return node(folder, join(root, "node_modules", "typescript", "bin", "tsc"), "-p", folder).text;
}

const typed = `import { prove, type Verdict } from "rederive";
import { prove as later, type Claim } from "rederive/engine";
import { outputSize } from "rederive/conv";
import { relu } from "rederive/nn";
import { bayes } from "rederive/prob";
import { table } from "rederive/show";
const claim: Claim = { lhs: "x", relation: ">=", rhs: "0", assumptions: ["x > 0"] };
const verdict: Verdict = prove(claim);
export const promised: Promise<Verdict> = later("x = x");
export const grade: "proved" | string = verdict.grade;
export const parts = [outputSize, relu, bayes, table];
`;

test("TypeScript finds the types of each part, as nodenext and as bundlers resolve it", ({
  folder,
}) => {
  const options = { skipLibCheck: true };
  assert.is(checked(folder, "nodenext", { "t.mts": typed, "t.cts": typed }, options), "");
  const bundler = { ...options, moduleResolution: "bundler" };
  assert.is(checked(folder, "esnext", { "t.ts": typed }, bundler), "");
  const wrong = checked(folder, "esnext", { "t.ts": `${typed}later("x = x").grade;` }, bundler);
  assert.match(wrong, /Property 'grade' does not exist on type 'Promise<Verdict>'/);
  const deep = 'import { a } from "rederive/dist/derive/index.js"; a;';
  assert.match(checked(folder, "esnext", { "t.ts": deep }, bundler), /Cannot find module/);
});

test("the engine's types are whole without those of Node", ({ folder }) => {
  const text = 'import * as engine from "rederive/engine"; export const { prove } = engine;';
  assert.is(checked(folder, "nodenext", { "t.mts": text }, { skipLibCheck: false }), "");
});

/** The blocks of a section of the README, by their language. */
function blocks(section: string, language: string): string[] {
  const text = readFileSync(join(root, "README.md"), "utf8");
  const [, found] = new RegExp(`\n## ${section}\n([^]*?)\n## `).exec(text)!;
  return [...found.matchAll(/^```(\w+)\n([^]*?)^```$/gm)]
    .filter(([, own]) => own === language)
    .map(([, , code]) => code);
}

test("the programs of the README print what stands beside each line", ({ folder }) => {
  const programs = blocks("In a program", "ts");
  assert.is(programs.length, 2);
  for (const program of programs) {
    const wanted = [...program.matchAll(/^console\.log.*; \/\/ (.*)$/gm)].map(([, said]) => said);
    assert.ok(wanted.length > 0);
    writeFileSync(join(folder, "readme.mjs"), program);
    assert.is(node(folder, "readme.mjs").text, `${wanted.join("\n")}\n`);
  }
});

const executablePath = chromium("the README's web page");
if (executablePath) {
  test("the web page of the README is made by its command, and shows the verdict", async ({
    folder,
  }) => {
    const [[script], [command], [html]] = ["js", "sh", "html"].map((one) =>
      blocks("In a web page", one),
    );
    writeFileSync(join(folder, "page.js"), script);
    const [npx, ...args] = command.trim().split(" ");
    const made = run(folder, process.platform === "win32" ? `${npx}.cmd` : npx, "--no", ...args);
    assert.is(made.status, 0, made.text);
    const names = readdirSync(join(folder, "built"));
    const files = names.map(
      (name) => [`built/${name}`, readFileSync(join(folder, "built", name))] as const,
    );
    const browser = await driver.launch({
      executablePath,
      args: ["--no-sandbox", "--disable-gpu"],
    });
    try {
      const { page } = await opened(browser, new Map(files), html);
      await page.waitForFunction(() => document.body.textContent?.includes("at x"));
      assert.is(await page.evaluate(() => document.body.textContent), "refuted at x = 1/2");
    } finally {
      await browser.close();
    }
  });
}

test.run();
