import { join } from "node:path";
import { type Browser, type Page, chromium as driver } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { chromium, venv } from "../support/require.js";
import { writeCells } from "./jupyter.js";
import { type LabServer, startLab } from "./labServer.js";

const executablePath = chromium("the debugger in JupyterLab");
const jupyter = venv("jupyter", "the debugger in JupyterLab");
const test = suite("jupyterlab: the debugger");
const shots = process.env.REDERIVE_SCREENSHOTS;
const patience = 90_000;
/** Time in which the dot of a click shows, in milliseconds, and how often is clicked. */
const [settling, most] = [5000, 15];

let lab: LabServer;
let browser: Browser;
let page: Page;

if (jupyter && executablePath) {
  test.before(async () => {
    lab = await startLab(jupyter);
    browser = await driver.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
    page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
    page.setDefaultTimeout(patience);
  });
  test.after(async () => {
    await browser?.close();
    await lab?.stop();
  });

  test("a breakpoint that is clicked stops the cell on its line, its variables are listed, and it goes on", async () => {
    const cell = "const a = 20;\nconst b = a + 1;\na + b + 1";
    writeCells(join(lab.folder, "notebooks"), "debugged.ipynb", [cell]);
    await page.goto(lab.address.replace("%s", "debugged.ipynb"));
    await page.locator(".jp-DebuggerBugButton:not([disabled])").click();
    const gutter = page.locator(".jp-CodeCell .cm-breakpoint-gutter .cm-gutterElement");
    // JupyterLab lets go of a click that comes while it prepares the cell.
    const dot = gutter.locator(".cm-breakpoint-icon:visible");
    const shows = () => dot.waitFor({ timeout: settling }).catch(() => dot.isVisible());
    for (let tries = 0; tries < most; tries++) {
      await gutter.nth(2).click();
      if ((await shows()) !== false) break;
    }
    await dot.waitFor();
    await page.locator(".jp-CodeCell .cm-content").click();
    await page.keyboard.press("Control+Enter");
    const line = page.locator(".jp-CodeCell .jp-DebuggerEditor-highlight");
    await line.waitFor();
    const shown = (part: string) =>
      page.locator(`.jp-DebuggerVariables-${part}:visible`).allInnerTexts();
    await page.locator(".jp-DebuggerVariables-name:visible").nth(1).waitFor();
    assert.equal(await shown("name"), ["a", "b"]);
    assert.equal(await shown("detail"), ["20", "undefined"]);
    if (shots) await page.screenshot({ path: join(shots, "debugger.png") });
    assert.is((await line.innerText()).trim(), "const b = a + 1;");
    await page.locator(".jp-DebuggerPausedOverlay button").first().click();
    await page.locator(".jp-OutputArea-output", { hasText: "42" }).waitFor();
    await line.waitFor({ state: "detached" });
    if (shots) await page.screenshot({ path: join(shots, "debugger-went-on.png") });
  });
}

test.run();
