import { existsSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { read, root } from "./tree.js";

const test = suite("house: where things live");

/** The paths that a page names and that do not exist. */
const missing = (page: string): string[] =>
  [...page.matchAll(/`((?:src|docs|test)\/[\w./-]+)`/g)]
    .map(([, path]) => path)
    .filter((path) => !existsSync(join(root, path)));

test("every path that docs/architecture.md names exists", () => {
  const page = read("docs/architecture.md");
  assert.ok(page.match(/`src\//g)!.length > 50);
  assert.equal(missing(page), []);
});

test("a path that is gone is noticed", () => {
  assert.equal(missing("`src/session/text` and `src/session/gone.ts`"), ["src/session/gone.ts"]);
});

test("CITATION.cff names the version of the package", () => {
  const { version } = JSON.parse(read("package.json")) as { version: string };
  assert.match(
    read("CITATION.cff"),
    new RegExp(`^version: ${version.replaceAll(".", "\\.")}$`, "m"),
  );
});

test.run();
