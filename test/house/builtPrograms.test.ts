import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { bundleTypes } from "../../scripts/bundleTypes.mjs";
import { keptBeside, runKept } from "../../scripts/keptCode.mjs";
import { root } from "../../scripts/link.mjs";

const test = suite("house: what is built for a quick start");
let folder = "";
test.before.each(() => {
  folder = mkdtempSync(join(tmpdir(), "rederive-test-"));
});
test.after.each(() => rmSync(folder, { recursive: true }));

const take = `
  const { readFileSync } = require("node:fs");
  const { Script } = require("node:vm");
  const program = process.argv[1];
  const cachedData = readFileSync(program + ".v8");
  const source = "(require) => {" + readFileSync(program, "utf8") + "\\n}";
  console.log(new Script(source, { cachedData }).cachedDataRejected);
`;

test("V8 takes the code that is kept beside the program that grades claims", () => {
  const program = join(root, "dist", "cli", "prover", "child.cjs");
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", take, program], {
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  assert.is(stdout, "false\n", stderr);
});

test("a program runs without such code, and beside what is none", () => {
  // Each is another text, since V8 remembers what it has compiled in this process.
  const run = (name: string, kept?: Buffer | string) => {
    const program = join(folder, `${name}.cjs`);
    const said = JSON.stringify(join(folder, "said"));
    writeFileSync(program, `require("node:fs").appendFileSync(${said}, "${name} ");`);
    if (kept !== undefined) writeFileSync(keptBeside(program), kept);
    return runKept(pathToFileURL(program));
  };
  assert.is(run("without").cachedDataRejected, undefined);
  assert.is(run("garbage", "no code").cachedDataRejected, true);
  const kept = run("without").createCachedData();
  assert.is(run("foreign", kept.subarray(0, 64)).cachedDataRejected, true);
  assert.is(readFileSync(join(folder, "said"), "utf8"), "without garbage without foreign ");
});

test("the types of an entry stand in one file, and files name each other as its modules", () => {
  writeFileSync(
    join(folder, "one.d.ts"),
    "export declare const one: 1;\ndeclare const own: 2;\nexport {};\n",
  );
  writeFileSync(
    join(folder, "index.d.ts"),
    'export * from "./one.js";\nexport declare const other: import("./one.js").one;\n//# sourceMappingURL=x\n',
  );
  bundleTypes(folder, [""]);
  const entry = readFileSync(join(folder, "bundle.d.ts"), "utf8");
  assert.is(entry, '/// <reference path="bundle.types.d.ts" />\nexport * from "rederive:index";\n');
  assert.is(
    readFileSync(join(folder, "bundle.types.d.ts"), "utf8"),
    'declare module "rederive:index" {\nexport * from "rederive:one";\nexport const other: import("rederive:one").one;\n}\n' +
      'declare module "rederive:one" {\nexport const one: 1;\nconst own: 2;\nexport {};\n}\n',
  );
});

test("the types of the core name no other file", () => {
  const types = join(root, "dist", "bundle.types.d.ts");
  assert.ok(existsSync(types));
  assert.not.match(readFileSync(types, "utf8"), /(?:from |import\()"\./);
});

test.run();
