import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { openSession } from "./openSession.js";
import { project } from "./project.js";

const test = suite("session: the tsconfig.json of a notebook's folder");

const options = (compilerOptions: object, more = {}) =>
  JSON.stringify({ ...more, compilerOptions });
const strict = options({ strict: true });
const loose = options({ strict: false });
const untyped = "function f(n) { return n; }\nf(1)";

interface Layout {
  title: string;
  files: Record<string, string>;
  /** The notebook's folder. */
  at: string;
  cell: string;
  gives: string | RegExp;
}

const library = "export const answer: number = 42;\n";

const layouts: Layout[] = [
  {
    title: "a notebook folder's own counts, and what it extends",
    files: {
      "tsconfig.json": strict,
      "nb/tsconfig.json": options({ strict: false }, { extends: "../tsconfig.json" }),
    },
    at: "nb",
    cell: untyped,
    gives: "1",
  },
  {
    title: "a strict one below a loose one counts, too",
    files: { "tsconfig.json": loose, "nb/tsconfig.json": strict },
    at: "nb",
    cell: untyped,
    gives: /Parameter 'n' implicitly has an 'any' type[^]*rules of tsconfig\.json/,
  },
  {
    title: "a monorepo's root counts for a package without one, with its paths",
    files: {
      "tsconfig.json": options({ strict: true, paths: { "@lib/*": ["./libs/*"] } }),
      "libs/m.ts": library,
      "pkg/package.json": '{ "name": "pkg" }',
    },
    at: "pkg",
    cell: 'import { answer } from "@lib/m"; answer',
    gives: "42",
  },
  {
    title: "a monorepo's root says how strict a package's notebooks are",
    files: { "tsconfig.json": strict, "pkg/package.json": '{ "name": "pkg" }' },
    at: "pkg",
    cell: untyped,
    gives: /implicitly[^]*rules of \.\.\/tsconfig\.json/,
  },
  {
    title: "one without any package.json counts",
    files: { "course/tsconfig.json": strict },
    at: "course/week/1",
    cell: untyped,
    gives: /implicitly/,
  },
  {
    title: "paths of a configuration that is extended are below that one's folder",
    files: {
      "base/tsconfig.json": options({ paths: { "#own/*": ["./src/*"] } }),
      "base/src/m.ts": library,
      "app/nb/tsconfig.json": options({}, { extends: "../../base/tsconfig.json" }),
    },
    at: "app/nb",
    cell: 'import { answer } from "#own/m"; answer',
    gives: "42",
  },
  {
    title: "its folder's declarations are in sight, those that it writes are not",
    files: {
      "tsconfig.json": options({ outDir: "built" }),
      "types/globals.d.ts": "declare const injected: string;\n",
      "built/old.d.ts": "declare const old: string;\n",
    },
    at: ".",
    cell: "typeof injected + old",
    gives: /^TypeScriptError: line 1, column 19: Cannot find name 'old'[^']*$/,
  },
  {
    title: "one that does not include the notebook's folder gives its paths, and no strictness",
    files: {
      "tsconfig.json": options(
        { noImplicitAny: true, noImplicitReturns: true, paths: { "@lib/*": ["./src/*"] } },
        { include: ["src"] },
      ),
      "src/m.ts": library,
    },
    at: "nb",
    cell: 'import { answer } from "@lib/m";\nfunction f(n) { if (n) return n; }\nf(answer)',
    gives: /^warning: line 2, column 12[^]*REDERIVE_STRICT=1\.\n42$/,
  },
  {
    title: "its library of the newest language is in sight, whole",
    files: { "tsconfig.json": options({ lib: ["ESNext"], strict: true }) },
    at: ".",
    cell: "new Map([[1, [2]]]).get(1)?.map((x) => x + 1)[0]",
    gives: "3",
  },
  {
    title: "one that says nothing of `strict` leaves it to stock tslab's options",
    files: { "tsconfig.json": options({ experimentalDecorators: true }) },
    at: ".",
    cell: `${untyped.replace("f(1)", "")}const none: void = null; f(none)`,
    gives: /^warning: line 1, column 12[^]*line 2, column 7[^]*The cell runs all the same/,
  },
  {
    title: "what one without `strict` says of strictness counts, and no more",
    files: { "tsconfig.json": options({ noImplicitAny: true }) },
    at: ".",
    cell: untyped,
    gives: /^TypeScriptError: line 1, column 12: Parameter 'n' implicitly/,
  },
  {
    title: "what one without `strict` does not say is a warning",
    files: { "tsconfig.json": options({ noImplicitAny: true }) },
    at: ".",
    cell: "let text: string = null;\ntext ?? 'none'",
    gives: /^warning: line 1[^]*none$/,
  },
  {
    title: "one that extends a strict one is strict",
    files: {
      "tsconfig.json": strict,
      "nb/tsconfig.json": options({}, { extends: "../tsconfig.json" }),
    },
    at: "nb",
    cell: untyped,
    gives: /^TypeScriptError: line 1, column 12: Parameter 'n' implicitly/,
  },
  {
    title: "a path that only a build finds is refused, and it says why",
    files: {
      "tsconfig.json": options({
        strict: true,
        rootDirs: ["nb", "made"],
        moduleSuffixes: [".web", ""],
      }),
      "made/m.ts": "export const m = 1;\n",
    },
    at: "nb",
    cell: 'import { m } from "./m"; m',
    gives:
      /Cannot find module '\.\/m'[^]*In tsconfig\.json rootDirs and moduleSuffixes count for builds alone: write the path as it stands on the disk, or name it in `paths`\.$/,
  },
  {
    title: "an error in a file outside the package is one",
    files: {
      "tsconfig.json": options({ strict: true, paths: { "@lib/*": ["./libs/*"] } }),
      "libs/m.ts": 'export const n: number = "one";\n',
      "pkg/package.json": "{}",
    },
    at: "pkg",
    cell: 'import { n } from "@lib/m"; n',
    gives: /libs\/m\.ts, line 1, column 14: Type 'string'/,
  },
];

for (const { title, files, at, cell, gives } of layouts) {
  test(title, async () => {
    const own = project({ ...files, [join(at, "note.ipynb")]: "" });
    const folder = join(own.folder, at);
    const root = at.startsWith("pkg") ? folder : own.folder;
    const session = await openSession({ cwd: folder, root });
    const text = await session.text(cell);
    if (typeof gives === "string") assert.is(text, gives);
    else assert.match(text, gives);
    session.close();
    own.remove();
  });
}

test.run();
