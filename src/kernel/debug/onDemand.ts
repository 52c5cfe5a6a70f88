import type { DebuggerParts, KernelDebugger } from "./debugger.js";

/** The debugger, of which nothing is loaded before a client speaks to it. */
export function debuggerOnDemand(parts: DebuggerParts): KernelDebugger {
  let loading: Promise<KernelDebugger> | undefined;
  let loaded: KernelDebugger | undefined;
  const load = async () => {
    const { kernelDebugger } = await import("./debugger.js");
    return (loaded = kernelDebugger(parts));
  };
  return {
    answer: async (request) => (await (loading ??= load())).answer(request),
    hear: (line) => loaded?.hear(line),
    leave: () => loaded?.leave(),
    take: () => loaded?.take(),
    moved: () => loaded?.moved(),
  };
}
