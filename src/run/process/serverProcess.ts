import { basename, posix } from "node:path";
import type { KernelServer, KernelSession } from "../../client/index.js";
import { type Notebook, NotebookError } from "../../notebook/index.js";
import { type Limits, limitMessage } from "./limits.js";
import type { Begun } from "./messages.js";
import { CellStopped, type NotebookProcess } from "./process.js";
import { allBegun, howManyBegun, keepBegun, type Questions, questionsIn } from "./questions.js";

/** A notebook as it lies on servers. */
export interface OnServer {
  path: string;
  notebook: Notebook;
  /** The kernel's name there. */
  kernel: string;
  /** The folder there in which its cells run. */
  folder: string;
  /** What must be the same there: files by their paths from the notebook, and the version of the package. */
  files: ReadonlyMap<string, string>;
  version?: string;
}

/** The folder in which each server starts a kernel that asks for none. */
const homes = new WeakMap<KernelServer, string>();

/**
 * Starts a notebook's kernel on a server, in its folder there.
 *
 * @throws NotebookError if the folder or a file differs there; ServerFault if the server cannot start it
 */
export async function startServerProcess(
  server: KernelServer,
  asked: OnServer,
  limits: Limits,
): Promise<NotebookProcess> {
  const { session, language } = await openThere(server, asked, limits);
  try {
    await compareThere(server, asked, session, questionsIn(language)!);
    const isOwn = language === "typescript" || language === "javascript";
    if (isOwn) await session.evaluate(keepBegun);
    return notebookProcess(session, limits, isOwn);
  } catch (error) {
    session.kill();
    throw error;
  }
}

async function openThere(server: KernelServer, asked: OnServer, limits: Limits) {
  const { kernelSession, startServerKernel } = await import("../../client/index.js");
  const refuse = (why: string) =>
    new NotebookError(`${basename(asked.path)}: ${why}; it was not run`);
  for (let again = true; ; again = false) {
    const home = homes.get(server);
    // Most servers begin at their file system's root or in the project; they climb from what is not there.
    const within = posix.relative(home ?? "/", asked.folder);
    const path = within.startsWith("..") ? "" : within;
    const talk = await startServerKernel(server, asked.kernel, path, asked.folder);
    const session = kernelSession(talk, limits);
    try {
      const language = String(talk.languageInfo.name ?? "").toLowerCase();
      const questions = questionsIn(language);
      if (!questions) throw refuse(`on ${server.url} its files cannot be compared in ${language}`);
      const at = (await questions.folder(session)).trim();
      if (at === asked.folder) return { session, language };
      if (home === undefined) homes.set(server, at);
      const isBelow = !posix.relative(at, asked.folder).startsWith("..");
      if (again && home === undefined && isBelow) {
        await session.close();
        continue;
      }
      if (!questions.enter) {
        throw refuse(`${server.url} starts kernels in ${at}, and ${asked.folder} is not there`);
      }
      await questions.enter(session, asked.folder).catch(() => {
        throw refuse(`the folder ${asked.folder} is not on ${server.url}; see --remote-dir`);
      });
      return { session, language };
    } catch (error) {
      session.kill();
      throw error;
    }
  }
}

async function compareThere(
  { url }: KernelServer,
  { path, files, version }: OnServer,
  session: KernelSession,
  questions: Questions,
): Promise<void> {
  const said = await questions.states(session, [...files.keys()]);
  const there = JSON.parse(said) as Record<string, unknown>;
  const found = [...files].flatMap(([name, hash]) => {
    if (there[name] === hash) return [];
    return [typeof there[name] === "string" ? `${name} differs there` : `${name} is not there`];
  });
  if (version !== undefined && "rederive" in there && there.rederive !== version) {
    found.push(`rederive is ${there.rederive ?? "not"} there, ${version} here`);
  }
  if (!found.length) return;
  throw new NotebookError(
    `${basename(path)}: not the same project on ${url}: ${found.join("; ")}; it was not run`,
  );
}

function notebookProcess(session: KernelSession, limits: Limits, isOwn: boolean): NotebookProcess {
  /** The execution count of the cell that began each derivation. */
  const counts: number[] = [];
  const stopping = async <Value>(work: Promise<Value>, timeout = limits.timeout) => {
    const { KernelStopped, ServerFault } = await import("../../client/index.js");
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof KernelStopped)) throw error;
      // The way to it broke: nothing is known of the notebook, which begins again elsewhere.
      if (error.lost?.way) throw new ServerFault(error.message, true);
      const { limit, message } = error;
      throw new CellStopped(limit ? limitMessage(limit, { ...limits, timeout }) : message);
    }
  };
  return {
    kill: session.kill,
    async run(code, executionCount, timeout) {
      const result = await stopping(session.run(code, executionCount, timeout), timeout);
      if (isOwn) {
        const made = Number(await stopping(session.evaluate(howManyBegun)));
        while (counts.length < made) counts.push(executionCount);
      }
      return result;
    },
    async derivations() {
      if (!isOwn) return [];
      const made = JSON.parse(await stopping(session.evaluate(allBegun))) as Begun["derivation"][];
      return made.map((derivation, i) => ({ executionCount: counts[i], derivation }));
    },
    async close() {
      await stopping(session.close());
      return [];
    },
  };
}
