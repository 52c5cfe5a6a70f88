import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { buildApi, entryPoints } from "../../scripts/api.mjs";
import { bareParameters, type Reflection } from "./apiParameters.js";

const test = suite("the API reference");
const own = join(import.meta.dirname, "..", "..", "scripts", "api", "typedoc.json");
const folder = mkdtempSync(join(tmpdir(), "rederive-api-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

test("is built without a warning, and every exported name has a docstring", () => {
  const json = join(folder, "api.json");
  buildApi(join(folder, "pages"), { json });
  const { children: modules } = JSON.parse(readFileSync(json, "utf8")) as Reflection;
  assert.is(modules!.length, entryPoints().length);
  for (const page of ["rederive_engine", "rederive_nn", "rederive"])
    assert.ok(existsSync(join(folder, "pages", "modules", `${page}.html`)), page);
  // Shapes and units: what a layer, a density or a cost takes is said of each argument.
  assert.equal(modules!.flatMap(bareParameters), []);
});

test("is refused where an exported name has no docstring", () => {
  const entry = join(folder, "planted.ts");
  writeFileSync(entry, "export const bare = (a: number): number => a;\n");
  const tsconfig = join(folder, "tsconfig.json");
  writeFileSync(
    tsconfig,
    '{ "compilerOptions": { "lib": ["es5"], "types": [] }, "files": ["planted.ts"] }',
  );
  const options = join(folder, "typedoc.json");
  writeFileSync(options, JSON.stringify({ extends: [own], tsconfig }));
  const build = () => buildApi(join(folder, "none"), { entries: [entry], options });
  assert.throws(build, /bare.* does not have any documentation/);
});

test("an argument without a word about it is noticed, but for objects that their own type describes", () => {
  const [word, bare] = [{ comment: {} }, {}];
  const types = {
    own: { type: "reference", name: "ConvLayer" },
    tensor: { type: "reference", name: "TensorLike" },
    number: { type: "intrinsic", name: "number" },
  };
  const parameters = [
    { name: "a", type: types.number, ...word },
    { name: "b", type: types.number, ...bare },
    { name: "c", type: types.own, ...bare },
    { name: "d", type: types.tensor, ...bare },
  ];
  const of = (name: string): Reflection => ({
    name,
    children: [{ name: "f", signatures: [{ name: "f", parameters }] }],
  });
  assert.equal(bareParameters(of("rederive/nn")), ["f: b", "f: d"]);
  assert.equal(bareParameters(of("rederive/show")), []);
});

test.run();
