import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { cellLine } from "../../src/notebook/index.js";
import { notebookOf } from "../notebook/build.js";
import { rederive, scratch } from "../run/scratch.js";

const test = suite("cli: reports for other programs");
const files = scratch();
test.after(files.remove);

const moved = 'derivation("a.b").from("x + x").equals("2*x", "add")';

/** A checked folder: one cell differs, one notebook is fine, one is none. */
test.before(async () => {
  const imported = 'import { derivation } from "rederive";\n';
  files.write("package.json", "{}");
  files.write("notebooks/fine.ipynb", notebookOf("6 * 7"));
  files.write(
    "notebooks/moved.ipynb",
    notebookOf("# T\n\n$$x + x = 2 x \\tag{a.b}$$", `${imported}${moved}`, "Math.max(1, 2)"),
  );
  const ran = await rederive(["run"], files.folder);
  assert.is(ran.code, 0, ran.stderr);
  const text = files.read("notebooks/moved.ipynb");
  files.write(
    "notebooks/moved.ipynb",
    text.replace(/"text\/plain": \[\s*"2"/, '"text/plain": ["3"'),
  );
  files.write("notebooks/none.ipynb", "{");
});

async function checked(...flags: string[]) {
  const env = { GITHUB_STEP_SUMMARY: join(files.folder, "summary.md") };
  return rederive(["check", ...flags], files.folder, env);
}

test("JUnit, SARIF, JSON and the summary of a job name the same cell, in folders that are made for them", async () => {
  const flags = ["--junit", "out/j.xml", "--sarif", "out/s.sarif", "--json", "out/r.json"];
  const { code } = await checked(...flags);
  assert.is(code, 2, "one notebook cannot be read");
  const said = "moved.ipynb, cell 3 (id cell-3): output 1, text/plain expected 3, got 2";

  const junit = files.read("out/j.xml");
  assert.match(junit, /<testcase classname="moved" name="cell 3 \(id cell-3\)" time="\d+\.\d{3}">/);
  assert.match(junit, said);

  const log = JSON.parse(files.read("out/s.sarif")) as Sarif;
  assert.is(log.version, "2.1.0");
  const [result] = log.runs[0].results.filter(({ message }) => message.text === said);
  const [{ physicalLocation: place }] = result.locations;
  assert.is(place.artifactLocation.uri, "notebooks/moved.ipynb");
  assert.is(place.region.startLine, cellLine(files.read("notebooks/moved.ipynb"), 3));

  const report = JSON.parse(files.read("out/r.json")) as JsonReport;
  const byPath = new Map(report.notebooks.map((one) => [one.path, one]));
  assert.equal(byPath.get("notebooks/fine.ipynb")?.ok, true);
  const one = byPath.get("notebooks/moved.ipynb");
  assert.equal(one?.problems, [{ cell: 3, id: "cell-3", text: said }]);
  assert.equal(one?.claims, { proved: 1 });
  assert.equal(
    one?.cells.map(({ cell, id }) => [cell, id]),
    [
      [2, "cell-2"],
      [3, "cell-3"],
    ],
  );
  assert.equal(
    report.errors.map(({ path }) => path),
    ["notebooks/none.ipynb"],
  );

  const page = readFileSync(join(files.folder, "summary.md"), "utf8");
  assert.match(page, /^\| fine \| 1 \| 1 \| none \| [\d.]+ \| ok \|$/m);
  assert.match(
    page,
    /^- moved\.ipynb, cell 3 \(id cell-3\): output 1, text\/plain expected 3, got 2$/m,
  );
});

interface Sarif {
  version: string;
  runs: {
    results: {
      message: { text: string };
      locations: [
        { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } },
      ];
    }[];
  }[];
}

interface JsonReport {
  notebooks: {
    path: string;
    ok: boolean;
    claims: Record<string, number>;
    cells: { cell: number; id: string }[];
    problems: unknown[];
  }[];
  errors: { path: string }[];
}

test("--require proved fails on a claim that no proof was found for, and names it; without it the claim passes", async () => {
  // Two waves whose phases are free of each other: where they meet is not found.
  const step = '.from("sin(exp(x)) + cos(x^3)").atMost("1.999", "tried")';
  const page = "# T\n\n$$\\sin(e^x) + \\cos(x^3) \\le 1.999 \\tag{w.w}$$";
  const source = `import { derivation } from "rederive";\nderivation("w.w")${step}`;
  files.write("open/package.json", "{}");
  files.write("open/notebooks/a.ipynb", notebookOf(page, source));
  const folder = join(files.folder, "open");
  const ran = await rederive(["run"], folder);
  assert.is(ran.code, 0, ran.stderr);
  assert.match(ran.stdout, /│ a .*│ 1 unknown +│/);
  const required = await rederive(["check", "--require", "proved"], folder);
  assert.is(required.code, 1);
  assert.match(required.stderr, "a.ipynb, cell 2 (id cell-2): w.w, step 1 is unknown, not proved");
  const built = await rederive(["build", "--require", "proved"], folder);
  assert.is(built.code, 1);
  assert.match(built.stderr, "failed: a: w.w is unknown, not proved");
});

test.run();
