import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type CodeCell, readNotebook } from "../../src/notebook/index.js";
import { executeNotebook } from "../../src/run/execute.js";
import { defaultLimits } from "../../src/run/index.js";
import { projectOf } from "../../src/session/project.js";
import { type Received, startClient } from "./client.js";

const test = suite("kernel and run");
const folder = resolve(import.meta.dirname, "..", "..", "notebooks");
const names = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));

/** The outputs that a notebook would keep of what was broadcast about a cell. */
function stored(heard: Received[]): unknown[] {
  const outputs: any[] = [];
  for (const { type, content } of heard) {
    const last = outputs.at(-1);
    if (type === "stream" && last?.output_type === "stream" && last.name === content.name) {
      last.text += content.text;
    } else if (["stream", "display_data", "execute_result", "error"].includes(type)) {
      const { transient: _transient, ...kept } = content;
      outputs.push({ output_type: type, ...kept });
    }
  }
  return outputs;
}

for (const name of names) {
  test(`${name} has the same outputs through the kernel and through rederive run`, async () => {
    const path = join(folder, name);
    const notebook = readNotebook(readFileSync(path, "utf8"), path);
    const run = await executeNotebook(notebook, path, projectOf(folder), defaultLimits);
    assert.equal(run.failures, []);
    const cells = run.notebook.cells.filter(
      (cell): cell is CodeCell => cell.cell_type === "code" && cell.source.trim() !== "",
    );
    const client = await startClient({ cwd: folder, env: { REDERIVE_REPRODUCIBLE: "1" } });
    try {
      for (const cell of cells) {
        const { outputs } = await client.execute(cell.source);
        assert.is(JSON.stringify(stored(outputs)), JSON.stringify(cell.outputs), cell.source);
      }
    } finally {
      await client.stop();
    }
  });
}

test.run();
