import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readNotebook } from "../../src/notebook/index.js";
import { notebookOf } from "../notebook/build.js";
import { rederive, scratch, start } from "../run/scratch.js";
import { random } from "../../src/num/random.js";

// `npm run matrix:kill` tries ten times as many moments.
const kills = process.argv.includes("--matrix") ? 200 : 20;
const long = 300_000; // characters, so that writing takes a time that can be hit

const test = suite("run: killed at any moment");
const files = scratch();
test.after(files.remove);

const source = (round: number) => `console.log("${round} ".repeat(${long}))`;

test(`${kills} kills leave the notebook whole, old or new, and the next run leaves nothing beside it`, async () => {
  files.write("a.ipynb", notebookOf(source(0), "1 + 1"));
  const began = performance.now();
  assert.is((await rederive(["run", "a.ipynb"], files.folder)).code, 0);
  const whole = performance.now() - began;
  const { uniform } = random(14);
  const found = { old: 0, new: 0 };
  for (let round = 1; round <= kills; round++) {
    const notebook = readNotebook(files.read("a.ipynb"), "a.ipynb");
    notebook.cells[0].source = source(round);
    files.write("a.ipynb", notebook);
    const before = files.read("a.ipynb");
    const { child, done } = start(["run", "a.ipynb"], files.folder);
    // Most of the moments are those about the end, where the file is written.
    const moment = round % 4 ? whole * uniform(0.6, 1.2) : whole * uniform();
    const timer = setTimeout(() => child.kill("SIGKILL"), moment);
    await done;
    clearTimeout(timer);
    const after = files.read("a.ipynb");
    if (after === before) found.old++;
    else {
      const { cells } = readNotebook(after, "a.ipynb");
      const [first] = cells;
      assert.ok(first.cell_type === "code" && first.outputs.length === 1, `round ${round}`);
      assert.ok(JSON.stringify(first.outputs).includes(`${round} ${round} `), `round ${round}`);
      found.new++;
    }
  }
  console.log(`old ${found.old}, new ${found.new}`);
  assert.is((await rederive(["run", "a.ipynb"], files.folder)).code, 0);
  assert.equal(files.names(), ["a.ipynb"], join(files.folder));
});

test.run();
