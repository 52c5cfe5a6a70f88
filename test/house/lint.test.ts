import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { root } from "./tree.js";

const test = suite("house: lint");

/** The rules that a text breaks by the project's own settings. */
function broken(text: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), "lint-"));
  try {
    writeFileSync(join(folder, "a.ts"), text);
    const program = join(root, "node_modules", "oxlint", "bin", "oxlint");
    const options = ["-c", join(root, ".oxlintrc.json"), "-f", "unix", folder];
    const { stdout } = spawnSync(process.execPath, [program, ...options], { encoding: "utf8" });
    return [...stdout.matchAll(/\[Error\/\w+\(([\w-]+)\)\]/g)].map(([, rule]) => rule);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const [rule, text] of [
  ["no-unused-vars", "const unused = 1;\nexport {};"],
  ["no-self-assign", "let a = 1;\na = a;\nexport { a };"],
  ["no-loss-of-precision", "export const a = 1.8378770664093454836;"],
  ["use-isnan", "export const isNone = (a: number) => a === NaN;"],
] as const) {
  test(`it finds a planted ${rule}`, () => assert.equal(broken(text), [rule]));
}

test("it has nothing against a number that is written as it is kept", () => {
  assert.equal(broken("export const a = 1.8378770664093456;"), []);
});

test.run();
