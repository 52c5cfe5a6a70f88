import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { projectCopy } from "../support/projectCopy.js";

const test = suite<{ folder: string; remove(): void }>("house: link");

test.before((context) => {
  Object.assign(context, projectCopy("src", "scripts"));
  const kernelspec = { display_name: "TypeScript", language: "typescript", name: "tslab" };
  const source = 'import * as rederive from "rederive";\ntypeof rederive';
  const cell = { cell_type: "code", id: "a", metadata: {}, outputs: [], execution_count: null };
  mkdirSync(join(context.folder, "notebooks"));
  writeFileSync(
    join(context.folder, "notebooks", "a.ipynb"),
    JSON.stringify({
      cells: [{ ...cell, source }],
      metadata: { kernelspec },
      nbformat: 4,
      nbformat_minor: 5,
    }),
  );
});

test.after((context) => context.remove());

function node(folder: string, ...args: string[]) {
  const run = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  return { status: run.status, log: `${run.stdout}${run.stderr}` };
}

function unlink(folder: string): string {
  const path = join(folder, "node_modules", "rederive");
  rmSync(path, { recursive: true, force: true });
  return path;
}

test("the build restores the link that npm install X has deleted", ({ folder }) => {
  const path = unlink(folder);
  const { status, log } = node(folder, join("scripts", "build.mjs"));
  assert.is(status, 0, log);
  assert.ok(existsSync(join(path, "package.json")));
});

for (const command of ["run", "check"]) {
  test(`rederive ${command} restores the link, so that the cells find the package`, ({
    folder,
  }) => {
    const path = unlink(folder);
    const { status, log } = node(folder, join("dist", "cli", "main.js"), command, "notebooks");
    assert.is(status, 0, log);
    assert.ok(existsSync(join(path, "package.json")));
  });
}

test("a link to another place, or a folder in its stead, is replaced", ({ folder }) => {
  const path = unlink(folder);
  symlinkSync("/", path);
  assert.is(node(folder, join("scripts", "link.mjs")).status, 0);
  assert.ok(existsSync(join(path, "scripts", "link.mjs")));
  unlink(folder);
  cpSync(join(folder, "src"), path, { recursive: true });
  assert.is(node(folder, join("scripts", "link.mjs")).status, 0);
  assert.ok(existsSync(join(path, "scripts", "link.mjs")));
});

test("the build makes dist anew after an edit and leaves it alone otherwise", ({ folder }) => {
  const build = () => node(folder, join("scripts", "build.mjs")).log;
  const stamp = () => readFileSync(join(folder, "dist", ".built"), "utf8");
  build();
  const before = stamp();
  assert.match(build(), /up to date/);
  writeFileSync(join(folder, "src", "num", "planted.ts"), "export const planted = 1;\n");
  assert.match(build(), /built dist/);
  assert.is.not(stamp(), before);
  assert.ok(existsSync(join(folder, "dist", "num", "planted.js")));
  rmSync(join(folder, "src", "num", "planted.ts"));
  build();
  assert.not(existsSync(join(folder, "dist", "num", "planted.js")));
  assert.is(stamp(), before);
});

test("a source that does not compile leaves dist as it was", ({ folder }) => {
  const path = join(folder, "src", "num", "planted.ts");
  writeFileSync(path, 'export const planted: number = "one";\n');
  const { status, log } = node(folder, join("scripts", "build.mjs"));
  rmSync(path);
  assert.is(status, 2);
  assert.match(log, /planted\.ts.*not assignable/);
  assert.ok(existsSync(join(folder, "dist", ".built")));
  assert.not(existsSync(join(folder, "dist", "num", "planted.js")));
});

test.run();
