import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Cell, idProblems, type Item, type Places } from "./idRules.js";
import { filesBelow, read } from "./tree.js";

const test = suite("house: ids");

function texts(folder: string): Map<string, string> {
  const typescript = filesBelow(folder).filter((path) => path.endsWith(".ts"));
  return new Map(typescript.map((path) => [path, read(path)]));
}

test("each id of the inventory stands once in its note, derivation, function and suite", () => {
  const inventory = JSON.parse(read("notebooks/inventory.json")) as Item[];
  assert.is(inventory.length, 103);
  const notebooks = new Map(
    filesBelow("notebooks")
      .filter((path) => path.endsWith(".ipynb"))
      .map((path) => {
        const name = path.replace(/^.*\/|\.ipynb$/g, "");
        return [name, (JSON.parse(read(path)) as { cells: Cell[] }).cells];
      }),
  );
  // The planted faults of this folder are ids that do not exist.
  const tests = new Map([...texts("test")].filter(([path]) => !path.startsWith("test/house/")));
  assert.equal(idProblems({ inventory, notebooks, sources: texts("src"), tests }), []);
});

/** Two ids in two notebooks, a claim and a definition, all in order. */
function small(): Places {
  const markdown = (source: string): Cell => ({ cell_type: "markdown", source });
  const code = (source: string): Cell => ({ cell_type: "code", source });
  return {
    inventory: [
      { number: 1, id: "conv.cost", status: "right", notebook: "01" },
      { number: 2, id: "bayes.given", status: "definition", notebook: "02" },
    ],
    notebooks: new Map([
      ["01", [markdown("$$c = 1 \\tag{conv.cost}$$"), code('derivation("conv.cost", [])')]],
      ["02", [{ cell_type: "markdown", source: ["$$p = 2\n", "\\tag{bayes.given}$$"] }]],
    ]),
    sources: new Map([["src/conv/cost.ts", "/** @eq conv.cost */"]]),
    tests: new Map([["test/conv/cost.test.ts", 'suite("conv.cost"); suite("num tensor")']]),
  };
}

/** The problems after one change to the small tree. */
function after(change: (places: Places) => void): string[] {
  const places = small();
  change(places);
  return idProblems(places);
}

test("a tree in order has no problem", () => assert.equal(idProblems(small()), []));

test("a missing tag, derivation or suite is named", () => {
  assert.equal(
    after(({ notebooks }) => notebooks.get("02")?.pop()),
    ["02: no equation is tagged bayes.given"],
  );
  assert.equal(
    after(({ notebooks }) => notebooks.get("01")?.pop()),
    ["01: no derivation of conv.cost"],
  );
  assert.equal(
    after(({ tests }) => tests.clear()),
    ["test: no suite is named conv.cost"],
  );
});

test("an id that stands twice is named with both places", () => {
  assert.equal(
    after(({ sources }) => sources.set("src/conv/b.ts", " * @eq conv.cost")),
    ["src/conv/b.ts: conv.cost stands already in src/conv/cost.ts"],
  );
  assert.equal(
    after(({ notebooks }) => {
      const cells = notebooks.get("01") as Cell[];
      cells.push(cells[0]);
    }),
    ["01: conv.cost stands already in 01"],
  );
});

test("an unknown id is named wherever it stands", () => {
  const stray = { cell_type: "markdown", source: "\\tag{conv.cots}" };
  assert.equal(
    after(({ notebooks }) => notebooks.get("01")?.push(stray)),
    ["01: conv.cots is not in the inventory"],
  );
  assert.equal(
    after(({ sources }) => sources.set("src/b.ts", " * @eq conv.cots\n")),
    ["src/b.ts: conv.cots is not in the inventory"],
  );
  assert.equal(
    after(({ tests }) => tests.set("test/b.test.ts", "suite('conv.cots')")),
    ["test/b.test.ts: conv.cots is not in the inventory"],
  );
});

test("a chapter may go beyond the notes: its own id is tagged and derived there", () => {
  const tagged = { cell_type: "markdown", source: "\\tag{conv.more}" };
  const derived = { cell_type: "code", source: 'derivation("conv.more")' };
  assert.equal(
    after(({ notebooks }) => notebooks.get("01")?.push(tagged, derived)),
    [],
  );
  assert.equal(
    after(({ notebooks }) => notebooks.get("01")?.push(derived)),
    ["01: conv.more is not in the inventory"],
  );
});

test("an id in the wrong notebook is sent home", () => {
  const stray = { cell_type: "code", source: 'derivation("bayes.given")' };
  assert.equal(
    after(({ notebooks }) => notebooks.get("01")?.push(stray)),
    ["01: bayes.given belongs in 02"],
  );
});

test("an inventory with a gap, a malformed id or two homes for one id is refused", () => {
  assert.ok(
    after(({ inventory }) => (inventory[1].number = 3)).includes(
      "inventory: 3 stands where 2 should",
    ),
  );
  assert.ok(
    after(({ inventory }) => (inventory[0].id = "conv.Cost")).includes(
      "inventory: conv.Cost is no id",
    ),
  );
  const twice = { number: 3, id: "conv.cost", status: "right", notebook: "02" };
  assert.ok(
    after(({ inventory }) => inventory.push(twice)).includes(
      "inventory: conv.cost has two notebooks",
    ),
  );
});

test.run();
