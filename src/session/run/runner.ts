import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type CellScript, cellScript } from "../script/cellScript.js";
import { compileCell } from "../script/compileCell.js";
import { cellHash } from "../debug/cellHash.js";
import { tellLoaded } from "../debug/loaded.js";
import { Interrupted } from "../interrupt/interrupted.js";
import type { Dialect } from "../script/dialect.js";
import { cellName, forgetMap } from "../failures/frames.js";
import { guarded } from "../interrupt/guard.js";
import type { Modules } from "../modules/modules.js";
import { type ParsedCell, parseCell } from "../text/parse.js";
import type { Accessors, Scope } from "./scope.js";
import { stoppable, turn } from "./settle.js";

/** Runs cells that have passed the compiler. */
export interface Runner {
  /**
   * Runs a cell up to its end or to an interrupt, and gives what the value of its last expression is shown as.
   *
   * @param show shows that value, as a part of the cell: code of the cells may take part in it, and wait
   * @param keep brings its variables in sight of the cells to come and is told of them; of a cell that fails, those
   *   that have come to hold something
   */
  run<T>(
    cell: ParsedCell,
    executionCount: number,
    show: (value: unknown) => Promise<T>,
    keep?: (declared: Accessors) => void,
  ): Promise<T>;
  /** Ends a cell that waits, with a reason or as interrupted; gives whether there was one. */
  interrupt(reason?: Error): boolean;
  /** A cell's text, and the code that was made of it with its source map, by the name that it ran under. */
  ranAs(name: string): { code: string; script: CellScript } | undefined;
}

/** What a runner has of its session. */
export interface RunnerOptions {
  modules: Modules;
  scope: Scope;
  /** By which a cell's text is compiled. */
  dialect: (code: string) => Dialect;
  /** Whether a static import may fail, because it is one of types alone. */
  isDispensable(cell: ParsedCell, specifier: string, error: unknown): boolean;
  /** What a static import gives, with what its types alone declare. */
  completed(cell: ParsedCell, specifier: string, namespace: object): object;
}

export function createRunner(
  cwd: string,
  { modules, scope, dialect, isDispensable, completed }: RunnerOptions,
): Runner {
  const path = join(cwd, "cell.ts");
  const resolve = (specifier: string) => modules.resolve(specifier, cwd);
  const meta = { url: pathToFileURL(path).href, filename: path, dirname: cwd, main: true, resolve };
  const ran = new Map<string, [code: string, parameters: string[]]>();
  const load = (specifier: string) => modules.load(specifier, cwd);
  let stop: ((reason?: Error) => void) | undefined;
  return {
    async run(cell, executionCount, show, keep) {
      const name = cellName(executionCount);
      const parameters = scope.parameters(cell);
      const script = compileCell(cell, Object.keys(parameters), dialect(cell.code), name, load);
      ran.set(name, [cell.code, Object.keys(parameters)]);
      forgetMap(name);
      let declared: Accessors | undefined;
      let failed = true;
      const names = (accessors: Accessors) => (declared = accessors);
      const handle = { imports: [] as object[], meta, names, value: undefined as unknown };
      // The end may be asked for before anything can be stopped: at the start, and while the cell's first turn runs.
      let ended: Error | undefined;
      let refuse = (_reason: Error) => {};
      stop = (reason = new Interrupted()) => refuse((ended ??= reason));
      const outcome = <T>(promise: Promise<T>) =>
        stoppable(promise, (refuseThis) => {
          refuse = refuseThis;
          if (ended) refuse(ended);
        });
      try {
        // A loop that has to be ended takes along what waits behind it, which nothing of ours must.
        await turn();
        if (ended) throw ended;
        if (script.imports.length) {
          const imported = (specifier: string) =>
            load(specifier)
              .catch((error: unknown) => {
                if (isDispensable(cell, specifier, error)) return {};
                throw error;
              })
              .then((namespace) => completed(cell, specifier, namespace));
          handle.imports = await outcome(loadAll(script.imports, imported));
        }
        tellLoaded(name, () => cellHash(cell.code));
        const call = script.script.runInThisContext() as (...values: unknown[]) => Promise<void>;
        await outcome(guarded(() => call(handle, ...Object.values(parameters))));
        failed = false;
        return await outcome(show(handle.value));
      } finally {
        stop = undefined;
        if (keep && declared) {
          if (failed) declared = holding(declared);
          scope.add(declared);
          keep(declared);
        }
      }
    },
    interrupt(reason) {
      stop?.(reason);
      return stop !== undefined;
    },
    ranAs(name) {
      const [code, parameters = []] = ran.get(name) ?? [];
      if (code === undefined) return undefined;
      return { code, script: cellScript(parseCell(code), parameters, dialect(code), true) };
    },
  };
}

/** Of a cell's variables those that hold something: the others were not reached. */
function holding(accessors: Accessors): Accessors {
  const reached = ([get]: Accessors[string]) => {
    try {
      return get() !== undefined;
    } catch {
      return false;
    }
  };
  return Object.fromEntries(Object.entries(accessors).filter(([, one]) => reached(one)));
}

async function loadAll(
  specifiers: string[],
  load: (specifier: string) => Promise<object>,
): Promise<object[]> {
  const namespaces: object[] = [];
  for (const specifier of specifiers) namespaces.push(await load(specifier));
  return namespaces;
}
