import { basename, dirname, resolve } from "node:path";
import {
  cellLanguage,
  foreignKernel,
  isOwnKernel,
  type Notebook,
  NotebookError,
  statedKernel,
} from "../../notebook/index.js";
import type { Project } from "../../project/index.js";
import { startKernelProcess } from "./kernelProcess.js";
import type { Limits } from "./limits.js";
import { type NotebookProcess, startProcess } from "./process.js";

/** Where the cells of a notebook are run. */
export interface Opening {
  /** Whether another program's kernel runs them. */
  foreign: boolean;
  open(): Promise<NotebookProcess>;
}

/** What a command says of it; the notebook's own kernel, and its parameters as they are, if nothing. */
export interface Place {
  /** The name of an installed kernel. */
  kernel?: string;
  /** Values for parameters of the notebook, by name, as they are written on a command line. */
  set?: ReadonlyMap<string, string>;
}

/**
 * Finds what runs a notebook's cells: a session of this program for TypeScript and JavaScript, an installed kernel for
 * any other language, or the one that a command names.
 *
 * @throws NotebookError if that kernel is not installed, or runs another language than that of the cells
 */
export async function openingOf(
  notebook: Notebook,
  path: string,
  project: Project,
  limits: Limits,
  { kernel: wanted }: Place = {},
): Promise<Opening> {
  const cwd = dirname(resolve(path));
  const refuse = (why: string) =>
    new NotebookError(`${basename(path)}: ${why}; it was not run, and is left as it is`);
  const stated = statedKernel(notebook);
  const isOwn = foreignKernel(notebook) === undefined;
  if (wanted === undefined ? isOwn : isOwnKernel(wanted) && /^rederive/.test(wanted)) {
    if (!isOwn) {
      const cells = stated.language ?? stated.name;
      throw refuse(`its cells are ${cells}, and kernel ${wanted} runs TypeScript`);
    }
    const language = cellLanguage(notebook);
    return { foreign: false, open: () => startProcess(cwd, language, project, limits) };
  }
  const { findKernel, KernelAbsent } = await import("../../client/index.js");
  try {
    const kernel = findKernel(wanted === undefined ? stated : { name: wanted }, cwd);
    const language = isOwn ? cellLanguage(notebook) : stated.language;
    if (language && kernel.language && !isSame(language, kernel.language)) {
      throw refuse(`its cells are ${language}, and kernel ${kernel.name} runs ${kernel.language}`);
    }
    return {
      foreign: true,
      async open() {
        try {
          return await startKernelProcess(kernel, cwd, limits);
        } catch (error) {
          throw error instanceof KernelAbsent ? refuse(error.message) : error;
        }
      },
    };
  } catch (error) {
    throw error instanceof KernelAbsent ? refuse(error.message) : error;
  }
}

const isSame = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();
