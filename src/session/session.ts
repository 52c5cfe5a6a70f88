import { realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { packageEntries } from "../project/index.js";
import { admission } from "./run/admission.js";
import { valueBundle } from "./forms/bundle.js";
import { type CellRun, cellRuns } from "./outputs/cellRun.js";
import { openCompilerView } from "./compilerView.js";
import { openComms } from "./outputs/comms.js";
import { withConstantEnums } from "./check/constantEnums.js";
import { lostNames } from "./cures/lostNames.js";
import { installDebugView } from "./run/debugView.js";
import { thrownError } from "./failures/errors.js";
import { runExitHandlers } from "./run/exitHandlers.js";
import { showSources } from "./failures/frames.js";
import { isInterruption } from "./interrupt/guard.js";
import { inOrder } from "./run/inOrder.js";
import { jupyterOf } from "./given/jupyter.js";
import { ownFolder } from "./machinery.js";
import { openModules } from "./modules/modules.js";
import { giveNames } from "./given/giveNames.js";
import { tslabFor } from "./given/tslab.js";
import { noStandardInput } from "./run/noStandardInput.js";
import { parseCell } from "./text/parse.js";
import { promptsOf } from "./given/prompts.js";
import { makeReproducible } from "./run/reproducible.js";
import { typedRequire } from "./modules/requireTyped.js";
import { createRunner } from "./run/runner.js";
import { createScope } from "./run/scope.js";
import { settle, turn, underWay } from "./run/settle.js";
import { openSnapshots } from "./snapshot/snapshots.js";
import { takeOver } from "./outputs/takeOver.js";
import { importsTypesAlone, isAbsence } from "./check/typeImports.js";
import type { ErrorOutput } from "../notebook/index.js";
import type { ExecuteOptions, Session, SessionOptions } from "./types.js";
import { Interrupted } from "./interrupt/interrupted.js";

/**
 * Opens a session in this process, which it takes over: streams, clock and `process.exit` belong to the cells.
 * It returns at once; the compiler loads beside it.
 *
 * @throws Error if the process was started without `--experimental-vm-modules`
 */
export function createSession(options: SessionOptions): Session {
  const { core, language = "typescript" } = options;
  const cwd = realpathSync(options.cwd);
  const root = realpathSync(options.root);
  process.chdir(cwd);
  const { own, files, strict, checker, questions } = openCompilerView({ ...options, cwd, root });
  const folders: [string, string][] = [
    [root, ""],
    [resolve(ownFolder), "rederive/"],
  ];
  const interrupted = new WeakSet<CellRun>();
  const shown = (thrown: unknown) => thrownError(thrown, folders);
  const failWith = (thrown: unknown, run: CellRun): void => {
    if (isInterruption(thrown) || Interrupted.is(thrown)) {
      // One interrupt ends the timer that loops and the cell that waits for it.
      if (isInterruption(thrown) && runner.interrupt()) return;
      if (interrupted.has(run)) return;
      interrupted.add(run);
      runs.cancel(run);
    }
    run.fail();
    let output;
    try {
      output = shown(thrown);
    } catch (ended) {
      return failWith(ended, run);
    }
    run.emit(output);
  };
  const runs = cellRuns(options, failWith);
  const tslab = tslabFor(runs);
  const cores = core !== undefined && own?.name !== "rederive" ? packageEntries(core) : undefined;
  const modules = openModules({
    own,
    files,
    ...{ paths: checker.paths, conditions: checker.conditions },
    instead(specifier) {
      if (specifier === "tslab") return Promise.resolve(tslab);
      const file = cores?.files.get(specifier);
      return file === undefined ? undefined : import(pathToFileURL(file).href);
    },
  });
  const { requireIn, forget } = typedRequire({
    modules,
    code: files.commonCode,
    instead: { tslab },
  });
  const scope = createScope();
  const snapshots = openSnapshots({
    ...{ checker, scope, runs, language, root },
    holder: options.snapshots,
    onKept: options.onKept,
  });
  const { registry, comms } = openComms(runs, options.sendComm ?? (() => {}), failWith);
  const runner = createRunner(cwd, {
    modules,
    scope,
    dialect: checker.dialect,
    isDispensable: (cell, specifier, error) =>
      isAbsence(error) && importsTypesAlone(checker, cell, specifier),
    completed: (...imported) => withConstantEnums(checker, ...imported),
  });
  let interrupts = 0;
  let running: CellRun | undefined;
  const interrupt = () => {
    interrupts++;
    // A timer that is due comes before the cell hears of it, and may loop when the interrupt counts as heard.
    if (running) runs.cancel(running);
    runner.interrupt();
  };
  noStandardInput((error) => runner.interrupt(error) || failWith(error, runs.current()));
  process.on("SIGINT", interrupt);
  process.setSourceMapsEnabled(true);
  const mapOf = (name: string) => runner.ranAs(name)?.script.map ?? files.mapOf(name);
  const builds = [ownFolder, core ?? ownFolder].map((folder) => join(folder, "dist", "/"));
  if (own?.build) builds.push(join(own.build.folder, "/"));
  showSources({ folders, builds, mapOf });
  takeOver(runs, failWith);
  const answers = giveNames({
    ...{ cwd, scope, runs, requireIn, report: failWith },
    jupyter: jupyterOf(runs, registry, options.input, snapshots),
    prompts: promptsOf(options.inputAtOnce),
  });
  installDebugView({ runner, files, scope, dialect: checker.dialect("") });
  const startClock = options.reproducible ? makeReproducible() : () => {};

  const lost = lostNames();
  const admits = admission({ checker, modules, cwd, strict, folders, cellOf: lost.cellOf });

  /** How many interrupts there were when the cell before had ended. */
  let past = 0;

  const execute = async (code: string, executeOptions: ExecuteOptions, asked: number) => {
    const run = (running = runs.start(executeOptions));
    const before = underWay();
    // One that has come since the cell was asked for is for it, though it waited for its turn.
    const heard = Math.max(asked, past);
    const { executionCount } = executeOptions;
    await runs.within(run, async () => {
      try {
        if (interrupts > heard) throw new Interrupted();
        const cell = parseCell(code);
        const edited = cell.imports ? modules.refresh() : [];
        if (edited.length) forget();
        lost.note(cell, executionCount, true);
        if (!admits(cell, edited, run)) return;
        startClock(executionCount); // the compiler has read it, too
        const show = async (result: unknown) => {
          if (await answers.given(run)) return;
          const value = answers.awaits() ? await result : result;
          if (value === undefined || value === null || run.silent) return;
          const data = await valueBundle(value);
          run.emit({
            output_type: "execute_result",
            execution_count: executionCount,
            data,
            metadata: {},
          });
        };
        await runner.run(cell, executionCount, show, snapshots.begin(cell));
        lost.note(cell, executionCount, false);
      } catch (error) {
        await turn(); // of a process that an interrupt has ended the cell hears before the session hears of that
        if (interrupts > heard || Interrupted.is(error) || isInterruption(error)) {
          return failWith(new Interrupted(), run); // what it left is not waited for
        }
        failWith(error, run);
      }
      await settle(before, () => interrupts > heard);
      if (interrupts > heard) failWith(new Interrupted(), run);
    });
    past = interrupts;
    running = undefined;
    return run.end();
  };

  const order = inOrder();
  order.atLeisure(checker.warm);

  return {
    ...questions,
    execute(code, executeOptions) {
      const asked = interrupts;
      const result = order.do(() => execute(code, executeOptions, asked));
      order.atLeisure(() => {
        checker.rest();
        snapshots.take();
      });
      return result;
    },
    evaluate: (expression) =>
      order
        .do(async () => runner.run(parseCell(expression), 0, valueBundle))
        .catch(shown)
        .catch(shown), // what ended the writing of the first
    interrupt,
    comms,
    loaded: () => ({ files: files.paths(), packages: modules.packages() }),
    inherit: snapshots.inherit,
    async close() {
      const failures: ErrorOutput[] = [];
      await runExitHandlers((thrown) => {
        failWith(thrown, runs.current());
        failures.push(thrownError(thrown, folders));
      });
      process.off("SIGINT", interrupt);
      checker.close();
      return failures;
    },
  };
}
