import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { installKernel, jupyterEnvironment } from "../../scripts/kernel.mjs";
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

/** Executes a notebook on stock tslab into a folder that is then removed. */
function execute(path: string) {
  const folder = mkdtempSync(join(tmpdir(), "rederive-nbconvert-"));
  try {
    const args = ["nbconvert", "--execute", "--to", "notebook", "--output-dir", folder];
    const limits = ["--ExecutePreprocessor.timeout=120", "--output", "executed.ipynb", path];
    const run = spawnSync(jupyter as string, [...args, ...limits], {
      cwd: root,
      env: jupyterEnvironment(),
      encoding: "utf8",
      timeout: 240_000,
    });
    const executed =
      run.status === 0
        ? (JSON.parse(readFileSync(join(folder, "executed.ipynb"), "utf8")) as Executed)
        : undefined;
    return { status: run.status, log: `${run.stdout}${run.stderr}`, executed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What cells wrote to stderr: tslab reports errors there, and never as an `error` output. */
function complaints({ cells }: Executed): string[] {
  return cells
    .flatMap(({ outputs = [] }) => outputs)
    .filter(({ output_type, name }) => output_type === "error" || name === "stderr")
    .map(({ text = "error" }) => (typeof text === "string" ? text : text.join("")));
}

/** Executes one cell's notebook that stands where the others do, so that it finds the same packages. */
function executeCell(source: string) {
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
    return execute(path);
  } finally {
    rmSync(path, { force: true });
  }
}

if (jupyter) {
  test.before(() => installKernel(dirname(jupyter)));

  test("a cell that throws ends nbconvert with an error that quotes it", () => {
    const { status, log } = executeCell('throw new Error("canary sings");');
    assert.is.not(status, 0);
    assert.match(log, /canary sings/);
  });

  test("a cell with a type error ends nbconvert with an error", () => {
    assert.is.not(executeCell('const n: number = "one";').status, 0);
  });

  test("a cell that writes to stderr is noticed", () => {
    const { executed } = executeCell('console.error("a complaint");');
    assert.equal(complaints(executed as Executed), ["a complaint\n"]);
  });

  test("the five notebooks are there", () => assert.is(notebooks.length, 5));

  for (const name of notebooks) {
    test(`${name} runs unmodified on stock tslab`, () => {
      const { status, log, executed } = execute(join(root, "notebooks", name));
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
