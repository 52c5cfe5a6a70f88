import { basename, dirname, posix, relative, resolve, sep } from "node:path";
import type { ServerPool } from "../../client/index.js";
import {
  cellLanguage,
  foreignKernel,
  isRederiveKernel,
  type Notebook,
  NotebookError,
  statedKernel,
} from "../../notebook/index.js";
import { type Project, versionIn } from "../../project/index.js";
import { startKernelProcess } from "./kernelProcess.js";
import type { Limits } from "./limits.js";
import { namedFiles } from "./namedFiles.js";
import { type NotebookProcess, startProcess } from "./process.js";
import { startServerProcess } from "./serverProcess.js";

/** Where the cells of a notebook are run. */
export interface Opening {
  /** Whether another program's kernel runs them. */
  foreign: boolean;
  open(): Promise<NotebookProcess>;
  /** Does the work, with a way to open the process; again from its beginning where a way to it broke. */
  execute<Value>(work: (open: Opening["open"]) => Promise<Value>): Promise<Value>;
}

const here = (foreign: boolean, open: Opening["open"]): Opening => ({
  foreign,
  open,
  execute: (work) => work(open),
});

/** What a command says of it; the notebook's own kernel, and its parameters as they are, if nothing. */
export interface Place {
  /** The name of an installed kernel. */
  kernel?: string;
  /** Values for parameters of the notebook, by name, as they are written on a command line. */
  set?: ReadonlyMap<string, string>;
  /** Servers on which the cells are run, and the folder there in which the project lies. */
  remote?: { pool: ServerPool; folder: string };
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
  { kernel: wanted, remote }: Place = {},
): Promise<Opening> {
  if (remote) return openingOn(notebook, path, project, limits, { kernel: wanted, ...remote });
  const cwd = dirname(resolve(path));
  const refuse = (why: string) =>
    new NotebookError(`${basename(path)}: ${why}; it was not run, and is left as it is`);
  const stated = statedKernel(notebook);
  const isOwn = foreignKernel(notebook) === undefined;
  if (wanted === undefined ? isOwn : isRederiveKernel(wanted)) {
    if (!isOwn) {
      const cells = stated.language ?? stated.name;
      throw refuse(`its cells are ${cells}, and kernel ${wanted} runs TypeScript`);
    }
    const language = cellLanguage(notebook);
    return here(false, () => startProcess(cwd, language, project, limits));
  }
  const { findKernel, KernelAbsent } = await import("../../client/index.js");
  const refusing = async <Value>(work: () => Value | Promise<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (error) {
      throw error instanceof KernelAbsent ? refuse(error.message) : error;
    }
  };
  const kernel = await refusing(() =>
    findKernel(wanted === undefined ? stated : { name: wanted }, cwd),
  );
  const language = isOwn ? cellLanguage(notebook) : stated.language;
  if (language && kernel.language && !isSame(language, kernel.language)) {
    throw refuse(`its cells are ${language}, and kernel ${kernel.name} runs ${kernel.language}`);
  }
  return here(true, () => refusing(() => startKernelProcess(kernel, cwd, limits)));
}

/** Servers that share the notebooks of one command. @throws Error if an address is none, or a package is missing */
export async function serversAt(
  addresses: { url: string; token: string }[],
  folder: string,
): Promise<ServerPool> {
  const { kernelServer, serverPool } = await import("../../client/index.js");
  const servers = addresses.map(({ url, token }) => kernelServer(url, token, folder));
  return serverPool(await Promise.all(servers));
}

/** The same on servers, where the project lies in a folder of its own. */
function openingOn(
  notebook: Notebook,
  path: string,
  project: Project,
  limits: Limits,
  { kernel: wanted, pool, folder }: { kernel?: string } & NonNullable<Place["remote"]>,
): Opening {
  const isOwn = foreignKernel(notebook) === undefined;
  const ownName = cellLanguage(notebook) === "javascript" ? "rederive-js" : "rederive-reproducible";
  const within = relative(project.root, dirname(resolve(path)))
    .split(sep)
    .join("/");
  const { name, language } = statedKernel(notebook);
  const asked = {
    path,
    notebook,
    kernel: wanted ?? (isOwn ? ownName : (name ?? `${language}`)),
    folder: posix.join(folder, within).replace(/\/$/, ""),
    files: namedFiles(notebook, path, project.root),
    // A project without the package gets that of the kernel, here and there.
    version: isOwn && project.found ? versionIn(project.core) : undefined,
  };
  return {
    foreign: !isOwn,
    open: () => pool.work((server) => startServerProcess(server, asked, limits)),
    execute: (work) => pool.work((server) => work(() => startServerProcess(server, asked, limits))),
  };
}

const isSame = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();
