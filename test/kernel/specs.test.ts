import { suite } from "uvu";
import * as assert from "uvu/assert";
import { kernelInfo } from "../../src/kernel/requests/kernelInfo.js";
import { type KernelName, kernelNames, kernelSpec } from "../../src/kernel/install/kernelSpec.js";

const test = suite("kernel: the kernels that are installed");

test("each has its language, and tells its process which it is", () => {
  const all = Object.keys(kernelNames).map((name) => {
    const programs = { node: "/node", start: "/start.mjs", main: "/main.js" };
    const { language, env, argv } = kernelSpec(name as KernelName, programs);
    assert.is(argv[0], "/node");
    assert.equal(argv.slice(-3), ["/start.mjs", "{connection_file}", "/main.js"]);
    return [name, language, env];
  });
  assert.equal(all, [
    ["rederive", "typescript", {}],
    ["rederive-reproducible", "typescript", { REDERIVE_REPRODUCIBLE: "1" }],
    ["rederive-js", "javascript", { REDERIVE_LANGUAGE: "javascript" }],
  ]);
});

test("the one for JavaScript says so to a frontend", () => {
  const language = () => (kernelInfo().language_info as { name: string; mimetype: string }).name;
  assert.is(language(), "typescript");
  process.env.REDERIVE_LANGUAGE = "javascript";
  assert.is(language(), "javascript");
  assert.match(String(kernelInfo().banner), /JavaScript by TypeScript 7.*type-checked/);
  delete process.env.REDERIVE_LANGUAGE;
});

test.run();
