import { suite } from "uvu";
import * as assert from "uvu/assert";
import { filesBelow, read } from "./tree.js";

const test = suite("house: readme");
const scripts = Object.keys(
  (JSON.parse(read("package.json")) as { scripts: object }).scripts,
).filter((name) => name !== "prepare"); // npm runs it by itself
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "NOTATION.md",
  "CHANGELOG.md",
  "docs/dependencies.md",
  "docs/project.md",
];

// What src/cli gives to commander, read and not run: `program.command("where")`, and the announced ones' table.
const commands = filesBelow("src/cli")
  .map(read)
  .flatMap((text) => [...text.matchAll(/\bprogram\s*\.command\("(\w+)/g)])
  .map(([, name]) => name);

/** The commands that a page names and that do not exist. */
function strangers(text: string): string[] {
  const npm = [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)]
    .map(([, run, short]) => run ?? short)
    .filter((name) => !scripts.includes(name));
  const rederive = [...text.matchAll(/\b(?:npx )rederive (\w+)/g)]
    .map(([, name]) => name)
    .filter((name) => !commands.includes(name));
  return [...npm, ...rederive];
}

/** The links to files of the project that are not there. */
function deadLinks(text: string): string[] {
  return [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
    .map(([, target]) => target)
    .filter((target) => {
      try {
        read(target);
        return false;
      } catch {
        return true;
      }
    });
}

for (const page of pages) {
  test(`every command and every link in ${page} exists`, () => {
    assert.equal(strangers(read(page)), []);
    assert.equal(deadLinks(read(page)), []);
  });
}

test("a command or a link that does not exist is noticed", () => {
  const text = "run `npm run tset` or `npx rederive chekc`, see [this](GONE.md) and npm test";
  assert.equal(strangers(text), ["tset", "chekc"]);
  assert.equal(deadLinks(text), ["GONE.md"]);
});

test("every command and every script of a user's stands in the README", () => {
  const text = read("README.md");
  const missing = commands.filter((name) => !new RegExp(`\\b${name}\\b`).test(text));
  assert.equal(missing, []);
  assert.equal(
    scripts.filter((name) => !text.includes(`npm run ${name}`) && !text.includes(`npm ${name}`)),
    [],
  );
});

/** The names in NOTATION.md's column for the code. */
function notationNames(text: string): string[] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("| $") || line.startsWith("| ∂"))
    .flatMap((line) => [...line.split(" | ")[2].matchAll(/`(\w+)`/g)].map(([, name]) => name));
}

test("every name that NOTATION.md gives as the code's is a name in the core", () => {
  const core = ["num", "conv", "nn", "prob"].flatMap((room) => filesBelow(`src/${room}`));
  const text = core.map(read).join("\n");
  const names = notationNames(read("NOTATION.md"));
  assert.ok(names.length > 30);
  assert.equal(
    names.filter((name) => !new RegExp(`\\b${name}\\b`).test(text)),
    [],
  );
});

test("a name of NOTATION.md is read from its third column only", () => {
  assert.equal(notationNames("| $o$ | size, `s` | `outputSize`, `o` | `q` | cells | x |"), [
    "outputSize",
    "o",
  ]);
});

test.run();
