import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { cellLine } from "../../src/notebook/index.js";
import { notebookOf } from "../notebook/build.js";
import { rederive, scratch } from "../run/scratch.js";
import { venv } from "../support/require.js";

const test = suite("cli: the action and the hook for other repositories");
const files = scratch();
test.after(files.remove);
const root = join(import.meta.dirname, "..", "..");

const python = venv("python", "the action and the hook, read as YAML");
const yaml = (name: string): unknown =>
  JSON.parse(
    execFileSync(
      python!,
      ["-c", "import json, sys, yaml; print(json.dumps(yaml.safe_load(sys.stdin)))"],
      { input: readFileSync(join(root, name)), encoding: "utf8" },
    ),
  );

interface Step {
  uses?: string;
  if?: string;
  run?: string;
  shell?: string;
  "working-directory"?: string;
  env?: Record<string, string>;
}
interface Action {
  inputs: Record<string, { description: string; default: string }>;
  runs: { using: string; steps: Step[] };
}
interface Hook {
  id: string;
  entry: string;
  language: string;
  files: string;
}

/** A project of somebody's, in a folder of the repository, with a notebook that holds and one that does not. */
test.before(async () => {
  const bare = { name: "notes", version: "1.0.0" };
  files.write("course/package.json", JSON.stringify(bare));
  const lock = { ...bare, lockfileVersion: 3, requires: true, packages: { "": bare } };
  files.write("course/package-lock.json", JSON.stringify(lock));
  files.write("course/notebooks/holds.ipynb", notebookOf("6 * 7"));
  const path = files.write("course/notebooks/moved.ipynb", notebookOf("# T", "6 * 8"));
  const ran = await rederive(["run", join(files.folder, "course", "notebooks")], files.folder);
  assert.is(ran.code, 0, ran.stderr);
  writeFileSync(path, readFileSync(path, "utf8").replace('"48"', '"49"'));
});

/** What `npm ci` would put there, were the package among the project's. */
function install(): void {
  const bin = join(files.folder, "course", "node_modules", ".bin");
  mkdirSync(bin, { recursive: true });
  symlinkSync(join(root, "dist", "cli", "main.js"), join(bin, "rederive"));
}

/** Runs the commands of the action as GitHub does, with these inputs; gives how the last one ended. */
function act(given: Record<string, string>) {
  const { inputs, runs } = yaml("action.yml") as Action;
  const value = (name: string) => given[name] ?? inputs[name].default;
  const filled = (text: string) =>
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, n) => value(n));
  let last: { status: number | null; stdout: string; stderr: string } | undefined;
  for (const step of runs.steps) {
    const [, name, wanted] = /^inputs\.(\w+) == '(.*)'$/.exec(step.if ?? "") ?? [];
    if ((name && value(name) !== wanted) || !step.run) continue;
    assert.not.match(step.run, /\$\{\{/); // an input is no part of a script
    const env = Object.entries(step.env ?? {}).map(([key, text]) => [key, filled(text)]);
    last = spawnSync("bash", ["-e", "-o", "pipefail", "-c", step.run], {
      cwd: join(files.folder, filled(step["working-directory"]!)),
      encoding: "utf8",
      env: {
        ...process.env,
        ...Object.fromEntries(env),
        GITHUB_ACTIONS: "true",
        GITHUB_WORKSPACE: files.folder,
      },
    });
    if (step.run === "npm ci") install();
  }
  return last!;
}

if (python) {
  test("the action installs, checks the project's notebooks, and marks what differs at its cell's line", () => {
    const { status, stdout, stderr } = act({ "working-directory": "course" });
    assert.is(status, 1, stderr);
    const line = cellLine(files.read("course/notebooks/moved.ipynb"), 2);
    assert.match(
      stdout,
      `::error file=course/notebooks/moved.ipynb,line=${line}::moved.ipynb, cell 2 (id cell-2): output 1, text/plain expected 49, got 48`,
    );
  });

  test("the action's paths and arguments reach the command, patterns unread by the shell", () => {
    const one = act({
      "working-directory": "course",
      install: "false",
      paths: "notebooks/h*.ipynb",
      arguments: "--require checked --junit out/report.xml",
    });
    assert.is(one.status, 0, one.stderr);
    assert.match(files.read("course/out/report.xml"), /<testsuite name="holds\.ipynb"/);
    assert.not.match(files.read("course/out/report.xml"), "moved");
  });

  test("each input of the action is used and described", () => {
    const text = readFileSync(join(root, "action.yml"), "utf8");
    for (const [name, { description }] of Object.entries((yaml("action.yml") as Action).inputs)) {
      assert.ok(new RegExp(`inputs\\.${name}\\b`).test(text), name);
      assert.ok(description, name);
    }
  });

  test("the hook checks the notebooks that it is given, and no other file asks for it", () => {
    const [hook, ...others] = yaml(".pre-commit-hooks.yaml") as Hook[];
    assert.equal(others, []);
    assert.is(hook.language, "system");
    const staged = ["README.md", "notebooks/holds.ipynb", "notebooks/moved.ipynb", "a.ipynb.txt"];
    const given = staged.filter((name) => new RegExp(hook.files).test(name));
    assert.equal(given, staged.slice(1, 3));
    const [program, ...args] = hook.entry.split(" ");
    const hooked = (names: string[]) =>
      spawnSync(program, [...args, ...names], {
        cwd: join(files.folder, "course"),
        encoding: "utf8",
        env: { ...process.env, GITHUB_ACTIONS: "" },
      });
    assert.is(hooked(given.slice(0, 1)).status, 0);
    const both = hooked(given);
    assert.is(both.status, 1);
    assert.match(both.stderr, /^moved\.ipynb, cell 2 \(id cell-2\): .* expected 49, got 48$/m);
  });
}

test.run();
