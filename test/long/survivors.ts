import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { build, type Plugin } from "esbuild";
import type { Mutant } from "./mutants.js";

const root = resolve(import.meta.dirname, "..", "..");

/** The rooms whose tests may notice a change in a room: its own, then those that import it. */
const readers: Record<string, string[]> = {
  num: ["num", "conv", "nn", "prob"],
  conv: ["conv", "nn"],
  nn: ["nn"],
  prob: ["prob"],
};

/** A mutant hangs, which is noticed too, when its tests take so much longer than the same tests without a change. */
const patience = { times: 3, seconds: 3 };

/** The mutants that no test of the core notices; throws if the tests fail without any change. */
export async function survivors(
  mutants: Mutant[],
  onEach: (mutant: Mutant, caughtBy: string | undefined) => void = () => {},
  workers = 2,
): Promise<Mutant[]> {
  const bench = openBench();
  try {
    await bench.measure();
    const queue = [...mutants];
    const alive: Mutant[] = [];
    const work = async () => {
      for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
        const caughtBy = await bench.firstToNotice(mutant);
        if (!caughtBy) alive.push(mutant);
        onEach(mutant, caughtBy);
      }
    };
    await Promise.all(Array.from({ length: workers }, work));
    return alive;
  } finally {
    bench.close();
  }
}

/**
 * A folder in which a room's tests run as one bundle with one file of the core changed: bundling and one short
 * process are many times faster than a process for each test file.
 */
function openBench() {
  const folder = mkdtempSync(join(tmpdir(), "rederive-mutants-"));
  mkdirSync(join(folder, "test", "bundles"), { recursive: true });
  symlinkSync(join(root, "test", "fixtures"), join(folder, "test", "fixtures")); // tests read them by relative path
  let count = 0;
  let limit = 120; // seconds
  const run = async (room: string, mutant?: Mutant) => {
    const outfile = join(folder, "test", "bundles", `${count++}.mjs`);
    await build({
      stdin: { contents: imports(room), resolveDir: join(root, "test", room) },
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      logLevel: "silent",
      ignoreAnnotations: true, // the package calls itself free of side effects; its tests are not
      plugins: [core, ...(mutant ? [changed(mutant)] : [])],
    });
    const ended = await ending(outfile, limit);
    rmSync(outfile);
    return ended;
  };
  const measure = async () => {
    let longest = 0;
    for (const room of Object.keys(readers)) {
      const began = performance.now();
      const { passed, output } = await run(room);
      if (!passed) throw new Error(`the tests of ${room} fail without any change:\n${output}`);
      longest = Math.max(longest, (performance.now() - began) / 1000);
    }
    limit = patience.times * longest + patience.seconds;
  };
  const firstToNotice = async (mutant: Mutant) => {
    for (const room of readers[mutant.file.split("/")[1]]) {
      if (!(await run(room, mutant)).passed) return room;
    }
    return undefined;
  };
  return { measure, firstToNotice, close: () => rmSync(folder, { recursive: true, force: true }) };
}

function imports(room: string): string {
  return readdirSync(join(root, "test", room))
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `import "./${basename(name, ".ts")}.js";`)
    .join("\n");
}

/** The package's index without the rooms that are no core: parsing those would take most of the time. */
const core: Plugin = {
  name: "core alone",
  setup({ onLoad }) {
    onLoad({ filter: /src[\\/]index\.ts$/ }, () => ({
      contents: Object.keys(readers)
        .map((room) => `export * from "./${room}/index.js";`)
        .join("\n"),
      loader: "ts",
      resolveDir: join(root, "src"),
    }));
  },
};

function changed({ file, text }: Mutant): Plugin {
  const path = join(root, file);
  return {
    name: "one change",
    setup({ onLoad }) {
      onLoad({ filter: /src[\\/]\w+[\\/]\w+\.ts$/ }, (args) =>
        args.path === path ? { contents: text, loader: "ts" } : undefined,
      );
    },
  };
}

function ending(path: string, limit: number): Promise<{ passed: boolean; output: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [path], { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => (output = `${output}${text}`.slice(-20_000)));
    }
    const timer = setTimeout(() => child.kill("SIGKILL"), limit * 1000);
    child.on("close", (code) => {
      clearTimeout(timer);
      // A suite that ran nothing has not passed.
      done({ passed: code === 0 && / {2}Total: +[1-9]/.test(output), output });
    });
  });
}
