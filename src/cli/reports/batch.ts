import { basename } from "node:path";
import { Listr } from "listr2";
import { acrossNotebooks, type OnCell, type Report } from "../../run/index.js";
import { selectNotebooks } from "../../project/index.js";

/** What a command found of its notebooks, in their order, and why some could not be worked on. */
export interface Batch {
  reports: Report[];
  /** Notebooks that could not be read, or not be run at all. */
  errors: { path: string; message: string }[];
}

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
  work: (path: string, onCell: OnCell) => Promise<Report>,
): Promise<Batch> {
  const { files } = await selectNotebooks(paths);
  const found: (Report | Error)[] = [];
  const live = process.stdout.isTTY;
  const tasks = files.map((path, i) => ({
    title: basename(path),
    task: async (_: unknown, task: { title: string }) => {
      const onCell: OnCell = (done, of) => {
        if (live) task.title = `${basename(path)}: ${verb} cell ${done + 1} of ${of}`;
      };
      // Kept here and not thrown: the other notebooks go on, and all is printed at the end.
      found[i] = await work(path, onCell).catch((error: unknown) => error as Error);
      task.title = basename(path);
      if (!holds(found[i])) throw new Error(outcome(found[i]));
      task.title = `${basename(path)}: ${outcome(found[i])}`;
    },
  }));
  await new Listr(tasks, {
    concurrent: atOnce,
    exitOnError: false,
    renderer: live ? "default" : "simple",
  }).run();
  return {
    reports: acrossNotebooks(found.filter((one): one is Report => !(one instanceof Error))),
    errors: found.flatMap((one, i) =>
      one instanceof Error ? [{ path: files[i], message: one.message }] : [],
    ),
  };
}

function holds(found: Report | Error): boolean {
  return !(found instanceof Error) && found.problems.length === 0;
}

function outcome(found: Report | Error): string {
  if (found instanceof Error) return "could not run";
  const seconds = `${found.seconds.toFixed(1)} s`;
  return found.problems.length ? `failed, ${seconds}` : seconds;
}
