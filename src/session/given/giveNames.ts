import { Module } from "node:module";
import { join } from "node:path";
import type { CellRun, CellRuns } from "../outputs/cellRun.js";
import { giveRounds } from "../interrupt/round.js";
import { babelHelpers } from "../script/decorators.js";
import type { Jupyter } from "./jupyter.js";
import { denoFor } from "./denoJupyter.js";
import { type Answers, ijavascriptFor } from "./ijavascript.js";
import { type Prompts } from "./prompts.js";
import type { RequireIn } from "../modules/requireTyped.js";
import type { Scope } from "../run/scope.js";

interface GivenNames {
  cwd: string;
  scope: Scope;
  runs: CellRuns;
  requireIn: RequireIn;
  jupyter: Jupyter;
  prompts: Prompts;
  /** Takes an error that belongs to a run. */
  report(thrown: unknown, run: CellRun): void;
}

/** Puts in sight of the cells what is there beside Node's own: of a file's module, of Jupyter, of other kernels. */
export function giveNames(given: GivenNames): Answers {
  const { cwd, scope, runs, requireIn, jupyter, prompts, report } = given;
  const path = join(cwd, "cell.ts");
  const module = new Module(path);
  const deno = denoFor(runs);
  const answers = ijavascriptFor(runs, { input: jupyter.input, report });
  scope.add({
    module: [() => module],
    exports: [() => module.exports as unknown],
    require: [() => requireIn(cwd)],
    __dirname: [() => cwd],
    __filename: [() => path],
    Deno: [() => deno],
    $$: [() => answers.current()],
  });
  for (const [name, value] of Object.entries({ jupyter, ...prompts, babelHelpers })) {
    // No listing of the global object shows them.
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  giveRounds();
  return answers;
}
