import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";

// A project of one's own, from the packed package alone: nothing of this folder is in sight.

const test = suite("a project of one's own, from the tarball");
const root = resolve(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "rederive-own-"));
test.after(() => rmSync(folder, { recursive: true, force: true }));

function run(at: string, command: string, ...args: string[]) {
  const options = { cwd: at, encoding: "utf8", timeout: 300_000, maxBuffer: 1e8 } as const;
  const { status, stdout, stderr } = spawnSync(command, args, options);
  return { status, said: `${stdout}${stderr}` };
}

const succeeds = (at: string, command: string, ...args: string[]) => {
  const { status, said } = run(at, command, ...args);
  assert.is(status, 0, `${command} ${args.join(" ")}\n${said}`);
  return said;
};

const project = join(folder, "waves");
let archive = "";

test.before(() => {
  succeeds(root, "npm", "pack", "--silent", "--ignore-scripts", "--pack-destination", folder);
  archive = join(
    folder,
    readdirSync(folder).find((name) => name.endsWith(".tgz"))!,
  );
});

test("npx makes it, npm start makes its page, npm test passes", () => {
  succeeds(folder, "npx", "--yes", "--package", archive, "rederive", "new", "waves");
  assert.match(succeeds(project, "npm", "start"), /1 page and an index, 3 claims/);
  assert.ok(existsSync(join(project, "_site", "01-odd-numbers.html")));
  assert.match(succeeds(project, "npm", "test"), /Passed: +3/);
});

test("the package holds its manual and its types, and neither sources nor the course's notebooks", () => {
  const held = readdirSync(join(project, "node_modules", "rederive"));
  assert.equal(held.sort(), [
    ...["CHANGELOG.md", "LICENSE", "NOTATION.md", "README.md", "dist", "docs", "environment.yml"],
    "package.json",
  ]);
  const readme = readFileSync(join(project, "node_modules", "rederive", "README.md"), "utf8");
  for (const [, path] of readme.matchAll(/\]\((docs\/[\w.-]+)\)/g)) {
    assert.ok(existsSync(join(project, "node_modules", "rederive", path)), path);
  }
});

test("its own compiler checks what it imports, under both kinds of resolution, with the packages' types", () => {
  const parts = ["", "/config", "/engine", "/conv", "/nn", "/prob", "/show"];
  const text = parts.map((part, i) => `import * as m${i} from "rederive${part}";\nvoid m${i};\n`);
  writeFileSync(join(project, "src", "all.ts"), text.join(""));
  succeeds(project, "npm", "install", "--no-audit", "--no-fund", "-D", "typescript@5.9.3");
  assert.match(succeeds(project, "npx", "tsc", "--version"), /Version 5\.9\.3/);
  succeeds(project, "npx", "tsc", "-p", ".");
  succeeds(project, "npx", "tsc", "-p", ".", "--module", "esnext", "--moduleResolution", "bundler");
});

test("a changed output, a changed equation and a changed function each turn npm test red", () => {
  const plant = (path: string, from: string, to: string) => {
    const copy = mkdtempSync(join(folder, "planted-"));
    for (const name of readdirSync(project)) {
      if (name !== "node_modules")
        cpSync(join(project, name), join(copy, name), { recursive: true });
    }
    const text = readFileSync(join(copy, path), "utf8");
    assert.ok(text.includes(from), `${path} holds ${from}`);
    writeFileSync(join(copy, path), text.replace(from, to));
    const main = join(project, "node_modules", "rederive", "dist", "cli", "main.js");
    return run(copy, process.execPath, main, "check");
  };
  const notebook = "notebooks/01-odd-numbers.ipynb";
  const output = plant(notebook, '"100"', '"101"');
  assert.is(output.status, 1, output.said);
  assert.match(output.said, /01-odd-numbers\.ipynb, cell 4 \(id value\): output 1, text\/plain/);
  const equation = plant(notebook, "n^2 \\\\tag", "n^3 \\\\tag");
  assert.is(equation.status, 1, equation.said);
  assert.match(equation.said, /odd\.sum/);
  const source = plant("src/oddNumbers.ts", "2 * k - 1", "2 * k + 1");
  assert.is(source.status, 1, source.said);
});

test.run();
