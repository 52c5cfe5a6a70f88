import { realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import vm from "node:vm";
import { valueBundle } from "./bundle.js";
import { type CellRun, cellRuns } from "./cellRun.js";
import { cellScript } from "./cellScript.js";
import { type Checker, openChecker } from "./checker.js";
import { openComms } from "./comms.js";
import { completeCode } from "./completion.js";
import { completeness } from "./completeness.js";
import { babelHelpers } from "./decorators.js";
import { Interrupted, thrownError, typeError } from "./errors.js";
import { cellName, forgetMap, showSources } from "./frames.js";
import { guarded, isInterruption } from "./guard.js";
import { inspectCode } from "./inspection.js";
import { jupyterOf } from "./jupyter.js";
import { type Modules, openModules } from "./modules.js";
import { ownPackage } from "./ownPackage.js";
import { type ParsedCell, parseCell } from "./parse.js";
import { makeReproducible } from "./reproducible.js";
import { type Accessors, createScope } from "./scope.js";
import { settle, turn, underWay } from "./settle.js";
import { sourceFiles, sourceMapOf } from "./sourceFiles.js";
import { requireFor, takeOver, tslabFor } from "./takeOver.js";
import type { Session, SessionOptions } from "./types.js";

const ownFolder = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/**
 * Opens a session in this process, which it takes over: streams, clock and `process.exit` belong to the cells.
 * It returns at once; the compiler loads beside it.
 *
 * @throws Error if the process was started without `--experimental-vm-modules`
 */
export function createSession(options: SessionOptions): Session {
  const cwd = realpathSync(options.cwd);
  const root = realpathSync(options.root);
  process.chdir(cwd);
  const own = ownPackage(root);
  const folders: [string, string][] = [
    [root, ""],
    [ownFolder, "rederive/"],
  ];
  let stop: (() => void) | undefined;
  const interrupt = () => stop?.();
  process.on("SIGINT", interrupt);
  const failWith = (thrown: unknown, run: CellRun) => {
    // One interrupt ends the timer that loops and the cell that waits for it.
    if (isInterruption(thrown) && stop) return interrupt();
    run.fail();
    run.emit(thrownError(thrown, folders));
  };
  const interruptible = options.interruptible ?? new Int32Array(1);
  const runs = cellRuns(options, failWith);
  const files = sourceFiles();
  const checker: Checker = openChecker({ cwd, root, core: options.core, own, files });
  const modules: Modules = openModules({
    own,
    files,
    paths: checker.paths,
    instead(specifier) {
      if (specifier === "tslab") return Promise.resolve(tslabFor(runs));
      if (specifier === "rederive" && options.core && own?.name !== "rederive") {
        return import(pathToFileURL(join(options.core, "dist", "index.js")).href);
      }
      return undefined;
    },
  });
  const scope = createScope();
  scope.add({ require: [() => requireFor(cwd, runs)] });
  const { registry, comms } = openComms(options.sendComm ?? (() => {}));
  const latest = new Map<string, [ParsedCell, string[]]>();
  process.setSourceMapsEnabled(true);
  showSources({
    folders,
    mapOf(name) {
      const cell = latest.get(name);
      if (cell) return cellScript(...cell, true).map;
      return files.has(name) ? sourceMapOf(name, files.source(name)) : undefined;
    },
  });
  takeOver(runs, failWith);
  define("jupyter", jupyterOf(runs, registry, options.input));
  define("babelHelpers", babelHelpers);
  const startClock = options.reproducible ? makeReproducible() : () => {};

  /** Runs compiled code up to its end or to an interrupt; gives the value of its last expression. */
  const runCell = async (cell: ParsedCell, executionCount: number, keep: boolean) => {
    const name = cellName(executionCount);
    const parameters = scope.parameters(cell);
    const script = cellScript(cell, Object.keys(parameters));
    latest.set(name, [cell, Object.keys(parameters)]);
    forgetMap(name);
    const namespaces: object[] = [];
    for (const specifier of script.imports)
      namespaces.push(asBundled(await modules.load(specifier, cwd)));
    let accessors: Accessors = {};
    const handle = {
      imports: namespaces,
      meta: {
        url: pathToFileURL(join(cwd, "cell.ts")).href,
        filename: join(cwd, "cell.ts"),
        dirname: cwd,
      },
      names: (names: Accessors) => (accessors = names),
      value: undefined as unknown,
    };
    const compiled = new vm.Script(script.code, {
      filename: name,
      importModuleDynamically: ((specifier: string) => modules.load(specifier, cwd)) as never,
    });
    const interrupted = new Promise<never>((_, refuse) => (stop = () => refuse(new Interrupted())));
    // A loop that has to be terminated takes along what waits behind it: nothing of ours must.
    await turn();
    try {
      const call = compiled.runInThisContext() as (...values: unknown[]) => Promise<void>;
      interruptible[0] = 1;
      await Promise.race([guarded(() => call(handle, ...Object.values(parameters))), interrupted]);
    } finally {
      interruptible[0] = 0;
      stop = undefined;
    }
    if (keep) scope.add(accessors);
    return { value: handle.value }; // wrapped: a promise is a value, too
  };

  const execute: Session["execute"] = async (code, executeOptions) => {
    const run = runs.start(executeOptions);
    const before = underWay();
    const { executionCount } = executeOptions;
    startClock(executionCount);
    const cell = parseCell(code);
    const problems = checker.check(cell, cell.imports ? modules.refresh() : []);
    if (problems.length) {
      run.fail();
      run.emit(typeError(problems, code, folders));
      return run.end();
    }
    await runs.within(run, async () => {
      try {
        const { value } = await runCell(cell, executionCount, true);
        checker.archive.keep(cell);
        if (value !== undefined && value !== null && !run.silent) {
          run.emit({
            output_type: "execute_result",
            execution_count: executionCount,
            data: valueBundle(value),
            metadata: {},
          });
        }
      } catch (error) {
        failWith(error, run);
      }
      await settle(before);
    });
    return run.end();
  };

  let last: Promise<unknown> = Promise.resolve();
  const inOrder = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };

  return {
    execute: (code, executeOptions) => inOrder(() => execute(code, executeOptions)),
    evaluate: (expression) =>
      inOrder(async () => {
        try {
          const { value } = await runCell(parseCell(expression), 0, false);
          return value === undefined ? { "text/plain": "undefined" } : valueBundle(value);
        } catch (error) {
          return thrownError(error, folders);
        }
      }),
    complete: async (code, cursor) => completeCode(checker, code, cursor),
    inspect: async (code, cursor, detail) => inspectCode(checker, code, cursor, detail, root),
    isComplete: async (code) => completeness(code),
    interrupt,
    comms,
    close() {
      process.off("SIGINT", interrupt);
      checker.close();
    },
  };
}

/** Defines a name of the platform that no listing of the global object shows. */
function define(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

/** A namespace as bundlers and TypeScript see it: the default of a compiled ES module is its own. */
function asBundled(namespace: object): object {
  const { __esModule: compiled, default: exports } = namespace as {
    __esModule?: boolean;
    default?: object;
  };
  if (!compiled || !exports || !("default" in exports)) return namespace;
  return { ...namespace, default: exports.default };
}
