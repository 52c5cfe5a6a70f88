import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type CodeCell, readNotebook, writeNotebook } from "../../src/notebook/index.js";
import { notebookOf } from "../notebook/build.js";
import { rederive, scratch } from "../run/scratch.js";
import { files as reports } from "../run/peers/files.js";

const test = suite("run: what users of other tools have reported of files and exit codes");
const files = scratch();
test.after(files.remove);

const title = (reference: string) => {
  const { right } = reports.find((one) => one.reference === reference)!;
  return `${reference}: ${right}`;
};
const command = (...args: string[]) => rederive(args, files.folder);

test(title("nteract/papermill#474"), async () => {
  files.write("codes/holds.ipynb", notebookOf("6 * 7"));
  files.write("codes/throws.ipynb", notebookOf('throw new Error("a")'));
  files.write("codes/none.ipynb", "{");
  const codes = [];
  for (const name of ["holds", "throws", "none"])
    codes.push((await command("run", `codes/${name}.ipynb`)).code);
  assert.equal(codes, [0, 1, 2]);
});

test(title("treebeardtech/nbmake#8"), async () => {
  const notebook = notebookOf("6 * 7");
  notebook.metadata.kernelspec = { name: "nowhere", display_name: "Nowhere" };
  const path = files.write("kernel/lost.ipynb", notebook);
  const { code, stderr } = await command("run", path);
  assert.is(code, 2, stderr);
  assert.match(stderr, /lost\.ipynb: .*\bnowhere\b/);
  assert.is(files.read("kernel/lost.ipynb"), writeNotebook(notebook));
});

test(title("nteract/papermill#24"), async () => {
  const path = files.write("Übung 1/ġ 数学.ipynb", notebookOf("6 * 7"));
  const ran = await command("run", path);
  assert.is(ran.code, 0, ran.stderr);
  const notebook = readNotebook(files.read("Übung 1/ġ 数学.ipynb"), "n");
  Object.assign((notebook.cells[0] as CodeCell).outputs[0], { data: { "text/plain": "41" } });
  files.write("Übung 1/ġ 数学.ipynb", notebook);
  const checked = await command("check", "Übung 1");
  assert.is(checked.code, 1);
  const said = "ġ 数学.ipynb, cell 1 (id cell-1): output 1, text/plain expected 41, got 42";
  assert.ok(checked.stderr.split("\n").includes(said), checked.stderr);
});

test(title("quarto-dev/quarto-cli#8922"), async () => {
  files.write("mixed/a.ipynb", notebookOf("6 * 7"));
  const wrong = JSON.parse(writeNotebook(notebookOf("6 * 7"))) as { cells: object[] };
  Object.assign(wrong.cells[0], { source: 7 });
  files.write("mixed/b.ipynb", JSON.stringify(wrong));
  const { code, stdout, stderr } = await command("run", "mixed");
  assert.is(code, 2);
  assert.match(stderr, /^rederive: b\.ipynb: .*cell 1.*source/m);
  assert.match(stdout, /\ba\W+1\W+1\W+none\W+\d+\.\d\W+ok/);
});

test(title("quarto-dev/quarto-cli#10575"), async () => {
  files.write("never/n.ipynb", notebookOf("# T", "6 * 7"));
  const { code, stderr } = await command("check", "never/n.ipynb");
  assert.is(code, 1);
  assert.match(
    stderr,
    /^n\.ipynb, cell 2 \(id cell-2\): holds no output of a run; execute `rederive run never\/n\.ipynb`$/m,
  );
});

test(title("treebeardtech/nbmake#129"), async () => {
  const names = ["one", "two", "three"];
  for (const name of names)
    files.write(`${name}/n.ipynb`, notebookOf("const all = [1, 2, 3];", "all.length"));
  const ran = await Promise.all(names.map((name) => command("run", `${name}/n.ipynb`)));
  assert.equal(
    ran.map(({ code, stderr }) => [code, stderr]),
    names.map(() => [0, ""]),
  );
  assert.is(new Set(names.map((name) => files.read(`${name}/n.ipynb`))).size, 1);
});

test.run();
