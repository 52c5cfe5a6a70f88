import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { runTestFile } from "../../scripts/testFile.mjs";
import { projectCopy } from "../support/projectCopy.js";
import type { Mutant } from "./mutants.js";

const minutes = 0.75; // a mutant whose tests take longer hangs: that is noticed too

/** The rooms whose tests may notice a change in a room: its own, then those that import it. */
const readers: Record<string, string[]> = {
  num: ["num", "conv", "nn", "prob"],
  conv: ["conv", "nn"],
  nn: ["nn"],
  prob: ["prob"],
};

interface TestFile {
  path: string;
  room: string;
  seconds: number;
}

/** The mutants that no test of the core notices; throws if the tests fail without any change. */
export async function survivors(
  mutants: Mutant[],
  onEach: (mutant: Mutant, caughtBy: string | undefined) => void = () => {},
  workers = 2,
): Promise<Mutant[]> {
  const copies = Array.from({ length: workers }, () => projectCopy("src", "test"));
  try {
    const tests = await baseline(copies[0].folder);
    const queue = [...mutants];
    const alive: Mutant[] = [];
    await Promise.all(
      copies.map(async ({ folder }) => {
        for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
          const caughtBy = await firstToNotice(folder, mutant, tests);
          if (!caughtBy) alive.push(mutant);
          onEach(mutant, caughtBy);
        }
      }),
    );
    return alive;
  } finally {
    for (const copy of copies) copy.remove();
  }
}

async function passes(folder: string, path: string) {
  const env = { ...process.env, NO_COLOR: "1" };
  return runTestFile(join(folder, path), { env, minutes, cwd: folder });
}

async function baseline(folder: string): Promise<TestFile[]> {
  const tests: TestFile[] = [];
  for (const room of Object.keys(readers)) {
    for (const name of readdirSync(join(folder, "test", room))) {
      if (!name.endsWith(".test.ts")) continue;
      const path = join("test", room, name);
      const { failed, seconds, output } = await passes(folder, path);
      if (failed) throw new Error(`${path} fails without any change:\n${output}`);
      tests.push({ path, room, seconds });
    }
  }
  return tests;
}

async function firstToNotice(
  folder: string,
  mutant: Mutant,
  tests: TestFile[],
): Promise<string | undefined> {
  const target = join(folder, mutant.file);
  const original = readFileSync(target, "utf8");
  writeFileSync(target, mutant.text);
  try {
    for (const { path } of order(mutant.file, tests)) {
      if ((await passes(folder, path)).failed) return path;
    }
    return undefined;
  } finally {
    writeFileSync(target, original);
  }
}

// The file's own test first, then its room's, then its readers'; the quickest of each first.
function order(file: string, tests: TestFile[]): TestFile[] {
  const rooms = readers[file.split("/")[1]];
  const own = `${basename(file, ".ts")}.test.ts`;
  const rank = (test: TestFile) =>
    (basename(test.path) === own ? 0 : 1 + rooms.indexOf(test.room)) * 1000 + test.seconds;
  return tests
    .filter(({ room }) => rooms.includes(room))
    .sort((left, right) => rank(left) - rank(right));
}
