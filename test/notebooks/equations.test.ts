import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Notebook, readNotebook } from "../../src/notebook/index.js";
import { taggedEquations, texProblems } from "../derive/texProblems.js";
import { derivationsOf } from "./derivationsOf.js";

const test = suite("notebooks: equations");
const folder = join(import.meta.dirname, "..", "..", "notebooks");
const inventory: { id: string; status: string }[] = JSON.parse(
  readFileSync(join(folder, "inventory.json"), "utf8"),
);

/** Ids of which every entry is a definition or a hypothesis: nothing is derived there. */
const definitions = new Set(
  inventory
    .map(({ id }) => id)
    .filter((id) =>
      inventory.every((item) => item.id !== id || /^(?:definition|hypothesis)$/.test(item.status)),
    ),
);

const chapters = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
const notebooks = chapters.map((name) =>
  readNotebook(readFileSync(join(folder, name), "utf8"), name),
);

const equationsOf = ({ cells }: Notebook) =>
  cells.flatMap((cell) => (cell.cell_type === "markdown" ? taggedEquations(cell.source) : []));

const derivations = chapters.flatMap((name) => derivationsOf(join(folder, name)));

for (const [i, notebook] of notebooks.entries()) {
  test(`every tagged equation of ${chapters[i]} is the tree that its derivation checked`, () => {
    assert.equal(texProblems(equationsOf(notebook), derivations, definitions), []);
  });
  test(`a flipped sign in an equation of ${chapters[i]} is found`, () => {
    const flipped = equationsOf(notebook).flatMap(({ id, tex: tagged }) => {
      const tex = tagged.replace(/\\tag\{[^}]*\}/, "");
      const other = tex.replace(/ - | \+ |(?<=[a-z])[-+](?=[a-z])/, (sign) =>
        sign.includes("-") ? " + " : " - ",
      );
      return other === tex ? [] : [{ id, tex: other }];
    });
    const checked = flipped.filter(({ id }) => !definitions.has(id));
    const found = checked.filter((one) => texProblems([one], derivations, definitions).length > 0);
    const exempt = checked.filter(({ id }) =>
      derivations.every(
        (one) => one.id !== id || one.steps.every(({ grade }) => grade === "assumed"),
      ),
    );
    assert.is(found.length, checked.length - exempt.length);
  });
}

test.run();
