import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { bundleTypes } from "../../scripts/bundleTypes.mjs";
import { root } from "../../scripts/link.mjs";

const test = suite("house: what is built for a quick start");
let folder = "";
test.before.each(() => {
  folder = mkdtempSync(join(tmpdir(), "rederive-test-"));
});
test.after.each(() => rmSync(folder, { recursive: true }));

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
