import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  isToRun,
  type Notebook,
  type Output,
  readNotebook,
  writeNotebook,
} from "../../src/notebook/index.js";
import { executeNotebook } from "../../src/run/execute.js";
import { defaultLimits } from "../../src/run/index.js";
import { openingOf } from "../../src/run/process/openProcess.js";
import { projectOf } from "../../src/project/project.js";
import { installedJupyter, writeCells } from "../jupyter/jupyter.js";
import { notebookOf } from "../notebook/build.js";
import { changingCells, lateCells } from "../run/changingCells.js";
import { venv } from "../support/require.js";
import { type Received, startClient } from "./client.js";
import { joined, keptOutputs } from "./kept.js";

const folder = resolve(import.meta.dirname, "..", "..", "notebooks");
const read = (path: string) => readNotebook(readFileSync(path, "utf8"), path);

/** The chapters, and one whose cells change what earlier ones have shown. */
const notebooks = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith(".ipynb"))
    .map((name): [string, Notebook] => [name, read(join(folder, name))]),
);
notebooks["changing.ipynb"] = notebookOf(...changingCells.map(({ source }) => source));

const codeOf = ({ cells }: Notebook) => cells.filter(isToRun);

/** The bytes that a file has of a cell's outputs. */
const bytes = (outputs: object[]) => {
  const cell = { ...codeOf(notebooks["changing.ipynb"])[0], outputs: outputs as Output[] };
  return writeNotebook({ ...notebooks["changing.ipynb"], cells: [cell] });
};

/** The outputs of each cell that runs, as `rederive run` stores them; each notebook is run once. */
const runs = new Map<string, Promise<Output[][]>>();
function storedOf(name: string): Promise<Output[][]> {
  const run = async () => {
    const path = join(folder, name);
    const opening = await openingOf(notebooks[name], path, projectOf(folder), defaultLimits);
    const done = await executeNotebook(notebooks[name], path, opening);
    assert.equal(done.failures, []);
    return codeOf(done.notebook).map(({ outputs }) => outputs);
  };
  const begun = runs.get(name) ?? run();
  runs.set(name, begun);
  return begun;
}

function assertEqual(name: string, kept: object[][], stored: Output[][]): void {
  for (const [i, { source }] of codeOf(notebooks[name]).entries()) {
    assert.is(bytes(kept[i]), bytes(stored[i]), source);
  }
}

const test = suite("kernel and run");

for (const name of Object.keys(notebooks)) {
  test(`${name} has the same outputs through the kernel and through rederive run`, async () => {
    const stored = await storedOf(name);
    const client = await startClient({ cwd: folder, env: { REDERIVE_REPRODUCIBLE: "1" } });
    const heard: Received[][] = [];
    try {
      for (const { source } of codeOf(notebooks[name])) {
        heard.push((await client.execute(source)).outputs);
      }
    } finally {
      await client.stop();
    }
    assertEqual(name, keptOutputs(heard), stored);
  });
}

/** Executes a notebook in place; test/jupyter/clients.test.ts does so with the chapters. */
const nbclient = `
import sys, nbformat
from nbclient import NotebookClient
notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, timeout=60).execute()
nbformat.write(notebook, sys.argv[1])
`;

const python = venv("python", "the outputs of nbclient against those of rederive run");
if (python) {
  const jupyter = installedJupyter(python);
  test.after(() => jupyter.remove());

  const keptBy = async (name: string, sources: string[]) => {
    const path = writeCells(jupyter.folder, name, sources);
    const { status, log } = await jupyter.run("python", ["-c", nbclient, path]);
    assert.is(status, 0, log);
    return codeOf(read(path)).map(({ outputs }) => joined(outputs));
  };

  test("nbclient keeps what later cells change as rederive run stores it", async () => {
    const kept = await keptBy(
      "changing.ipynb",
      changingCells.map(({ source }) => source),
    );
    assertEqual("changing.ipynb", kept, await storedOf("changing.ipynb"));
  });

  test("nbclient drops what a timer gives after its cell, which run stores", async () => {
    const kept = await keptBy(
      "late.ipynb",
      lateCells.map(({ source }) => source),
    );
    assert.equal(
      kept,
      lateCells.map(({ byNbclient }) => byNbclient),
    );
  });
}

test.run();
