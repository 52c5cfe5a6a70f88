import { suite } from "uvu";
import * as assert from "uvu/assert";
import { fallen, tally, withUnshown } from "../../src/notebook/index.js";
import { codeCell, notebookOf, result } from "./build.js";

const test = suite("notebook: claims");
const mime = "application/vnd.rederive.derivation+json";
const step = (grade: string) => ({ lhs: "a", rhs: "b", grade });

/** A notebook with one derivation in its outputs. */
function notebookWith(steps: string[], errata: [string, string][] = []) {
  const derivation = {
    id: "a.b",
    steps: steps.map(step),
    errata: errata.map(([asWritten, corrected]) => ({
      asWritten: step(asWritten),
      corrected: step(corrected),
    })),
  };
  return { ...notebookOf(), cells: [codeCell("d", "one", [result({ [mime]: derivation })])] };
}

test("tally counts steps by grade, and an erratum that is shown to be one once", () => {
  const notebook = notebookWith(["proved", "proved", "unknown"], [["refuted", "proved"]]);
  assert.equal(tally(notebook), { proved: 2, unknown: 1, erratum: 1 });
  assert.equal(tally(notebookOf("1", "# text")), {});
});

test("an erratum of which a half is undecided counts as unknown", () => {
  assert.equal(tally(notebookWith([], [["unknown", "proved"]])), { unknown: 1 });
  assert.equal(tally(notebookWith([], [["refuted", "unknown"]])), { unknown: 1 });
});

test("a refuted step outside an erratum falls, and so does an erratum that is none", () => {
  assert.equal(fallen(notebookWith(["proved", "refuted"])), [
    { cell: 1, text: "a.b, step 2: a and b differ" },
  ]);
  assert.equal(fallen(notebookWith([], [["proved", "proved"]])), [
    { cell: 1, text: "a.b, erratum 1: the printed form holds" },
  ]);
  assert.equal(fallen(notebookWith([], [["refuted", "refuted"]])), [
    { cell: 1, text: "a.b, erratum 1: the correction is refuted" },
  ]);
});

test("a refutation that was wanted is listed as such; one that did not come falls", () => {
  const notebook = notebookWith(["proved"]);
  const wanted = (grade: string) => ({
    ...notebook,
    cells: [
      withUnshown(codeCell("d", "one"), [
        { id: "a.c", steps: [{ ...step(grade), expect: "refuted" }], errata: [] },
      ]),
    ],
  });
  assert.equal(tally(wanted("refuted")), { "refuted as expected": 1 });
  assert.equal(fallen(wanted("refuted")), []);
  assert.equal(fallen(wanted("proved")), [
    { cell: 1, text: "a.c, step 1: was to be refuted and is proved" },
  ]);
});

test("a derivation that no output shows counts; what is none does not", () => {
  const hidden = { id: "a.c", steps: [step("refuted")], errata: [] };
  const cells = [
    withUnshown(codeCell("d", "one", [result({ [mime]: "none" })]), [hidden, { id: 3 }]),
  ];
  const notebook = { ...notebookOf(), cells };
  assert.equal(fallen(notebook), [{ cell: 1, text: "a.c, step 1: a and b differ" }]);
  assert.equal(withUnshown(cells[0], []).metadata, {});
  const kept = withUnshown({ ...cells[0], metadata: { rederive: { tolerance: 1 } } }, []);
  assert.equal(kept.metadata, { rederive: { tolerance: 1 } });
});

test("what is proved, tested, assumed or unknown does not fall", () => {
  const grades = ["proved", "proved-if", "tested", "assumed", "unknown"];
  assert.equal(fallen(notebookWith(grades, [["refuted", "proved"]])), []);
});

test.run();
