import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { venv } from "../support/require.js";
import { installedJupyter, type Jupyter, type Ran, writeCells } from "./jupyter.js";

const program = venv("papermill", "the parameters of papermill in TypeScript");
const test = suite("papermill");

/** Parameters as a user writes them, and what the cells find; a date of YAML is a text. */
const parameters = {
  alpha: ["5", "5"],
  name: ['"a \\"q\\" é 😀"', "'a \"q\" é 😀'"],
  big: ["9007199254740993", "9007199254740993n"],
  small: ["1.5e-7", "1.5e-7"],
  list: ["[1, b, null]", "[ 1, 'b', null ]"],
  record: ["{a: 1, 'b c': [true]}", "{ a: 1, 'b c': [ true ] }"],
  none: ["{}", "{}"],
  nothing: ["null", "null"],
  flag: ["true", "true"],
  infinite: ["-.inf", "-Infinity"],
  nan: [".nan", "NaN"],
  date: ["2001-02-03", "'2001-02-03'"],
} satisfies Record<string, [yaml: string, found: string]>;

const names = Object.keys(parameters);
const declared =
  "const alpha: number = 0.5; // how much\nlet name = 'x', words = ['a, b', \"c;\"];";
const asked = `import { inspect } from "node:util";\nfor (const one of [${names.join(", ")}]) console.log(inspect(one));`;

if (program) {
  let jupyter: Jupyter;
  const run = (...args: string[]): Promise<Ran> => jupyter.run("papermill", args);
  test.before(() => {
    jupyter = installedJupyter(program);
    const path = writeCells(jupyter.folder, "given.ipynb", [declared, asked]);
    const notebook = JSON.parse(readFileSync(path, "utf8"));
    notebook.cells[0].metadata.tags = ["parameters"];
    writeFileSync(path, JSON.stringify(notebook));
    const yaml = Object.entries(parameters).map(([name, [text]]) => `${name}: ${text}\n`);
    writeFileSync(join(jupyter.folder, "parameters.yaml"), yaml.join(""));
  });
  test.after(() => jupyter.remove());

  test("its parameters are written in TypeScript, by what installs with the kernel, and are found by the cells", async () => {
    const files = ["given.ipynb", "ran.ipynb", "-f", "parameters.yaml", "--no-progress-bar"];
    const { status, log } = await run(...files);
    assert.is(status, 0, log);
    // What papermill keeps of the parameters in the metadata is no JSON where one is infinite or not a number.
    const text = readFileSync(join(jupyter.folder, "ran.ipynb"), "utf8");
    const { cells } = JSON.parse(text.replace(/: (?:-?Infinity|NaN)\b/g, ": null"));
    assert.is([cells[1].source].flat().join("").split("\n")[1], "let alpha = 5;");
    const printed = cells[2].outputs.map(({ text }: { text: string }) => [text].flat().join(""));
    const found = Object.values(parameters).map(([, value]) => `${value}\n`);
    assert.is(printed.join(""), found.join(""));
  });

  test("it lists the parameters that a notebook declares", async () => {
    const { log } = await run("--help-notebook", "given.ipynb");
    assert.match(log, /alpha: number \(default 0\.5\)\s+how much/);
    assert.match(log, /name: Unknown type \(default 'x'\)/);
    assert.match(log, /words: Unknown type \(default \['a, b', "c;"\]\)/);
  });
}

test.run();
