import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { installKernel } from "../../scripts/kernel.mjs";
import { jupyterEnvironment } from "../../src/cli/lab/openLab.js";
import { venv } from "../support/require.js";

interface Output {
  output_type: string;
  name?: string;
  text?: string | string[];
}

interface Executed {
  cells: { cell_type: string; source: string | string[]; outputs?: Output[] }[];
}

const root = resolve(import.meta.dirname, "..", "..");
const notebooks = readdirSync(join(root, "notebooks")).filter((name) => name.endsWith(".ipynb"));
const jupyter = venv("jupyter", "notebooks on stock tslab");
const test = suite("jupyter nbconvert");

interface Run {
  status: number | null;
  log: string;
  executed?: Executed;
}

/** Executes a notebook on stock tslab into a folder that is then removed. */
function execute(path: string): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), "rederive-nbconvert-"));
  const args = ["nbconvert", "--execute", "--to", "notebook", "--output-dir", folder];
  const kernel = ["--ExecutePreprocessor.timeout=120", "--ExecutePreprocessor.kernel_name=tslab"];
  const limits = [...kernel, "--output", "executed.ipynb", path];
  return new Promise((done) => {
    const child = spawn(jupyter as string, [...args, ...limits], {
      cwd: root,
      env: jupyterEnvironment(root),
      stdio: ["ignore", "pipe", "pipe"],
      timeout: 240_000,
    });
    let log = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (log += text));
    child.on("close", (status) => {
      const text = status === 0 && readFileSync(join(folder, "executed.ipynb"), "utf8");
      rmSync(folder, { recursive: true, force: true });
      done({ status, log, executed: text ? (JSON.parse(text) as Executed) : undefined });
    });
  });
}

/** Executes the five, two at a time, and gives each one's run by its name. */
async function executeAll(names: string[]): Promise<Map<string, Run>> {
  const runs = new Map<string, Run>();
  const queue = [...names];
  const worker = async () => {
    for (let name = queue.shift(); name; name = queue.shift()) {
      runs.set(name, await execute(join(root, "notebooks", name)));
    }
  };
  await Promise.all([worker(), worker()]);
  return runs;
}

/** What cells wrote to stderr: tslab reports errors there, and never as an `error` output. */
function complaints({ cells }: Executed): string[] {
  return cells
    .flatMap(({ outputs = [] }) => outputs)
    .filter(({ output_type, name }) => output_type === "error" || name === "stderr")
    .map(({ text = "error" }) => (typeof text === "string" ? text : text.join("")));
}

/** Executes one cell's notebook that stands where the others do, so that it finds the same packages. */
async function executeCell(source: string): Promise<Run> {
  mkdirSync(join(root, ".cache"), { recursive: true });
  const path = join(root, ".cache", `canary-${process.pid}.ipynb`);
  const cell = { cell_type: "code", id: "canary", metadata: {}, outputs: [], source };
  const kernelspec = { display_name: "TypeScript", language: "typescript", name: "tslab" };
  const notebook = {
    cells: [{ ...cell, execution_count: null }],
    metadata: { kernelspec },
    nbformat: 4,
    nbformat_minor: 5,
  };
  writeFileSync(path, JSON.stringify(notebook));
  try {
    return await execute(path);
  } finally {
    rmSync(path, { force: true });
  }
}

if (jupyter) {
  test.before(() => installKernel(dirname(jupyter)));

  test("a cell that throws ends nbconvert with an error that quotes it", async () => {
    const { status, log } = await executeCell('throw new Error("canary sings");');
    assert.is.not(status, 0);
    assert.match(log, /canary sings/);
  });

  test("a cell with a type error ends nbconvert with an error", async () => {
    assert.is.not((await executeCell('const n: number = "one";')).status, 0);
  });

  test("a cell that writes to stderr is noticed", async () => {
    const { executed } = await executeCell('console.error("a complaint");');
    assert.equal(complaints(executed as Executed), ["a complaint\n"]);
  });

  let runs = new Map<string, Run>();

  test("the five notebooks are there", async () => {
    assert.is(notebooks.length, 5);
    runs = await executeAll(notebooks);
  });

  for (const name of notebooks) {
    test(`${name} runs unmodified on stock tslab`, () => {
      const { status, log, executed } = runs.get(name) as Run;
      assert.is(status, 0, log);
      assert.equal(complaints(executed as Executed), []);
      const source = JSON.parse(readFileSync(join(root, "notebooks", name), "utf8")) as Executed;
      const code = ({ cells }: Executed) =>
        cells
          .filter((cell) => cell.cell_type === "code")
          .map((cell) => [cell.source].flat().join(""));
      assert.equal(code(executed as Executed), code(source));
    });
  }
}

test.run();
