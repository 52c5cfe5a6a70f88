import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";

const test = suite("rederive run and check");
const main = resolve(import.meta.dirname, "..", "..", "dist", "cli", "main.js");
const folder = mkdtempSync(join(tmpdir(), "rederive-hostile-"));
test.after(() => rmSync(folder, { recursive: true, force: true }));

function notebook(name: string, ...sources: string[]): string {
  const path = join(folder, `${name}.ipynb`);
  const cells = sources.map((source, i) => ({
    cell_type: "code",
    id: `c${i}`,
    metadata: {},
    source,
    execution_count: null,
    outputs: [],
  }));
  writeFileSync(path, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }));
  return path;
}

function rederive(...args: string[]): { status: number | null; text: string } {
  const run = spawnSync(process.execPath, [main, ...args], { encoding: "utf8" });
  return { status: run.status, text: `${run.stdout}${run.stderr}` };
}

const hostile: [string, string, RegExp][] = [
  ["throws", 'throw new Error("boom")', /throws\.ipynb, cell 1[^]*Error: boom/],
  ["exits", "process.exit(3)", /exits\.ipynb, cell 1[^]*process\.exit\(3\)/],
  ["types", "const text: string = 1;", /types\.ipynb, cell 1[^]*not assignable to type 'string'/],
  ["loops", "while (true) {}", /loops\.ipynb, cell 1[^]*did not end within 2 s/],
  ["waits", "await new Promise(() => {})", /waits\.ipynb, cell 1[^]*did not end within 2 s/],
  [
    "prints",
    'for (let i = 0; i < 100; i++) console.log("x".repeat(1e6))',
    /prints\.ipynb, cell 1[^]*more than 10 MiB/,
  ],
];
for (const [name, source, message] of hostile) {
  test(`a cell that ${name.replace(/s$/, "")}s badly ends with a sentence, exit 1 and a whole file`, () => {
    const path = notebook(name, source);
    const { status, text } = rederive("run", path, "--timeout", "2");
    assert.is(status, 1);
    assert.match(text, message);
    assert.is(JSON.parse(readFileSync(path, "utf8")).cells[0].id, "c0");
  });
}

test("what is no notebook exits 2 and says why", () => {
  const path = join(folder, "broken.ipynb");
  for (const [content, message] of [
    ["{", /broken\.ipynb: not JSON/],
    ["[]", /broken\.ipynb: not a notebook/],
    ['{"nbformat": 3, "nbformat_minor": 0, "worksheets": []}', /nbformat 3/],
  ] as [string, RegExp][]) {
    writeFileSync(path, content);
    const { status, text } = rederive("run", path);
    assert.is(status, 2, content);
    assert.match(text, message);
    assert.is(readFileSync(path, "utf8"), content);
  }
  assert.is(rederive("run", join(folder, "absent.ipynb")).status, 2);
  assert.is(rederive("run", "--no-such-flag").status, 2);
});

test("check passes after run, and falls over a changed number, stripped outputs and an edited cell", () => {
  const path = notebook("checked", "const a: number = 20;\na + 1");
  assert.is(rederive("run", path).status, 0);
  const good = readFileSync(path, "utf8");
  assert.is(rederive("check", path).status, 0);
  const planted: [string, RegExp][] = [
    [good.replace('"21"', '"22"'), /checked\.ipynb, cell 1[^]*22[^]*21/],
    [
      good.replace('"execution_count": 1,\n   "id"', '"execution_count": null,\n   "id"'),
      /checked\.ipynb/,
    ],
    [good.replace("= 20", "= 30"), /checked\.ipynb[^]*older/],
  ];
  for (const [text, message] of planted) {
    assert.is.not(text, good);
    writeFileSync(path, text);
    const run = rederive("check", path);
    assert.is(run.status, 1);
    assert.match(run.text, message);
    assert.is(readFileSync(path, "utf8"), text, "check writes nothing");
  }
});
test.run();
