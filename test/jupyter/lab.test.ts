import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type Page, chromium as driver } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { chromium, venv } from "../support/require.js";
import { root, writeCells } from "./jupyter.js";
import { type LabServer, startLab } from "./labServer.js";

const executablePath = chromium("the kernel in JupyterLab");
const jupyter = venv("jupyter", "the kernel in JupyterLab");
const test = suite("jupyterlab");
const shots = process.env.REDERIVE_SCREENSHOTS;
const patience = 90_000;

let lab: LabServer;
let browser: Browser;
let page: Page;

async function shoot(name: string) {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`) });
}

async function openNotebook(name: string) {
  await page.goto(lab.address.replace("%s", name), { timeout: patience });
  await page.waitForSelector(".jp-Notebook .jp-CodeCell", {
    timeout: patience,
  });
  await idle();
}

/** Waits until the kernel has nothing to do. */
async function idle() {
  await page.waitForFunction(
    () =>
      /\| Idle$/.test(
        document.querySelector(".jp-StatusBar-Widget, #jp-main-statusbar")?.textContent ?? "",
      ) ||
      [...document.querySelectorAll("#jp-main-statusbar *")].some((one) =>
        /\| Idle$/.test(one.textContent ?? ""),
      ),
    null,
    { timeout: patience },
  );
}

/** Runs a command of a menu, its name as the reader sees it. */
async function menu(name: string, item: string) {
  await page.click(`.lm-MenuBar-item:has-text("${name}")`);
  await page.click(`.lm-Menu-item:has-text("${item}")`);
}

/** Whether each code cell with text has its number. */
async function allRan() {
  await page.waitForFunction(
    () => {
      const prompts = [...document.querySelectorAll(".jp-CodeCell .jp-InputPrompt")];
      return prompts.length > 0 && prompts.every((one) => /^\[\d+\]:$/.test(one.textContent ?? ""));
    },
    null,
    { timeout: patience },
  );
}

/** Adds a cell at the end and types into it. */
async function typeCell(code: string) {
  await page.locator(".jp-Notebook .jp-Cell .jp-InputPrompt").last().click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("b");
  await page.keyboard.press("Enter");
  await page.keyboard.insertText(code);
}

const lastCell = () => page.locator(".jp-Notebook .jp-CodeCell").last();

async function runLast(): Promise<string> {
  await page.keyboard.press("Control+Enter");
  await lastCell()
    .locator(".jp-InputPrompt", { hasText: /\[\d+\]/ })
    .waitFor({ timeout: patience });
  return (await lastCell().locator(".jp-OutputArea-output").allInnerTexts()).join("\n").trim();
}

if (jupyter && executablePath) {
  test.before(async () => {
    lab = await startLab(jupyter);
    browser = await driver.launch({
      executablePath,
      args: ["--no-sandbox", "--disable-gpu"],
    });
    page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
    page.setDefaultTimeout(patience);
  });
  test.after(async () => {
    await browser?.close();
    await lab?.stop();
  });

  test("chapter 02 opens on the kernel and all its cells run", async () => {
    await openNotebook("02-backpropagation.ipynb");
    assert.match(
      await page.locator(".jp-Toolbar-kernelName").innerText(),
      /TypeScript \(Rederive\)/,
    );
    await menu("Edit", "Clear Outputs of All Cells");
    await menu("Run", "Run All Cells");
    await allRan();
    await idle();
    await shoot("all-ran");
    const errors = page.locator('[data-mime-type="application/vnd.jupyter.error"]');
    assert.is(await errors.count(), 0);
  });

  test("formulas, derivations, tables and Plotly figures are drawn", async () => {
    assert.ok((await page.locator(".jp-MarkdownCell mjx-container").count()) > 20);
    assert.ok((await page.locator(".jp-OutputArea table").count()) > 5);
    assert.ok((await page.locator(".jp-OutputArea table mjx-container").count()) > 5);
    const figure = page.locator(".jp-OutputArea .js-plotly-plot").first();
    await figure.scrollIntoViewIfNeeded();
    await figure.locator("svg.main-svg").first().waitFor();
    await shoot("figure");
    const derivation = page
      .locator(".jp-OutputArea table", { has: page.locator("details") })
      .first();
    await derivation.scrollIntoViewIfNeeded();
    await shoot("derivation");
  });

  test("a name is completed", async () => {
    await typeCell("parameterC");
    // JupyterLab waits a second for an answer, and asks again when it is asked again.
    const content = lastCell().locator(".cm-content");
    for (let tries = 0; tries < 20 && (await content.innerText()) === "parameterC"; tries++) {
      await page.keyboard.press("Tab");
      await page.waitForTimeout(1500);
    }
    assert.is(await content.innerText(), "parameterCount");
    await shoot("completed");
  });

  test("several completions are listed with their kinds", async () => {
    await typeCell("Math.a");
    await page.keyboard.press("Tab");
    const list = page.locator(".jp-Completer .jp-Completer-item");
    await list.first().waitFor();
    await shoot("completions");
    assert.ok((await list.allInnerTexts()).some((text) => /\babs\b/.test(text)));
    await page.keyboard.press("Escape");
  });

  test("a name's signature and comment are shown", async () => {
    await typeCell("bceWithLogits");
    await page.keyboard.press("Shift+Tab");
    const tooltip = page.locator(".jp-Tooltip");
    await tooltip.waitFor();
    await shoot("hover");
    assert.match(await tooltip.innerText(), /bceWithLogits\(z: number, y: number\): number/);
    await page.keyboard.press("Escape");
  });

  test("a type error stands under its cell with its place", async () => {
    await typeCell('const n: number = "one";');
    assert.match(await runLast(), /TypeScriptError: line 1, column 7: Type 'string'/);
    await shoot("type-error");
  });

  test("a loop is interrupted and what was defined stays", async () => {
    await typeCell("const kept = 41;\nkept");
    assert.is(await runLast(), "41");
    await typeCell('console.log("begun"); while (true);');
    await page.keyboard.press("Control+Enter");
    await lastCell().locator(".jp-OutputArea", { hasText: "begun" }).waitFor();
    await menu("Kernel", "Interrupt Kernel");
    await lastCell().locator(".jp-OutputArea", { hasText: "Interrupted" }).waitFor();
    await shoot("interrupted");
    await typeCell("kept + 1");
    assert.is(await runLast(), "42");
  });

  test("what a task runner draws moves in place, and ends as in a terminal", async () => {
    await typeCell(`import { Listr } from "listr2";
const wait = (title: string) => ({ title, task: () => new Promise((done) => setTimeout(done, 1500)) });
console.log("begun");
await new Listr([wait("first task"), wait("second task")]).run();
for (let i = 0; i <= 100; i += 50) process.stdout.write(\`\\rread \${i} %\`);
console.log();`);
    await page.keyboard.press("Control+Enter");
    const outputs = lastCell().locator(".jp-OutputArea-output");
    await outputs.filter({ hasText: /[✔√] first task/ }).waitFor({ timeout: patience });
    await outputs.last().scrollIntoViewIfNeeded();
    assert.not.match(await lastCell().innerText(), /[✔√] second task/);
    await shoot("progress");
    await outputs.filter({ hasText: "read 100 %" }).waitFor({ timeout: patience });
    await outputs.last().scrollIntoViewIfNeeded();
    await shoot("progress-done");
    const text = (await outputs.allInnerTexts()).join("").replace(/\s+/g, " ");
    assert.match(text, /^begun ?. first task ?. second task ?read 100 % ?$/u);
  });

  test("an edit of the core is seen by the next cell that imports it", async () => {
    const planted = join(lab.folder, "src", "num", "planted.ts");
    const index = join(lab.folder, "src", "index.ts");
    writeFileSync(planted, "export const planted = 41;\n");
    writeFileSync(
      index,
      `${readFileSync(index, "utf8")}export { planted } from "./num/planted.js";\n`,
    );
    await typeCell('import { planted } from "rederive";\nplanted');
    assert.is(await runLast(), "41");
    writeFileSync(planted, "export const planted = 42;\n");
    await typeCell('import { planted } from "rederive";\nplanted');
    assert.is(await runLast(), "42");
  });

  test("the kernel restarts and runs all again", async () => {
    await openNotebook("04-bayes.ipynb");
    const runAll = async (name: string, item: string) => {
      // Without their stored numbers the cells show which have run.
      await menu("Edit", "Clear Outputs of All Cells");
      await menu(name, item);
    };
    await runAll("Run", "Run All Cells");
    await allRan();
    await idle();
    await runAll("Kernel", "Restart Kernel and Run All Cells");
    await page.click('.jp-Dialog-button:has-text("Restart")');
    await allRan();
    await idle();
    const numbers = await page.locator(".jp-CodeCell .jp-InputPrompt").allInnerTexts();
    assert.is(numbers[0], "[1]:");
    await shoot("restarted");
  });

  test("after a death the cell says what can be brought back, and so it can after a restart", async () => {
    writeCells(join(lab.folder, "notebooks"), "death.ipynb", ['jupyter.snapshot("on");']);
    await openNotebook("death.ipynb");
    await menu("Run", "Run All Cells");
    await allRan();
    await typeCell(
      'const scores = new Map([["Ada", 36]]);\nlet round = 3;\nconst shout = () => "!";',
    );
    await page.keyboard.press("Control+Enter");
    await allRan();
    await typeCell('process.kill(process.pid, "SIGKILL");\nfor (;;) {}');
    const sentence = await runLast();
    assert.match(
      sentence,
      /it was killed \(SIGKILL\).*brings back, as cell 2 left them: scores, round/s,
    );
    await shoot("death");
    await typeCell("jupyter.restore()");
    assert.match(
      await runLast(),
      /Restored as cell 2 left it .*: scores, round\.\s+Not restored:\s+shout/s,
    );
    await shoot("restored");
    await typeCell('round += scores.get("Ada")!;\nround');
    assert.is(await runLast(), "39");
    await menu("Kernel", "Restart Kernel…");
    await page.click('.jp-Dialog-button:has-text("Restart")');
    await idle();
    await typeCell("typeof round");
    assert.match(await runLast(), /Cannot find name 'round'/);
    await typeCell("jupyter.restore()");
    assert.match(await runLast(), /Restored as cell 5 left it .*: scores, round\./);
    await typeCell("[round, scores.size]");
    assert.is(await runLast(), "[ 39, 1 ]");
    await shoot("restored-after-restart");
  });

  test("a notebook that is opened and not touched is not marked as changed", async () => {
    const path = writeCells(join(lab.folder, "notebooks"), "plain.ipynb", [
      "1 + 1",
      "[{ a: 1 }]",
      'const bars = { data: { values: [{ a: 1 }] }, mark: "bar", encoding: { x: { field: "a" } } };\njupyter.display({ "application/vnd.vegalite.v5+json": bars });',
    ]);
    const program = join(lab.folder, "dist", "cli", "main.js");
    const stored = spawnSync(process.execPath, [program, "run", path], {
      encoding: "utf8",
    });
    assert.is(stored.status, 0, stored.stdout + stored.stderr);
    await openNotebook("plain.ipynb");
    await page.locator(".jp-RenderedVegaCommon5 .marks").waitFor();
    await page.waitForTimeout(2000); // until its renderer has made a picture
    await shoot("untouched");
    assert.is(await page.locator(".jp-mod-dirty").count(), 0);
    await typeCell("1");
    assert.ok((await page.locator(".jp-mod-dirty").count()) > 0, "what is touched is marked");
  });

  const chapters = readdirSync(join(root, "notebooks")).filter((name) => name.endsWith(".ipynb"));
  for (const name of chapters) {
    test(`${name}, opened, looked at and not touched, is not marked as changed, and a save changes nothing`, async () => {
      const stored = readFileSync(join(root, "notebooks", name), "utf8");
      const path = join(lab.folder, "notebooks", name);
      writeFileSync(path, stored);
      await openNotebook(name);
      const figures = page.locator(".jp-RenderedPlotly");
      assert.is(await figures.count(), stored.split("vnd.plotly.v1+json").length - 1);
      for (const figure of await figures.all()) {
        await figure.locator("svg.main-svg").first().waitFor();
        await figure.hover({ force: true });
      }
      await page.waitForTimeout(2500); // until Plotly's renderer has made its pictures
      assert.is(await page.locator(".jp-mod-dirty").count(), 0);
      await page.keyboard.press("Control+s");
      await page.waitForTimeout(1000);
      assert.is(readFileSync(path, "utf8"), stored);
    });
  }

  test("a warning stands under its cell, which runs", async () => {
    const folder = join(lab.folder, "loose");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), "{}");
    writeCells(folder, "loose.ipynb", ["function twice(n) { return 2 * n; }\ntwice(21)"]);
    await openNotebook("../loose/loose.ipynb");
    await menu("Run", "Run All Cells");
    await allRan();
    await shoot("warning");
    const shown = await page.locator(".jp-OutputArea-output").allInnerTexts();
    assert.match(
      shown[0],
      /^warning: line 1, column 16: Parameter 'n' implicitly has an 'any' type/,
    );
    assert.is(shown[1].trim(), "42");
  });

  test("completion is answered while a cell loops, and the kernel is shown as busy", async () => {
    await typeCell('console.log("begun"); while (true);');
    await page.keyboard.press("Control+Enter");
    await lastCell().locator(".jp-OutputArea", { hasText: "begun" }).waitFor();
    await typeCell("Math.cb");
    const content = lastCell().locator(".cm-content");
    for (let tries = 0; tries < 20 && (await content.innerText()) === "Math.cb"; tries++) {
      await page.keyboard.press("Tab");
      await page.waitForTimeout(1500);
    }
    assert.is(await content.innerText(), "Math.cbrt");
    await shoot("completed-in-a-loop");
    assert.match(await page.locator("#jp-main-statusbar").innerText(), /\| Busy/);
    await menu("Kernel", "Interrupt Kernel");
    await idle();
  });

  test("a question with the marks before the name, and prompt, are answered in the notebook", async () => {
    await typeCell("?Math.max");
    assert.match(await runLast(), /max\(\.\.\.values: number\[\]\): number/);
    await typeCell('prompt("your name?", "Ada")');
    await page.keyboard.press("Control+Enter");
    await page.locator(".jp-Stdin-input").waitFor();
    await shoot("prompt");
    await page.keyboard.insertText("Grace");
    await page.keyboard.press("Enter");
    await lastCell()
      .locator(".jp-OutputArea-output", { hasText: /^Grace\s*$/ })
      .waitFor();
  });

  test("a notebook that is not trusted stays readable", async () => {
    await openNotebook("05-moments.ipynb");
    await shoot("untrusted");
    const table = page.locator(".jp-OutputArea table").first();
    assert.ok((await table.innerText()).length > 20);
    assert.ok((await page.locator(".jp-OutputArea mjx-container").count()) > 5);
  });

  test("a figure that is not trusted is an image, where Plotly's extension is not installed", async () => {
    const file = join(lab.folder, "notebooks", "05-moments.ipynb");
    const text = readFileSync(file, "utf8").replaceAll("vnd.plotly.v1+json", "vnd.unknown+json");
    writeFileSync(join(lab.folder, "notebooks", "figures.ipynb"), text);
    await openNotebook("figures.ipynb");
    const image = page.locator('.jp-OutputArea img[alt][src^="data:image/svg+xml,"]').first();
    await image.scrollIntoViewIfNeeded();
    await shoot("untrusted-figure");
    assert.ok(await image.evaluate((one: HTMLImageElement) => one.naturalWidth > 200));
  });
}

test.run();
