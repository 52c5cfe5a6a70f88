import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { selectNotebooks } from "../../src/project/index.js";
import { scratch } from "../run/scratch.js";

const test = suite("project: notebooks");
const files = scratch();
const before = process.cwd();
test.after(() => {
  process.chdir(before);
  files.remove();
});

files.write("package.json", "{}");
for (const path of [
  "notebooks/intro.ipynb",
  "notebooks/week 10/a.ipynb",
  "notebooks/week 2/b.ipynb",
  "notebooks/week 2/a.ipynb",
  "notebooks/drafts/x.ipynb",
  "notebooks/.ipynb_checkpoints/intro-checkpoint.ipynb",
  "notebooks/node_modules/p/y.ipynb",
  "_site/.rederive-site.json",
  "_site/notebooks/intro.ipynb",
  "env/pyvenv.cfg",
  "env/share/z.ipynb",
  "other/c.ipynb",
]) {
  files.write(path, "{}");
}
process.chdir(files.folder);

const selected = async (...paths: string[]) => (await selectNotebooks(paths)).files;

async function refusal(...paths: string[]): Promise<string> {
  try {
    return (await selected(...paths)).join();
  } catch (error) {
    return (error as Error).message;
  }
}

const own = [
  "notebooks/intro.ipynb",
  "notebooks/drafts/x.ipynb",
  "notebooks/week 2/a.ipynb",
  "notebooks/week 2/b.ipynb",
  "notebooks/week 10/a.ipynb",
];

test("a folder stands for the notebooks in it and below it, week 2 before week 10", async () => {
  assert.equal(await selected(), own);
  assert.equal(await selected("notebooks"), own);
});

test("checkpoints, packages, built sites and Python environments are passed over", async () => {
  assert.equal(await selected("."), [...own, "other/c.ipynb"]);
});

test("a notebook that is named by itself is taken wherever it lies, each once", async () => {
  assert.equal(await selected("_site/notebooks/intro.ipynb", "./_site/notebooks/intro.ipynb"), [
    "./_site/notebooks/intro.ipynb",
  ]);
  assert.equal(await selected("_site"), ["_site/notebooks/intro.ipynb"]);
});

test("a pattern stands for the notebooks that match it", async () => {
  assert.equal(await selected("notebooks/week*/a.ipynb"), [
    "notebooks/week 2/a.ipynb",
    "notebooks/week 10/a.ipynb",
  ]);
});

test("settings give the notebooks and what is ignored; a file that is named by itself is never ignored", async () => {
  files.write(
    "rederive.config.mjs",
    'export default { notebooks: ["other", "notebooks"], ignore: ["notebooks/drafts", "**/b.ipynb"] };',
  );
  const kept = own.filter((path) => !/drafts|b\.ipynb/.test(path));
  assert.equal(await selected(), ["other/c.ipynb", ...kept]);
  assert.equal(await selected("notebooks/drafts/x.ipynb"), ["notebooks/drafts/x.ipynb"]);
  process.chdir(join(files.folder, "notebooks"));
  const inside = ["../other/c.ipynb", ...kept.map((path) => path.replace("notebooks/", ""))];
  assert.equal(await selected(), inside);
  process.chdir(files.folder);
});

test("what names no notebook is refused with its reason", async () => {
  mkdirSync("empty");
  assert.match(
    await refusal("empty"),
    /^empty: the folder holds no \.ipynb file that the settings do not ignore$/,
  );
  assert.match(await refusal("gone"), /^gone: no such file or folder$/);
  assert.match(await refusal("gone/*.ipynb"), /^gone\/\*\.ipynb: no notebook has such a path/);
});

test.run();
