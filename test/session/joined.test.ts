import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { openSession } from "./openSession.js";
import { project } from "./project.js";

// Cells one after another mean what their text means as one module: TypeScript's own compiler and Node say what that is.

const test = suite("session: cells and their text as one module");

const require = createRequire(import.meta.url);
const tsc = require.resolve("typescript/package.json").replace("package.json", "bin/tsc");
const fixtures = join(import.meta.dirname, "..", "fixtures", "cells");

/** Notebooks: the name of each, and its cells. */
function notebooks(fixture: string): [name: string, cells: string[]][] {
  const [, ...all] = readFileSync(join(fixtures, fixture), "utf8").split(/^\/\/ ==== /m);
  return all.map((text) => {
    const [name, ...lines] = text.trimEnd().split("\n");
    return [name.trim(), lines.join("\n").split(/^\/\/ %%\n/m)];
  });
}

/** What each text prints as a module that `tsc` has compiled; fails if it has an error of types. */
function asModules(texts: [name: string, cells: string[]][], compilerOptions: object): string[] {
  const own = project({
    "tsconfig.json": JSON.stringify({
      include: ["*.ts"],
      compilerOptions: {
        ...{ target: "es2022", module: "preserve", moduleDetection: "force", outDir: "out" },
        ...{ lib: ["esnext"], types: ["node"], skipLibCheck: true },
        typeRoots: [dirname(dirname(require.resolve("@types/node/package.json")))],
        ...compilerOptions,
      },
    }),
  });
  for (const [name, cells] of texts)
    own.write({ [`${name}.ts`]: `${cells.join("\n")}\nexport {};` });
  const compiled = spawnSync(process.execPath, [tsc, "-p", own.folder, "--pretty", "false"], {
    encoding: "utf8",
  });
  assert.is(compiled.stdout, "");
  const mark = "-- end --";
  mkdirSync(join(own.folder, "out"), { recursive: true });
  const all = `Symbol.dispose ??= Symbol("Symbol.dispose"); Symbol.asyncDispose ??= Symbol("Symbol.asyncDispose");
for (const name of ${JSON.stringify(texts.map(([name]) => name))}) {
  await import(\`./\${name}.js\`);
  console.log("${mark}");
}`;
  writeFileSync(join(own.folder, "out", "all.mjs"), all);
  const run = spawnSync(process.execPath, [join(own.folder, "out", "all.mjs")], {
    encoding: "utf8",
    cwd: own.folder,
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
  });
  assert.is(run.stderr, "");
  own.remove();
  return run.stdout.split(`${mark}\n`).slice(0, -1);
}

const kinds: [fixture: string, options: Record<string, unknown>, files: Record<string, string>][] =
  [
    ["language.txt", { strict: false, experimentalDecorators: true }, {}],
    [
      "decorators.txt",
      { strict: true },
      { "tsconfig.json": '{ "compilerOptions": { "strict": true, "lib": ["esnext"] } }' },
    ],
  ];

for (const [fixture, options, files] of kinds) {
  test(`each notebook of ${fixture} prints what its text as one module does`, async () => {
    const texts = notebooks(fixture);
    assert.ok(texts.length > 5);
    const expected = asModules(texts, options);
    const own = project(files);
    const session = await openSession({ cwd: own.folder, root: own.folder });
    for (const [i, [name, cells]] of texts.entries()) {
      let printed = "";
      for (const cell of cells) {
        const { status, outputs } = await session.run(cell);
        assert.is(status, "ok", `${name}: ${cell}\n${JSON.stringify(outputs)}`);
        for (const one of outputs) if ("text" in one && one.name === "stdout") printed += one.text;
      }
      assert.is(printed, expected[i], name);
    }
    session.close();
    own.remove();
  });
}

test.run();
