import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readNotebook } from "../../src/notebook/index.js";
import { notebookOf } from "../notebook/build.js";
import { slowTypes } from "../session/slowTypes.js";
import { childrenOf, eventually, processesWith, rederive, scratch } from "./scratch.js";

const test = suite("run: hostile notebooks");
const files = scratch();
test.after(files.remove);

/** Runs a notebook of two cells with small limits and looks at what is left. */
async function runHostile(name: string, cell: string, seconds = 4) {
  const notebook = notebookOf("# Title", "const one = 1;", cell, "one + 1");
  const path = files.write(`${name}.ipynb`, notebook);
  const limits = ["--timeout", `${seconds}`, "--memory", "400", "--output-limit", "1"];
  const finished = await rederive(["run", path, ...limits], files.folder);
  assert.equal(childrenOf(finished.pid), [], "no process is left behind");
  const compilers = () => processesWith(`--cwd ${files.folder}`);
  assert.ok(await eventually(() => compilers().length === 0, 2), compilers().join("\n"));
  const stored = readNotebook(files.read(`${name}.ipynb`), name);
  assert.equal(
    stored.cells.map(({ source }) => source),
    notebook.cells.map(({ source }) => source),
    "the file is whole",
  );
  assert.equal(
    files.names().filter((other) => other.endsWith(".tmp")),
    [],
  );
  assert.is(stored.metadata.rederive, undefined, "it does not pass for a notebook that ran");
  return { ...finished, stored };
}

const hostile: [what: string, name: string, cell: string, message: RegExp][] = [
  [
    "a cell that throws",
    "throws",
    'function boom() { throw new RangeError("too far"); }\nboom();',
    /^throws\.ipynb, cell 3 \(id cell-3\): RangeError: too far\n +at boom \(cell 2, line 1\)\n +at cell 2, line 2$/m,
  ],
  [
    "a cell that throws what is no error",
    "text",
    'throw "just text";',
    /^text\.ipynb, cell 3 \(id cell-3\): Thrown: 'just text'$/m,
  ],
  [
    "a cell with a type error",
    "types",
    'const a = 1;\nconst n: number = "one";',
    /^types\.ipynb, cell 3 \(id cell-3\): TypeScriptError: line 2, column 7: Type 'string' is not assignable to type 'number'\.\n {4}const n: number = "one";\n {10}\^$/m,
  ],
  [
    "a cell that does not parse",
    "syntax",
    "const = 1;",
    /^syntax\.ipynb, cell 3 \(id cell-3\): TypeScriptError: line 1, column 7: /m,
  ],
  [
    "a cell that calls process.exit",
    "exits",
    "process.exit(0);",
    /^exits\.ipynb, cell 3 \(id cell-3\): Error: process\.exit\(0\) was called: a cell may not end/m,
  ],
  [
    "a cell that catches the refusal of process.exit",
    "catches",
    "try { process.exit(); } catch {}",
    /^catches\.ipynb, cell 3 \(id cell-3\): failed without an error/m,
  ],
  [
    "a cell that ends its process all the same",
    "kills",
    'process.kill(process.pid, "SIGKILL");',
    /^kills\.ipynb, cell 3 \(id cell-3\): ended its process \(SIGKILL\)$/m,
  ],
  [
    "a cell that never ends",
    "loops",
    "for (;;) {}",
    /^loops\.ipynb, cell 3 \(id cell-3\): did not end within 4 s \(raise it with --timeout\)$/m,
  ],
  [
    "a cell whose types take the compiler minutes",
    "checks",
    slowTypes,
    /^checks\.ipynb, cell 3 \(id cell-3\): did not end within 4 s/m,
  ],
  [
    "a cell that waits for ever",
    "waits",
    "await new Promise(() => {});",
    /^waits\.ipynb, cell 3 \(id cell-3\): did not end within 4 s/m,
  ],
  [
    "a cell that allocates without end",
    "allocates",
    "const all: number[][] = [];\nfor (;;) all.push(Array.from({ length: 1e5 }, (_, i) => i));",
    /^allocates\.ipynb, cell 3 \(id cell-3\): used more than 400 MiB of memory \(raise it with --memory\)$/m,
  ],
  [
    "a cell that allocates outside the heap",
    "buffers",
    "const all: Buffer[] = [];\nfor (;;) all.push(Buffer.alloc(2 ** 20, 1));",
    /^buffers\.ipynb, cell 3 \(id cell-3\): used more than 400 MiB/m,
  ],
  [
    "a cell that prints 100 MB",
    "prints",
    'for (let i = 0; i < 100_000; i++) console.log("x".repeat(1000));',
    /^prints\.ipynb, cell 3 \(id cell-3\): printed more than 1 MiB \(raise it with --output-limit\)$/m,
  ],
  [
    "a cell that throws later",
    "late",
    'setTimeout(() => { throw new Error("late"); }, 20);',
    /^late\.ipynb, cell 3 \(id cell-3\): Error: late$/m,
  ],
  [
    "a cell whose promise is rejected and not awaited",
    "rejects",
    'void Promise.reject(new Error("nobody waits"));',
    /^rejects\.ipynb, cell 3 \(id cell-3\): Error: nobody waits$/m,
  ],
];

for (const [what, name, cell, message] of hostile) {
  test(`${what} ends in a message that names notebook and cell, and exit code 1`, async () => {
    // Only what is to end by the clock meets it, also on a busy machine.
    const seconds = message.source.includes("within 4 s") ? 4 : 60;
    const { code, stderr, stored } = await runHostile(name, cell, seconds);
    assert.match(stderr, message);
    assert.is(code, 1);
    assert.match(stderr, /cell 3 \(id cell-3\): cell 4 did not run because of it$/m);
    const [, first, second, third] = stored.cells.map((one) =>
      one.cell_type === "code" ? one.execution_count : undefined,
    );
    assert.equal([first, second, third], [1, 2, null]);
  });
}

test("what a cell has started ends with it", async () => {
  const seconds = `61.${process.pid}`;
  const cell = `import { spawn } from "node:child_process";\nspawn("sleep", ["${seconds}"]).pid;\nfor (;;) {}`;
  await runHostile("starts", cell);
  assert.equal(processesWith(`sleep ${seconds}`), []);
});

const refused: [what: string, content: string, message: RegExp][] = [
  ["text that is not JSON", "{", /^rederive: bad\.ipynb: not JSON: line 1, column 2: expected/m],
  ["JSON that is no notebook", "[1]", /^rederive: bad\.ipynb: not a notebook: /m],
  [
    "nbformat 3",
    '{"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": []}',
    /^rederive: bad\.ipynb: nbformat 3 is not read, 4 is; convert it with/m,
  ],
];

for (const [what, content, message] of refused) {
  test(`${what} is refused with exit code 2, and left as it is`, async () => {
    const path = files.write("bad.ipynb", content);
    const { code, stderr } = await rederive(["run", path], files.folder);
    assert.match(stderr, message);
    assert.is(code, 2);
    assert.is(files.read("bad.ipynb"), content);
  });
}

test.run();
