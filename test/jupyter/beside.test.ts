import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { venv } from "../support/require.js";
import { installedJupyter, writeCells } from "./jupyter.js";

const python = venv(
  "python",
  "the kernel beside a cell, by jupyter_client; JavaScript by nbclient",
);
const test = suite("jupyter_client and nbclient");

/** Executes a notebook in place. */
const nbclient = `
import sys, nbformat
from nbclient import NotebookClient
notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, timeout=60, kernel_name="rederive-js").execute()
nbformat.write(notebook, sys.argv[1])
`;

if (python) {
  const jupyter = installedJupyter(python);
  test.after(() => jupyter.remove());

  test("jupyter_client's blocking and asynchronous clients are answered while a cell waits and loops", async () => {
    const { status, log } = await jupyter.run("python", [join(import.meta.dirname, "beside.py")]);
    assert.is(log, "answered\n");
    assert.is(status, 0);
  });

  test("nbclient runs a notebook of the kernel rederive-js, whose cells are JavaScript", async () => {
    const path = writeCells(jupyter.folder, "javascript.ipynb", [
      "function Box() { this.name = 'kept'; }\nvar made = new Box();",
      "made.name + ' ' + [1, 2].map((n) => n * 2)",
      "/** @type {any} */\nlet loose = 1;\nloose = 'text';\nloose",
    ]);
    const notebook = JSON.parse(readFileSync(path, "utf8"));
    const kernelspec = { name: "rederive-js", display_name: "JavaScript", language: "javascript" };
    writeFileSync(path, JSON.stringify({ ...notebook, metadata: { kernelspec } }));
    const { status, log } = await jupyter.run("python", ["-c", nbclient, path]);
    assert.is(status, 0, log);
    const { cells, metadata } = JSON.parse(readFileSync(path, "utf8"));
    assert.is(metadata.language_info.name, "javascript");
    assert.equal(
      cells.flatMap(({ outputs }: any) => outputs.map((one: any) => one.data["text/plain"])),
      [["kept 2,4"], ["text"]],
    );
  });
}

test.run();
