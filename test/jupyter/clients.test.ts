import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { venv } from "../support/require.js";
import { installedJupyter, type Jupyter, type Ran, root, writeCells } from "./jupyter.js";

const jupyterProgram = venv("jupyter", "the kernel with nbval, nbmake, papermill and others");
const test = suite("jupyter clients");

/** What stands in a chapter: a value, a table, a derivation, a figure, a print. */
const good = [
  'import { derivation, outputSize, table } from "rederive";\noutputSize({ i: 5, k: 3, p: 1 })',
  "table([{ i: 5, o: outputSize({ i: 5, k: 3 }) }])",
  'derivation("canary").from("(a + b)^2").equals("a^2 + 2 a b + b^2", "expand")',
  'console.log("a print");',
];
const throws = ['throw new Error("canary sings");'];
const mistyped = ['const n: number = "one";'];
const sings = /canary sings/;
const typeError = /Type 'string' is not assignable to type 'number'/;

/** nbclient itself, without a program around it. */
const nbclient = `
import sys, nbformat
from nbclient import NotebookClient
notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, kernel_name="rederive", timeout=60).execute()
`;

if (jupyterProgram) {
  let jupyter: Jupyter;
  const ways: Record<string, (path: string) => Promise<Ran>> = {
    nbclient: (path) => jupyter.run("python", ["-c", nbclient, path]),
    "jupyter execute": (path) => jupyter.run("jupyter", ["execute", path]),
    "jupyter nbconvert --execute": (path) =>
      jupyter.run("jupyter", ["nbconvert", "--execute", "--to", "html", "--stdout", path]),
    papermill: (path) => jupyter.run("papermill", [path, `${path}.out.ipynb`]),
    nbmake: (path) => jupyter.run("pytest", ["-q", "-p", "no:cacheprovider", "--nbmake", path]),
    nbval: (path) =>
      jupyter.run("pytest", [
        "-q",
        "-p",
        "no:cacheprovider",
        "--nbval-lax",
        "--nbval-cell-timeout",
        "60",
        path,
      ]),
  };
  test.before(() => {
    jupyter = installedJupyter(jupyterProgram);
  });
  test.after(() => jupyter.remove());

  for (const [name, execute] of Object.entries(ways)) {
    test(`${name} runs a notebook on the kernel, and fails on a throwing cell and on a type error`, async () => {
      const id = name.replaceAll(" ", "-");
      const run = (what: string, cells: string[]) =>
        execute(writeCells(jupyter.folder, `${id}-${what}.ipynb`, cells));
      const [ran, thrown, typed] = [
        await run("good", good),
        ...(await Promise.all([run("throws", throws), run("types", mistyped)])),
      ];
      assert.is(ran.status, 0, ran.log);
      assert.is.not(thrown.status, 0, thrown.log);
      assert.match(thrown.log, sings);
      assert.is.not(typed.status, 0, typed.log);
      assert.match(typed.log, typeError);
    });
  }

  test("nbval finds the outputs of rederive run, and notices one that was changed", async () => {
    const path = writeCells(jupyter.folder, "stored.ipynb", good);
    const node = join(root, "dist", "cli", "main.js");
    const { spawnSync } = await import("node:child_process");
    const run = spawnSync(process.execPath, [node, "run", path], { encoding: "utf8" });
    assert.is(run.status, 0, run.stdout + run.stderr);
    assert.match(readFileSync(path, "utf8"), /"name": "rederive"/);
    const args = ["-q", "-p", "no:cacheprovider", "--nbval", "--nbval-kernel-name", "rederive"];
    const same = await jupyter.run("pytest", [...args, path]);
    assert.is(same.status, 0, same.log);
    writeFileSync(path, readFileSync(path, "utf8").replaceAll("a print", "another print"));
    writeFileSync(
      path,
      readFileSync(path, "utf8").replace(
        'console.log(\\"another print\\")',
        'console.log(\\"a print\\")',
      ),
    );
    const changed = await jupyter.run("pytest", [...args, path]);
    assert.is.not(changed.status, 0, changed.log);
    assert.match(changed.log, /1 failed, 3 passed/);
  });
}

test.run();
