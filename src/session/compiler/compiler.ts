import {
  API,
  type Diagnostic,
  NodeBuilderFlags,
  type Project,
  type Snapshot,
  type Symbol,
  SymbolFlags,
} from "typescript/unstable/sync";
import type { ReadConfig } from "./cellConfig.js";
import { compilerProcess, endProcess, hasEnded } from "./compilerProcess.js";
import { Interrupted } from "../interrupt/interrupted.js";
import { awaitInterrupt, beginQuestion, endQuestion, moveQuestion } from "../interrupt/question.js";

// The only module that knows TypeScript's programmable interface, which is marked unstable: its version is pinned.

export { type Diagnostic, NodeBuilderFlags, type Project, type Symbol, SymbolFlags };

/** The native compiler, in a process of its own, over one configuration file that exists only in memory. */
export interface Compiler {
  /**
   * Does work that asks the compiler, and that another thread may interrupt.
   *
   * @throws Interrupted if it does so; the compiler is then there for the next question
   */
  ask<T>(work: () => T): T;
  /**
   * The project as it stands after some of its files changed, came or went.
   *
   * @param other path of another configuration file, by which the same files are to be seen; opened when first asked for
   */
  project(changes: Changes, other?: string): Project;
  /** What a configuration file on the disk says. */
  config(path: string): ReadConfig;
  /** Lets go of what the project was before its last change; to be called when nobody waits. */
  forget(): void;
  close(): void;
}

export interface Changes {
  changed: string[];
  /** Forgets all that was read: for a file that has come to exist where the compiler had looked in vain. */
  all?: boolean;
}

/** What stands in memory: the text of a file, what a folder holds; undefined for what stands on the disk. */
export interface Memory {
  readFile(path: string): string | undefined;
  getAccessibleEntries?(folder: string): Entries | undefined;
}

/** Names in a folder. */
export interface Entries {
  files: string[];
  directories: string[];
}

/**
 * Starts the compiler's process; it loads while the caller goes on, and the first question waits for it. A compiler
 * that has died is started anew by the next question.
 *
 * @param config path of the configuration file, which `memory` gives
 * @param shared by which another thread interrupts a question, see `question.ts`
 */
export function openCompiler(
  cwd: string,
  config: string,
  memory: Memory,
  shared: Int32Array = new Int32Array(2),
): Compiler {
  const start = () => compilerProcess(() => new API({ cwd, fs: memory }));
  let { api, child } = start();
  let snapshot: Snapshot | undefined;
  let past: Snapshot[] = [];
  const open = new Set<string>();
  const update = (changes: Parameters<API["updateSnapshot"]>[0]) => {
    const next = api.updateSnapshot(changes);
    if (snapshot) past.push(snapshot);
    snapshot = next;
  };
  const restart = () => {
    const { pid = 0 } = child;
    endProcess(child);
    ({ api, child } = start());
    snapshot = undefined;
    past = [];
    open.clear();
    return moveQuestion(shared, pid, child.pid ?? 0);
  };
  const restarting = <T>(ask: () => T): T => {
    let failure: unknown;
    try {
      if (!hasEnded(child)) return ask();
    } catch (error) {
      if (isSignal(error)) throw error;
      failure = error;
    }
    if (!restart()) throw failure;
    return ask();
  };
  return {
    ask(work) {
      beginQuestion(shared, child.pid ?? 0);
      let answer: { value: ReturnType<typeof work> } | { thrown: unknown };
      try {
        answer = { value: work() };
      } catch (thrown) {
        answer = { thrown };
      }
      const signalled = "thrown" in answer && isSignal(answer.thrown);
      if (signalled) awaitInterrupt(shared);
      if (endQuestion(shared) || signalled) {
        restart(); // its answer may still come, and would be taken for that to the next question
        throw new Interrupted();
      }
      if ("thrown" in answer) throw answer.thrown;
      return answer.value;
    },
    project: ({ changed, all }, path = config) =>
      restarting(() => {
        const fileChanges = all ? ({ invalidateAll: true } as const) : { changed };
        const isNew = !open.has(path);
        if (isNew || all || changed.length) {
          update({
            ...(isNew ? { openProjects: [path] } : {}),
            ...(snapshot ? { fileChanges } : {}),
          });
          open.add(path);
        }
        const project = snapshot?.getProject(path);
        if (!project) throw new Error("the compiler has no project of the cells");
        return project;
      }),
    forget() {
      const gone = past;
      past = [];
      try {
        for (const one of gone) one.dispose();
      } catch {
        // With the compiler that died they are gone.
      }
    },
    config: (path) => restarting(() => api.parseConfigFile(path)),
    close: () => endProcess(child),
  };
}

/** Whether a signal ended the reading of an answer: that is so where a guard of Node takes it, see `guarded`. */
function isSignal(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === "EINTR";
}
