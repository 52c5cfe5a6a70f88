import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type CodeCell, readNotebook, writeNotebook } from "../../src/notebook/index.js";
import { joined } from "../kernel/kept.js";
import { venv } from "../support/require.js";
import { atMost } from "./atMost.js";
import { type Client, clients, nbval } from "./clientCommands.js";
import { installedJupyter, type Jupyter, type Ran, root, writeCells } from "./jupyter.js";

const jupyterProgram = venv("jupyter", "the kernel with nbval, nbmake, papermill and others");
const test = suite("jupyter clients");

const chapters = readdirSync(join(root, "notebooks")).filter((name) => name.endsWith(".ipynb"));

const failing: [what: string, cell: string, message: RegExp][] = [
  ["a throwing cell", 'throw new Error("canary sings");', /canary sings/],
  ["a type error", 'const n: number = "one";', /Type 'string' is not assignable to type 'number'/],
];

const codeIn = (path: string) =>
  readNotebook(readFileSync(path, "utf8"), path).cells.filter(
    (cell): cell is CodeCell => cell.cell_type === "code",
  );

/** A notebook's code cells as a file has them, with what its client writes beside outputs and counts left out. */
function bytesIn(path: string): string {
  const cells = codeIn(path).map((cell) => ({
    ...cell,
    metadata: {},
    outputs: joined(cell.outputs) as CodeCell["outputs"],
  }));
  return writeNotebook({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
}

/** Takes the outputs out of a notebook. */
function strip(path: string): void {
  const notebook = readNotebook(readFileSync(path, "utf8"), path);
  for (const cell of notebook.cells) {
    if (cell.cell_type === "code") Object.assign(cell, { outputs: [], execution_count: null });
  }
  writeFileSync(path, writeNotebook(notebook));
}

/** Executes notebooks and stores their outputs. */
function rederiveRun(paths: string[]): Promise<Ran> {
  const program = join(root, "dist", "cli", "main.js");
  const child = spawn(process.execPath, [program, "run", ...paths], { stdio: "pipe" });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (log += text));
  return new Promise((done) => child.on("close", (status) => done({ status, log })));
}

if (jupyterProgram) {
  let jupyter: Jupyter;
  /** What became of a client's process, by the client and what it had to execute. */
  const ran = new Map<string, Promise<Ran>>();
  const twoAtOnce = atMost(2);
  const folderOf = (client: string, what: string) =>
    join(jupyter.folder, `${client} ${what}`.replaceAll(" ", "-"));

  test.before(() => {
    jupyter = installedJupyter(jupyterProgram);
    const begin = (client: string, what: string, work: (folder: string) => Promise<Ran>) => {
      const folder = folderOf(client, what);
      mkdirSync(folder);
      const result = twoAtOnce(() => work(folder));
      ran.set(`${client} ${what}`, result);
      return result;
    };
    const call = ({ command: [program, ...args] }: Client, names: string[], folder: string) =>
      jupyter.run(program, [...args, ...names], folder);
    const copy = (folder: string) => cpSync(join(root, "notebooks"), folder, { recursive: true });
    // The clients work on copies of the notebooks' folder: nothing in the project changes.
    begin("run", "the chapters", (folder) => {
      copy(folder);
      return rederiveRun(chapters.map((name) => join(folder, name)));
    });
    for (const [name, client] of Object.entries({ ...clients, nbval })) {
      // One process where it is enough; each message is shown only by a notebook that failed.
      for (const cells of client.goesOn ? [failing] : failing.map((one) => [one])) {
        const [[what]] = cells;
        const result = begin(name, what, (folder) => {
          const names = cells.map((_, i) => `failing-${i}.ipynb`);
          cells.forEach(([, cell], i) => writeCells(folder, names[i], ["1 + 1", cell]));
          return call(client, names, folder);
        });
        for (const [other] of cells) ran.set(`${name} ${other}`, result);
      }
    }
    for (const [name, client] of Object.entries(clients)) {
      begin(name, "the chapters", (folder) => {
        copy(folder);
        for (const chapter of chapters) strip(join(folder, chapter));
        return call(client, chapters, folder);
      });
    }
    // What nbval compares are the outputs that `rederive run` has stored.
    begin("nbval", "the chapters", async () => {
      await ran.get("run the chapters");
      return call(nbval, chapters, folderOf("run", "the chapters"));
    });
    begin("nbval", "a changed output", async (folder) => {
      const path = writeCells(folder, "changed.ipynb", ["1 + 1", 'console.log("a print");', "3"]);
      const stored = await rederiveRun([path]);
      if (stored.status !== 0) return stored;
      const text = readFileSync(path, "utf8");
      writeFileSync(path, text.replace('"a print\\n"', '"another print\\n"'));
      return call(nbval, ["changed.ipynb"], folder);
    });
  });
  test.after(() => jupyter.remove());

  const resultOf = async (client: string, what: string): Promise<Ran> => {
    const result = ran.get(`${client} ${what}`);
    assert.ok(result, `${client} with ${what} was not begun`);
    return result;
  };

  for (const client of Object.keys(clients)) {
    test(`${client} gives the chapters the outputs that rederive run stores`, async () => {
      const stored = await resultOf("run", "the chapters");
      assert.is(stored.status, 0, stored.log);
      const { status, log } = await resultOf(client, "the chapters");
      assert.is(status, 0, log);
      for (const name of chapters) {
        const [got, expected] = [client, "run"].map((one) =>
          bytesIn(join(folderOf(one, "the chapters"), name)),
        );
        assert.fixture(got, expected, `${client}, ${name}`);
      }
    });
  }

  test("nbval finds in each cell of the chapters the outputs that rederive run stores", async () => {
    const { status, log } = await resultOf("nbval", "the chapters");
    assert.is(status, 0, log);
    const folder = folderOf("run", "the chapters");
    const cells = chapters.flatMap((name) => codeIn(join(folder, name)));
    assert.match(log, new RegExp(`^${cells.length} passed`, "m"));
  });

  test("nbval notices a stored output that was changed", async () => {
    const { status, log } = await resultOf("nbval", "a changed output");
    assert.is.not(status, 0, log);
    assert.match(log, /1 failed, 2 passed/);
  });

  for (const client of [...Object.keys(clients), "nbval"]) {
    for (const [what, , message] of failing) {
      test(`${client} fails on ${what} and shows it`, async () => {
        const { status, log } = await resultOf(client, what);
        assert.is.not(status, 0, log);
        assert.match(log, message);
      });
    }
  }
}

test.run();
