import type { InstalledKernel, KernelSession } from "../../client/index.js";
import { cellEnvironment } from "./environment.js";
import { type Limits, limitMessage } from "./limits.js";
import { CellStopped, type NotebookProcess } from "./process.js";

/** Starts an installed kernel for one notebook. @throws KernelAbsent if it does not come up */
export async function startKernelProcess(
  kernel: InstalledKernel,
  cwd: string,
  limits: Limits,
): Promise<NotebookProcess> {
  const { kernelSession, KernelStopped, startLocalKernel } = await import("../../client/index.js");
  // Python orders sets and names of types by hashes that differ from process to process unless they are told.
  const talk = await startLocalKernel(kernel, cwd, { ...cellEnvironment(), PYTHONHASHSEED: "0" });
  const session: KernelSession = kernelSession(talk, limits);
  return {
    kill: session.kill,
    languageInfo: talk.languageInfo,
    derivations: async () => [],
    async close() {
      await session.close();
      return [];
    },
    async run(code, executionCount, timeout = limits.timeout) {
      try {
        return await session.run(code, executionCount, timeout);
      } catch (error) {
        if (!(error instanceof KernelStopped)) throw error;
        const { limit, message } = error;
        throw new CellStopped(limit ? limitMessage(limit, { ...limits, timeout }) : message);
      }
    },
  };
}
