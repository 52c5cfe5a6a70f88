import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type ProjectCopy, projectCopy } from "../support/projectCopy.js";
import { openSession, type TestSession } from "./openSession.js";

const test = suite<{ copy: ProjectCopy; cells: string[] }>(
  "session: the core from its build and from its sources",
);

test.before((context) => {
  const copy = projectCopy("src", "scripts", "notebooks");
  const { status, stderr } = spawnSync(process.execPath, [join("scripts", "build.mjs")], {
    cwd: copy.folder,
    encoding: "utf8",
  });
  assert.is(status, 0, stderr);
  const text = readFileSync(join(copy.folder, "notebooks", "02-backpropagation.ipynb"), "utf8");
  const { cells } = JSON.parse(text) as {
    cells: { cell_type: string; source: string | string[] }[];
  };
  const code = cells.filter(({ cell_type: type }) => type === "code");
  Object.assign(context, { copy, cells: code.map(({ source }) => [source].flat().join("")) });
});

test.after(({ copy }) => copy.remove());

function open({ folder }: ProjectCopy): Promise<TestSession> {
  return openSession({
    cwd: join(folder, "notebooks"),
    root: folder,
    reproducible: true,
    maxOutput: 1e7,
  });
}

const edited = join("src", "conv", "outputSize.ts");

/** Puts lines at the beginning of the function's body; dated later than any build. */
function edit({ folder }: ProjectCopy, lines: string): string {
  const path = join(folder, edited);
  const head = "export function outputSize(window: ConvPlane): number | [number, number] {\n";
  const text = readFileSync(path, "utf8");
  assert.ok(text.includes(head), `${edited} holds the function`);
  const changed = text.replace(head, head + lines);
  writeFileSync(path, changed);
  utimesSync(path, new Date(), new Date(Date.now() + 5000));
  return changed;
}

test("an error of the built core shows the reader's line, and none of the core's", async ({
  copy,
}) => {
  const session = await open(copy);
  const cell =
    'import { derivation, tex } from "rederive";\nderivation("a.b", []).from(tex`((((((\\frac{`)';
  const text = await session.text(cell);
  session.close();
  assert.match(text, /^DerivationError: cannot read[^]*\n {4}at cell 1, line 2$/);
  assert.not.match(text, /src\//);
});

/** What a cell imports from parts of the core is what it imports from the whole. */
const parts = [
  'import { binaryTest } from "rederive/prob";',
  'import { Rational, rational } from "rederive";',
  'import { prove } from "rederive/engine";',
  'import { outputSize } from "rederive/conv";',
  'const test = { prior: rational("0.1"), truePositive: rational(1), falsePositive: rational(0) };',
  "[binaryTest(test).posterior instanceof Rational, outputSize({ i: 5, k: 3 }),",
  ' (await prove("D(x^2, x) = 2x")).grade]',
].join("\n");

test("cells import parts of the core, which share its values, and nothing that is no part", async ({
  copy,
}) => {
  const session = await open(copy);
  assert.is(await session.text(parts), "[ true, 3, 'proved' ]");
  const deep = 'import { gradeClaim } from "rederive/dist/derive/claims/gradeClaim.js"';
  assert.match(await session.text(deep), /Cannot find module 'rederive\/dist\/derive/);
  session.close();
});

test("cells of a folder without the core import its parts from the core that runs them", async ({
  copy,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "rederive-elsewhere-"));
  try {
    const session = await openSession({ cwd: folder, root: folder, core: copy.folder });
    assert.is(await session.text(parts), "[ true, 3, 'proved' ]");
    assert.match(
      await session.text('import { a } from "rederive/derive"; a'),
      /Cannot find (module|package) 'rederive\/derive'/,
    );
    session.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("the built core holds no character beyond ASCII, and reads them", async ({ copy }) => {
  const text = readFileSync(join(copy.folder, "dist", "bundle.js"), "utf8");
  assert.not.match(text, /[^\0-\x7f]/);
  const session = await openSession({ cwd: join(copy.folder, "notebooks"), root: copy.folder });
  const read = ["x ≤ 2", "x ≠ 3", "2 ≥ x"].map((claim) => JSON.stringify(claim));
  const code = `import { parse } from "rederive"; [${read.join(", ")}].map(parse)`;
  assert.is((await session.run(code)).status, "ok");
  session.close();
});

test("a chapter gives the same outputs from the build and from the sources", async ({
  copy,
  cells,
}) => {
  const outputs: unknown[][] = [];
  for (const sources of [false, true]) {
    if (sources) edit(copy, "  // An edit that changes nothing.\n");
    const session = await open(copy);
    const results = [];
    for (const cell of cells) results.push(await session.run(cell));
    outputs.push(results);
    session.close();
  }
  assert.ok(JSON.stringify(outputs[0]).length > 10_000);
  assert.equal(outputs[1], outputs[0]);
});

test("an edit of the core is seen by the next cell that imports it, with its line", async ({
  copy,
}) => {
  const session = await open(copy);
  const cell = 'import { outputSize } from "rederive"; outputSize({ i: 5, k: 3 })';
  const part = 'import { outputSize as size } from "rederive/conv"; size({ i: 5, k: 3 })';
  assert.is(await session.text(cell), "3");
  assert.is(await session.text(part), "3");
  const text = edit(copy, '  if (window.i === 41) throw new Error("planted");\n');
  assert.is(await session.text(cell), "3");
  const line = text.slice(0, text.indexOf("planted")).split("\n").length;
  assert.is(
    await session.text("outputSize({ i: 41, k: 3 })"),
    `Error: planted\n    at outputSize (src/conv/outputSize.ts:${line})\n    at cell 4, line 1`,
  );
  session.close();
});

test.run();
