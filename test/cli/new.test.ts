import { mkdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { ownDependency } from "../../src/cli/create/ownPins.js";
import { rederive, scratch } from "../run/scratch.js";

const test = suite("cli: new");
const root = resolve(import.meta.dirname, "..", "..");
const files = scratch();
test.after(files.remove);

const written = [
  ".github/workflows/check.yml",
  ".gitignore",
  "README.md",
  "environment.yml",
  "notebooks/01-odd-numbers.ipynb",
  "package.json",
  "postBuild",
  "rederive.config.ts",
  "src/oddNumbers.ts",
  "test/oddNumbers.test.ts",
  "tsconfig.json",
];

test("it writes a project whose name and title are those of the folder, and says what comes next", async () => {
  const { code, stdout, stderr } = await rederive(["new", "Über die Wellen"], files.folder);
  assert.is(code, 0, stderr);
  assert.equal([...stdout.matchAll(/^wrote (.*)$/gm)].map(([, file]) => file).sort(), written);
  assert.match(stdout, /Next:\n {2}cd "Über die Wellen"\n {2}npm start\n/);
  const read = (name: string) => files.read(join("Über die Wellen", name));
  const { name, dependencies } = JSON.parse(read("package.json")) as Record<string, never>;
  assert.is(name, "uber-die-wellen");
  assert.equal(dependencies, { rederive: `file:${root}` });
  assert.match(read("rederive.config.ts"), 'title: "Über die Wellen"');
  assert.match(read("README.md"), /^# Über die Wellen$/m);
  for (const file of written) assert.not.match(read(file), /\{\{\w+\}\}/, file);
  const own = readFileSync(join(root, "environment.yml"), "utf8");
  const [pin] = /jupyterlab==\S+/.exec(own) ?? [];
  assert.ok(pin && read("environment.yml").includes(pin));
  if (process.platform !== "win32") {
    assert.is(statSync(join(files.folder, "Über die Wellen", "postBuild")).mode & 0o111, 0o111);
  }
});

test("the project runs: every claim is proved, the check is green, the site has its title", async () => {
  await rederive(["new", "waves"], files.folder);
  const folder = join(files.folder, "waves");
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules", "rederive"));
  for (const name of ["uvu", "@types"])
    symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
  const ran = await rederive(["run"], folder);
  assert.is(ran.code, 0, ran.stderr);
  assert.match(ran.stdout, /01-odd-numbers.*│ +3 │ +3 │ 3 proved +│.*│ ok │/);
  const checked = await rederive(["check", "--require", "checked"], folder);
  assert.is(checked.code, 0, checked.stderr);
  const built = await rederive(["build"], folder);
  assert.is(built.code, 0, built.stderr);
  assert.is(built.stderr, "");
  const page = files.read("waves/_site/01-odd-numbers.html");
  assert.match(page, "<title>Odd numbers and squares · Waves</title>");
  assert.match(page, /id="odd\.sum">.*?class="grade proved"/);
});

test("a folder that holds something is refused and left as it is; one with a fresh repository is not", async () => {
  files.write("full/notes.txt", "mine");
  const { code, stderr } = await rederive(["new", "full"], files.folder);
  assert.is(code, 2);
  assert.match(
    stderr,
    /^rederive: new: full already holds notes\.txt; name a folder that is empty or not there yet$/m,
  );
  assert.equal(files.names().includes("full"), true);
  assert.is(files.read("full/notes.txt"), "mine");
  files.write("fresh/.git/HEAD", "ref: refs/heads/main\n");
  assert.is((await rederive(["new", "fresh"], files.folder)).code, 0);
});

test("the path of a file is refused", async () => {
  files.write("a-file", "");
  const { code, stderr } = await rederive(["new", "a-file"], files.folder);
  assert.is(code, 2);
  assert.match(stderr, /new: a-file is a file; name a folder/);
});

test("a project depends on the version of a registry, on the file or on the folder from which this program came", () => {
  const installed = join(files.folder, "p", "node_modules", "rederive");
  const lock = (entry: object) =>
    files.write(
      "p/node_modules/.package-lock.json",
      JSON.stringify({ packages: { "node_modules/rederive": entry } }),
    );
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    version: string;
  };
  lock({ version, resolved: "file:../rederive.tgz" });
  assert.is(ownDependency(installed), `file:${join(files.folder, "rederive.tgz")}`);
  lock({ version, resolved: "https://registry.example/rederive.tgz" });
  assert.is(ownDependency(installed), version);
  lock({ link: true, resolved: "../clone" });
  assert.is(ownDependency(installed), `file:${join(files.folder, "clone")}`);
  assert.is(ownDependency(root), `file:${root}`);
});

test.run();
