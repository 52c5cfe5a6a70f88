import { suite } from "uvu";
import * as assert from "uvu/assert";
import { samples } from "./cells.js";
import type { Summary } from "./summary.js";
import { runIn, sampleProject } from "./twoKernels.js";

const test = suite<{ ours: Summary[]; theirs: Summary[] }>("session: what a cell means");

test.before(async (context) => {
  const project = sampleProject();
  const cells = samples.map(({ code }) => code);
  try {
    const [ours, theirs] = await Promise.all([
      runIn("sessionChild", project.folder, cells),
      runIn("tslabChild", project.folder, cells),
    ]);
    Object.assign(context, { ours, theirs });
  } finally {
    project.remove();
  }
});

test("values, streams, declarations and errors of each cell are tslab's", ({ ours, theirs }) => {
  for (const [i, { code, differs }] of samples.entries()) {
    if (!differs) assert.equal(ours[i], theirs[i], `cell ${i + 1}: ${code}`);
  }
});

test("a difference that is listed is one", ({ ours, theirs }) => {
  for (const [i, { code, differs }] of samples.entries()) {
    if (differs) assert.not.equal(ours[i], theirs[i], `cell ${i + 1}: ${code}: ${differs}`);
  }
});

test("several hundred cells are compared, and among them many that fail", ({ theirs }) => {
  assert.ok(theirs.length > 400, `${theirs.length} cells`);
  assert.ok(theirs.filter(({ error }) => error).length > 30);
});

test.run();
