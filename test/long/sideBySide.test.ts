import { spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium as driver } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { freePort } from "../kernel/freePort.js";
import { chromium, venv } from "../support/require.js";

// Two projects from the packed package, one after the other made known to the same Jupyter: each runs its own kernel.

const python = venv("python", "the kernels of two projects");
const executablePath = chromium("JupyterLab in a project of one's own");
const test = suite("two projects side by side, from the tarball");
const root = resolve(import.meta.dirname, "..", "..");
const folder = realpathSync(mkdtempSync(join(tmpdir(), "rederive-beside-")));
test.after(() => rmSync(folder, { recursive: true, force: true }));
const shots = process.env.REDERIVE_SCREENSHOTS;

const inFolder = (...path: string[]) => join(folder, ...path);

function succeeds(at: string, command: string, ...args: string[]): string {
  const env = { ...process.env, JUPYTER_PATH: inFolder("prefix", "share", "jupyter") };
  const options = { cwd: at, env, encoding: "utf8", timeout: 300_000, maxBuffer: 1e8 } as const;
  const { status, stdout, stderr } = spawnSync(command, args, options);
  assert.is(status, 0, `${command} ${args.join(" ")}\n${stdout}${stderr}`);
  return stdout;
}

/** What a cell gives in each place, by the one kernelspec. */
const ask = (...places: string[]) =>
  succeeds(folder, python!, join(import.meta.dirname, "sideBySide.py"), "rederive", ...places)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { version: string; value: string });

const installKernel = (project: string) =>
  succeeds(project, "npx", "rederive", "kernel", "install", "--prefix", inFolder("prefix"));

/** Gives a project a function and a kernel that can be told from another's. */
function mark(project: string, version: string, first: number): void {
  const about = join(project, "node_modules", "rederive", "package.json");
  const text = readFileSync(about, "utf8").replace(/"version": "[^"]*"/, `"version": "${version}"`);
  writeFileSync(about, text);
  const source = `export const sumOfOddNumbers = (n: number) => n * n + ${first};\n`;
  writeFileSync(join(project, "src", "oddNumbers.ts"), source);
}

const [one, two] = ["waves", "orbits"].map((name) => inFolder(name));

test.before(() => {
  succeeds(root, "npm", "pack", "--silent", "--ignore-scripts", "--pack-destination", folder);
  const archive = inFolder(readdirSync(folder).find((name) => name.endsWith(".tgz"))!);
  succeeds(folder, "npx", "--yes", "--package", archive, "rederive", "new", "waves");
  succeeds(one, "npm", "install", "--no-audit", "--no-fund");
  cpSync(one, two, { recursive: true, verbatimSymlinks: true });
  mark(one, "7.0.1", 1);
  mark(two, "7.0.2", 2);
});

if (python) {
  test("each project's notebooks get that project's kernel, whichever was installed last", () => {
    installKernel(one);
    installKernel(two);
    assert.equal(ask(join(one, "notebooks"), join(two, "notebooks")), [
      { version: "7.0.1", value: "101" },
      { version: "7.0.2", value: "102" },
    ]);
  });

  test("a notebook in no project gets the kernel that was installed last", () => {
    mkdirSync(inFolder("src"));
    mkdirSync(inFolder("loose"));
    cpSync(join(one, "src", "oddNumbers.ts"), inFolder("src", "oddNumbers.ts"));
    assert.equal(ask(inFolder("loose")), [{ version: "7.0.2", value: "101" }]);
  });

  test("the kernelspec names no file of the first project, and outlives the second", () => {
    const spec = inFolder("prefix", "share", "jupyter", "kernels", "rederive", "kernel.json");
    assert.not.ok(readFileSync(spec, "utf8").includes(`${one}/`));
    rmSync(two, { recursive: true });
    assert.equal(ask(join(one, "notebooks")), [{ version: "7.0.1", value: "101" }]);
  });
}

if (python && executablePath) {
  test("rederive lab makes its Python and opens the notebooks on the project's kernel", async () => {
    const port = await freePort();
    const main = join(one, "node_modules", "rederive", "dist", "cli", "main.js");
    const flags = ["--no-browser", "--allow-root", `--port=${port}`, "--IdentityProvider.token=t"];
    const lab = spawn(process.execPath, [main, "lab", ...flags], {
      cwd: one,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const exited = new Promise((done) => lab.on("exit", done));
    let log = "";
    for (const stream of [lab.stdout, lab.stderr]) stream.on("data", (text) => (log += text));
    const browser = await driver.launch({ executablePath, args: ["--no-sandbox"] });
    try {
      for (let tries = 0; !log.includes("/lab/tree/notebooks?"); tries++) {
        assert.ok(tries < 600 && lab.exitCode === null, log);
        await new Promise((resume) => setTimeout(resume, 500));
      }
      assert.ok(existsSync(join(one, ".venv", "pyvenv.cfg")));
      const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
      page.setDefaultTimeout(90_000);
      const notebook = "01-odd-numbers.ipynb";
      await page.goto(`http://127.0.0.1:${port}/lab/tree/notebooks/${notebook}?token=t`);
      await page.waitForSelector(".jp-Notebook .jp-CodeCell");
      const kernel = page.locator(".jp-Toolbar-kernelName");
      await kernel.filter({ hasText: "TypeScript (Rederive)" }).waitFor();
      await page.click('.lm-MenuBar-item:has-text("Run")');
      await page.click('.lm-Menu-item:has-text("Run All Cells")');
      await page.locator(".jp-OutputArea-output", { hasText: /^101$/ }).waitFor();
      if (shots) await page.screenshot({ path: join(shots, "own-lab.png") });
      const errors = page.locator('[data-mime-type="application/vnd.jupyter.error"]');
      assert.is(await errors.count(), 0);
    } finally {
      await browser.close();
      lab.kill("SIGTERM");
      await exited;
    }
  });
}

test.run();
