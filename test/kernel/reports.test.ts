import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { sampleProject } from "../session/twoKernels.js";
import { type Client, startClient } from "./client.js";
import { reports as reportsOfCells, textOf } from "./reports.js";
import { reportsOfClients } from "./reportsOfClients.js";
import { reportsOfProtocol } from "./reportsOfProtocol.js";

const test = suite("kernel: faults that others have reported");
const reports = [...reportsOfCells, ...reportsOfProtocol, ...reportsOfClients];
const project = sampleProject();
let client: Client;

const packages = {
  "esm-only": ['export const only = "an ES module";', "export const only: string;"],
  "asks-document": ["export const seen = typeof document;", "export const seen: string;"],
};

test.before(async () => {
  for (const [name, [code, types]] of Object.entries(packages)) {
    const folder = join(project.folder, "node_modules", name);
    mkdirSync(folder, { recursive: true });
    const about = {
      name,
      version: "1.0.0",
      type: "module",
      exports: "./index.js",
    };
    writeFileSync(join(folder, "package.json"), JSON.stringify(about));
    writeFileSync(join(folder, "index.js"), code);
    writeFileSync(join(folder, "index.d.ts"), types);
  }
  client = await startClient({ cwd: project.folder, env: { DEBUG: "*" } });
});
test.after(async () => {
  await client.stop();
  project.remove();
});

test("there are 60 of them or more, each cause and each reference once", () => {
  assert.ok(reports.length >= 60, `${reports.length}`);
  for (const key of ["cause", "reference"] as const) {
    assert.is(new Set(reports.map((report) => report[key])).size, reports.length, key);
  }
  for (const { reference, cells, check } of reports) {
    assert.match(reference, /^[\w.-]+\/[\w.-]+#\d+(?:, of [\w. ]+)?$/);
    assert.ok(cells?.length || check, reference);
  }
});

for (const { reference, cause, cells = [], check } of reports) {
  test(`not here: ${cause} (${reference})`, async () => {
    for (const [code, gives] of cells) {
      const text = textOf(await client.execute(code));
      if (typeof gives === "string") assert.is(text, gives, code);
      else assert.match(text, gives, code);
    }
    await check?.(client);
  });
}

test.run();
