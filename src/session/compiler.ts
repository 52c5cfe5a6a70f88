import childProcess from "node:child_process";
import { syncBuiltinESMExports } from "node:module";
import {
  API,
  type Diagnostic,
  NodeBuilderFlags,
  type Project,
  type Snapshot,
  type Symbol,
  SymbolFlags,
} from "typescript/unstable/sync";

// The only module that knows TypeScript's programmable interface, which is marked unstable: its version is pinned.

export { type Diagnostic, NodeBuilderFlags, type Project, type Symbol, SymbolFlags };

/** The native compiler, in a process of its own, over one configuration file that exists only in memory. */
export interface Compiler {
  /** The project as it stands after some of its files changed, came or went. */
  project(changes: Changes): Project;
  /** Options of a configuration file, those that it extends included. */
  options(path: string): Record<string, unknown>;
  close(): void;
}

export interface Changes {
  changed: string[];
  /** Forgets all that was read: for a file that has come to exist where the compiler had looked in vain. */
  all?: boolean;
}

/**
 * Starts the compiler's process; it loads while the caller goes on, and the first question waits for it. A compiler
 * that has died is started anew by the next question.
 *
 * @param config path of the configuration file, which `read` gives
 * @param read gives the text of a file that stands in memory, undefined for one of the disk
 */
export function openCompiler(
  cwd: string,
  config: string,
  read: (path: string) => string | undefined,
): Compiler {
  const start = () => apart(() => new API({ cwd, fs: { readFile: read } }));
  let api = start();
  let snapshot: Snapshot | undefined;
  const update = (changes: Parameters<API["updateSnapshot"]>[0]) => {
    const next = api.updateSnapshot(changes);
    snapshot?.dispose();
    snapshot = next;
  };
  const close = () => {
    try {
      api.close();
    } catch {
      // It says goodbye to its process, which may have died.
    }
  };
  const restarting = <T>(ask: () => T): T => {
    try {
      return ask();
    } catch {
      close();
      api = start();
      snapshot = undefined;
      return ask();
    }
  };
  return {
    project: ({ changed, all }) =>
      restarting(() => {
        if (!snapshot) update({ openProjects: [config] });
        else if (all) update({ fileChanges: { invalidateAll: true } });
        else if (changed.length) update({ fileChanges: { changed } });
        const project = snapshot?.getProject(config);
        if (!project) throw new Error("the compiler has no project of the cells");
        return project;
      }),
    options: (path) => restarting(() => api.parseConfigFile(path).options),
    close,
  };
}

/**
 * Starts a process in a group of its own, which an interrupt of the cells' group does not reach, and with a collector
 * that keeps its memory small: the compiler's process takes no such options.
 */
function apart<T>(start: () => T): T {
  const { spawn } = childProcess;
  const env = { ...process.env, GOGC: process.env.GOGC ?? "50" };
  childProcess.spawn = ((file: string, args: string[], options: object) =>
    spawn(file, args, { ...options, detached: true, env })) as typeof spawn;
  syncBuiltinESMExports();
  try {
    return start();
  } finally {
    childProcess.spawn = spawn;
    syncBuiltinESMExports();
  }
}
