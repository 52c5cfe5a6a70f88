import vm from "node:vm";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { showSources } from "../../src/session/failures/frames.js";

const bundle = "/project/dist/bundle.js";

/** The stack of an error that code of a bundle throws, which was made from a file. */
function stackFrom(source: string): string {
  const map = { version: 3, sources: [source], names: [], mappings: "AAAA" };
  showSources({
    folders: [["/project", ""]],
    builds: [],
    mapOf: (name) => (name === bundle ? map : undefined),
  });
  const script = new vm.Script(`(() => new Error("planted"))()`, { filename: bundle });
  return (script.runInThisContext() as Error).stack ?? "";
}

test("a stack shows of a bundle the project's own source, and nothing of a package in it", () => {
  assert.match(stackFrom("../src/a.ts"), "at src/a.ts:1");
  const ofPackage = stackFrom("../node_modules/d3-array/index.js");
  assert.match(ofPackage, "Error: planted");
  assert.not.match(ofPackage, /d3-array|bundle/);
});

test.run();
