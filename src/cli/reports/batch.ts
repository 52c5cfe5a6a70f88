import { basename, resolve } from "node:path";
import { Listr } from "listr2";
import type { SelectionFlags } from "../flags/selection.js";
import { chosen } from "../input/chosen.js";
import { acrossNotebooks, type OnCell, type Report, skippedText } from "../../run/index.js";
import {
  type CheckConfig,
  namedBySettings,
  type Selection,
  selectNotebooks,
} from "../../project/index.js";

/** What a command found of its notebooks, in their order, and why some could not be worked on. */
export interface Batch {
  reports: Report[];
  /** Notebooks that could not be read, or not be run at all. */
  errors: { path: string; message: string }[];
  /** Notebooks that the settings pass over, each in a sentence with the reason. */
  skipped: string[];
}

/** What is done with one notebook. */
export type Work = (path: string, onCell: OnCell, settings: CheckConfig) => Promise<Report>;

/** Notebooks that are executed at the same time: each holds a compiler, and up to its limit of memory. */
const atOnce = 2;

/**
 * Does one piece of work for each notebook and shows how far it is.
 *
 * @param paths files, folders and patterns; none means those of the project's settings
 * @param verb what is done to a cell, `runs` for instance
 */
export async function forEachNotebook(
  paths: string[],
  verb: string,
  flags: SelectionFlags,
  work: Work,
): Promise<Batch> {
  const selection = await selectNotebooks(paths);
  const settings = selection.config.check ?? {};
  const skipped = skippedOf(selection);
  const named = selection.files.filter((path) => !skipped.has(path));
  const files = await chosen(named, flags);
  if (!files.length && named.length) console.log("the flags leave no notebook to work on");
  const found: (Report | Error)[] = [];
  const live = process.stdout.isTTY;
  const tasks = files.map((path, i) => ({
    title: basename(path),
    task: async (_: unknown, task: { title: string }) => {
      const onCell: OnCell = (done, of) => {
        if (live) task.title = `${basename(path)}: ${verb} cell ${done + 1} of ${of}`;
      };
      // Kept here and not thrown: the other notebooks go on, and all is printed at the end.
      found[i] = await work(path, onCell, settings).catch((error: unknown) => error as Error);
      task.title = basename(path);
      if (!holds(found[i])) throw new Error(outcome(found[i]));
      task.title = `${basename(path)}: ${outcome(found[i])}`;
    },
  }));
  await new Listr(tasks, {
    concurrent: flags.jobs ?? atOnce,
    exitOnError: false,
    renderer: live ? "default" : "simple",
  }).run();
  return {
    skipped: [...skipped].map(([path, reason]) => skippedText(path, reason)),
    reports: acrossNotebooks(found.filter((one): one is Report => !(one instanceof Error))),
    errors: found.flatMap((one, i) =>
      one instanceof Error ? [{ path: files[i], message: one.message }] : [],
    ),
  };
}

/** The notebooks that the settings pass over, with the reason. */
function skippedOf({ files, ...loaded }: Selection): Map<string, string> {
  const found = new Map<string, string>();
  for (const { notebooks, reason } of loaded.config.check?.skip ?? []) {
    const named = new Set(namedBySettings(notebooks, loaded).map((path) => resolve(path)));
    for (const path of files) if (named.has(resolve(path))) found.set(path, reason);
  }
  return found;
}

function holds(found: Report | Error): boolean {
  return !(found instanceof Error) && found.problems.length === 0;
}

function outcome(found: Report | Error): string {
  if (found instanceof Error) return "could not run";
  const seconds = `${found.seconds.toFixed(1)} s`;
  return found.problems.length ? `failed, ${seconds}` : seconds;
}
