import { suite } from "uvu";
import * as assert from "uvu/assert";
import { cellRules } from "../../src/notebook/index.js";
import { codeCell } from "./build.js";

const test = suite("notebook: rules of a cell");

const rules = (metadata: Record<string, unknown>, source = "1") =>
  cellRules({ ...codeCell(source, "a"), metadata });
const own = (rederive: Record<string, unknown>) => rules({ rederive });

test("a cell that says nothing is run and compared exactly", () => {
  assert.equal(rules({ tags: ["teacher"], rederive: { unshown: [] } }), {
    skip: undefined,
    ignore: undefined,
    ignoredKinds: [],
    raises: undefined,
    tolerance: { relative: 0, absolute: 0 },
    sanitise: [],
    timeout: undefined,
    faults: [],
  });
});

test("the tags of Jupyter, nbval and nbmake are followed in any case, and named as the reason", () => {
  assert.is(rules({ tags: ["skip-execution"] }).skip, "tag skip-execution");
  assert.is(rules({ tags: ["nbval-skip"] }).skip, "tag nbval-skip");
  assert.is(rules({ tags: ["NBVAL_IGNORE_OUTPUT"] }).ignore, "tag NBVAL_IGNORE_OUTPUT");
  assert.equal(rules({ tags: ["raises-exception"] }).raises, { said: "tag raises-exception" });
  assert.ok(rules({ tags: ["nbval-raises-exception"] }).raises);
  assert.is(rules({ tags: "skip-execution" }).skip, undefined, "no list of tags");
});

test("nbval's markers are read in the comments before the code, and nowhere else", () => {
  assert.is(rules({}, "// NBVAL_SKIP\nf()").skip, "comment NBVAL_SKIP");
  assert.is(rules({}, "# NBVAL_IGNORE_OUTPUT\nf()").ignore, "comment NBVAL_IGNORE_OUTPUT");
  assert.is(rules({}, "\n// slow\n// NBVAL_SKIP\nf()").skip, "comment NBVAL_SKIP");
  assert.is(rules({}, "f()\n// NBVAL_SKIP").skip, undefined);
  assert.is(rules({}, 'const s = "// NBVAL_SKIP";').skip, undefined);
});

test("metadata say the same with a reason, and take a tag back", () => {
  assert.is(own({ skip: "needs a GPU" }).skip, "needs a GPU");
  assert.is(own({ skip: true, reason: "slow" }).skip, "slow");
  assert.is(rules({ tags: ["skip-execution"], rederive: { skip: false } }).skip, undefined);
  assert.is(own({ ignore: "it shows the time" }).ignore, "it shows the time");
  const kinds = own({ ignore: ["stderr", "image/png"] });
  assert.equal([kinds.ignore, kinds.ignoredKinds], [undefined, ["stderr", "image/png"]]);
  assert.is(own({ timeout: 300 }).timeout, 300);
  const { raises } = own({ raises: "^RangeError: " });
  assert.equal(raises?.pattern, /^RangeError: /);
});

test("a cell's tolerance stands above the project's, and keeps its reason", () => {
  const project = { tolerance: { relative: 1e-9, absolute: 0 } };
  const cell = codeCell("1", "a");
  assert.equal(cellRules(cell, project).tolerance, project.tolerance);
  const exact = { ...cell, metadata: { rederive: { tolerance: 0 } } };
  assert.equal(cellRules(exact, project).tolerance.relative, 0);
  const { tolerance } = own({ tolerance: { absolute: 0.1 }, reason: "drawn at random" });
  assert.equal(tolerance, { relative: 0, absolute: 0.1, reason: "drawn at random" });
});

test("what cannot be followed is told and not guessed", () => {
  const faults = (rederive: Record<string, unknown>) => own(rederive).faults.join();
  assert.is(
    faults({ tolerance: "1e-9" }),
    'metadata.rederive.tolerance must be a number >= 0, or {relative, absolute, reason}, got "1e-9"',
  );
  assert.match(
    faults({ raises: "(" }),
    /raises must be true, false or a regular expression, got "\("/,
  );
  assert.match(faults({ timeout: 0 }), /timeout must be a number of seconds > 0, got 0/);
  assert.match(faults({ skip: 3 }), /skip must be true, false or a reason, got 3/);
  assert.match(
    faults({ ignore: [1] }),
    /ignore must be true, a reason, or a list of kinds, got \[1\]/,
  );
});

test.run();
