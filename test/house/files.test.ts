import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import {
  boundProblems,
  folderProblems,
  machineProblems,
  sourceFileProblems,
  testFileProblems,
} from "./fileRules.js";
import { reasonProblems } from "./reasonRules.js";
import { dependencies, filesBelow, locked, read, root, trackedFiles } from "./tree.js";

const test = suite("house: files");
const sources = filesBelow("src").filter((path) => path.endsWith(".ts"));
const tests = filesBelow("test").filter((path) => path.endsWith(".test.ts"));

test("every test file ends in test.run() and asks for the message of what is thrown", () => {
  assert.equal(
    tests.flatMap((path) => testFileProblems(path, read(path))),
    [],
  );
});

test("every source file is short, finished and without a default export; index.ts only lists", () => {
  const scripts = filesBelow("scripts").filter((path) => path.endsWith(".mjs"));
  assert.equal(
    [...sources, ...scripts].flatMap((path) => sourceFileProblems(path, read(path))),
    [],
  );
});

test("each number that has a name has its reason beside it", () => {
  assert.equal(
    sources.flatMap((path) => boundProblems(path, read(path))),
    [],
  );
});

test("a bound without a reason is noticed: a number, a power, a BigInt, and one below something else", () => {
  const rows = [
    "const most = 12;",
    "export const far = 2 ** 20;",
    "const unit: bigint = 1n << 64n;",
  ];
  for (const row of [...rows, "const near = 1e-6;", "const days = 24 * 3600;"]) {
    assert.is(boundProblems("a.ts", `import "x";\n\n${row}\n`).length, 1, row);
    assert.is(boundProblems("a.ts", `/** As many as fit. */\n\n${row}\n`).length, 1, row);
    assert.equal(boundProblems("a.ts", `/** As many as fit. */\n${row}\n`), []);
    assert.equal(boundProblems("a.ts", `/** Both. */\nconst one = 1;\n${row}\n`), []);
    assert.equal(boundProblems("a.ts", `${row} // as many as fit\n`), []);
  }
});

test("each reason for which the engine has no answer is a clause with a verb", () => {
  const engine = sources.filter((path) => path.startsWith("src/derive/"));
  assert.equal(
    engine.flatMap((path) => reasonProblems(path, read(path))),
    [],
  );
});

test("a reason without a verb is noticed, as are a capital in front and a full stop behind", () => {
  const problems = (reason: string) => [
    ...reasonProblems("a.ts", `throw new Unsupported(${reason});`),
    ...reasonProblems("a.ts", `return unknown(rules, ${reason}, conditions);`),
  ];
  for (const bad of ['"a sum"', '"the root of a negative number"', "`the power ${exponent}`"])
    assert.match(problems(bad).join(), /a sum.*no verb|root.*no verb|power.*no verb/);
  assert.match(problems('"The sum is endless"').join(), /begins with a capital/);
  assert.match(problems('"the sum is endless."').join(), /ends as a sentence/);
  assert.equal(problems('"the sum is endless"'), []);
  assert.equal(problems("`${name} is a number here: differentiate by another name`"), []);
});

test("no folder holds more than 15 files, but for the functions", () => {
  const functions = /^src\/derive\/library\/\w+\.ts$/; // a function is one file, however many there are
  assert.equal(folderProblems(sources.filter((path) => !functions.test(path))), []);
});

test("a folder of too many files is noticed, and those of its folders are not counted", () => {
  const files = (folder: string, count: number) =>
    Array.from({ length: count }, (_, i) => `${folder}/f${i}.ts`);
  assert.equal(folderProblems([...files("src/a", 15), ...files("src/a/b", 15)]), []);
  assert.equal(folderProblems([...files("src/a", 16), ...files("src/a/b", 2)]), [
    "src/a: holds 16 files, more than 15",
  ]);
});

test("no tracked file names a folder or a registry of one machine", () => {
  const own = (path: string) => !path.startsWith("test/house/files.test");
  const problems = trackedFiles()
    .filter(own)
    .flatMap((path) => machineProblems(path, read(path)));
  assert.equal(problems, []);
});

test("no module that the public index reaches awaits at its top level", () => {
  // A module that is required may not; esbuild refuses the same when it makes CommonJS.
  const topics = /^src\/(index|num|record|conv|nn|prob|derive|show)\b/;
  for (const path of sources.filter((name) => topics.test(name))) {
    assert.not.throws(() => transformSync(read(path), { loader: "ts", format: "cjs" }), path);
  }
  const planted = () => transformSync("await 1;", { loader: "ts", format: "cjs" });
  assert.throws(planted, /Top-level await/);
});

/** The folders with a lock file: the package, and what makes its reference. */
const locks = [".", "scripts/api"];

test("every dependency is pinned exactly, and the lock file holds the same", () => {
  for (const folder of locks) {
    const lock = locked(folder);
    for (const [name, version] of Object.entries(dependencies(folder))) {
      const [, pinned] = /^(?:npm:@?[\w/-]+@)?(\d+\.\d+\.\d+)$/.exec(version) ?? [];
      assert.ok(pinned, `${name} is not pinned`);
      assert.is(lock[`node_modules/${name}`]?.version, pinned, name);
    }
    const loose = Object.entries(lock).filter(([path, { integrity }]) => path && !integrity);
    assert.equal(loose, []);
  }
});

test("of what the package needs, none but its compiler is called tsc, and none tsserver", () => {
  // npm links a dependency's programs into the project of whoever installs the package.
  const takers = (name: string) =>
    Object.entries(locked())
      .filter(([, { dev, bin = {} }]) => !dev && name in bin)
      .map(([path]) => path);
  assert.equal(takers("tsc"), ["node_modules/typescript"]);
  assert.equal(takers("tsserver"), []);
});

test("docs/dependencies.md names every dependency with its version and licence", () => {
  const page = read("docs/dependencies.md");
  const require = createRequire(join(root, "package.json"));
  const installed = (name: string) => join(root, "node_modules", name, "package.json");
  const own = Object.entries(dependencies()).map(([name, version]) => {
    const { license } = require(installed(name)) as { license: string };
    return `| \`${name}\` | ${version} | ${license} |`;
  });
  const lock = locked("scripts/api");
  const reference = Object.entries(dependencies("scripts/api")).map(
    ([name, version]) => `| \`${name}\` | ${version} | ${lock[`node_modules/${name}`].license} |`,
  );
  const expected = [...own, ...reference];
  assert.equal(
    expected.filter((row) => !page.includes(row)),
    [],
  );
  const { peerDependencies: peers } = JSON.parse(read("package.json")) as {
    peerDependencies: Record<string, string>;
  };
  for (const [name, version] of Object.entries(peers)) {
    assert.ok(page.includes(`\`${name}\` ${version} (`), `${name} is not named with its version`);
  }
  const rows = page.match(/^\| `[^`]+`/gm) ?? [];
  assert.is(rows.length, expected.length + pythonRows());
});

test("every dependency is used", () => {
  // Imported, or run by the path of its program.
  const text = ["src", "scripts", "test", "bench"]
    .flatMap((folder) => (existsSync(join(root, folder)) ? filesBelow(folder) : []))
    .filter((path) => /\.(ts|mjs)$/.test(path))
    .map(read)
    .join("\n");
  const unused = Object.keys(dependencies()).filter((name) => {
    const used = name.replace(/^@types\//, "");
    const last = used.replace(/^@[\w-]+\//, ""); // a family of packages may be named piecewise
    return (
      used !== "node" && ![used, last].some((part) => new RegExp(`["\`/]${part}["\`/]`).test(text))
    );
  });
  assert.equal(unused, []);
});

function pythonRows(): number {
  return read("environment.yml").match(/==/g)?.length ?? 0;
}

test("a test file that forgets test.run() or the message is noticed", () => {
  const text = 'test("a", () => {\n  assert.throws(() => f(1));\n});\n';
  assert.equal(testFileProblems("a.test.ts", text), [
    "a.test.ts: does not end in test.run()",
    "a.test.ts: assert.throws(() => f(1)) names no message as a RegExp",
  ]);
  const typed = "assert.throws(() => f(1), RangeError);\ntest.run();\n";
  assert.is(testFileProblems("a.test.ts", typed).length, 1);
  const fine = "assert.throws(() => f(g(1), ')'), /^f: x/);\ntest.run();\n";
  assert.equal(testFileProblems("a.test.ts", fine), []);
});

test("a source file that is long, unfinished or has a default export is noticed", () => {
  assert.equal(sourceFileProblems("src/a.ts", "a;\n".repeat(221)), [
    "src/a.ts: has 221 lines, more than 220",
  ]);
  assert.equal(sourceFileProblems("src/a.ts", "// TO" + "DO: all\nexport default 1;"), [
    "src/a.ts: has an unfinished note",
    "src/a.ts: has a default export",
  ]);
  assert.is(sourceFileProblems("src/a.ts", "export default function a() {}").length, 1);
});

test("an index.ts that defines something is noticed", () => {
  const text = 'export * from "./a.js";\nexport { b, type C } from "./b.js";\n';
  assert.equal(sourceFileProblems("src/a/index.ts", text), []);
  assert.equal(sourceFileProblems("src/a/index.ts", `${text}export const one = 1;`), [
    "src/a/index.ts: holds more than re-exports: export const one = 1;",
  ]);
});

test("a machine's folder or a registry's host is noticed", () => {
  assert.equal(machineProblems("a.md", "see\n/root/x/y"), [
    "a.md:2: /root/ belongs to one machine",
  ]);
  assert.is(machineProblems("a.md", "/home/ada/notes/x").length, 1);
  assert.is(machineProblems("a.md", "https://pypi.org/simple").length, 1);
  assert.is(machineProblems("a.json", '"resolved": "https://example.org/a.tgz"').length, 1);
  assert.equal(machineProblems("a.md", "docs/root/work/x and https://example.org/work/"), []);
});

test.run();
