import { attach, type AttachmentParts } from "./attachment.js";
import type { KeptBreakpoints } from "./breakpoints.js";
import { cellFiles } from "./code/cellFiles.js";
import { type Arguments, commands } from "./commands.js";
import { exceptionFilters } from "./exceptions.js";

/** A message of the debug adapter protocol, as a client sends it. */
export interface DebugRequest {
  seq?: number;
  command?: string;
  arguments?: Arguments;
}

/** The debugger of the kernel, in the sockets' process: no inspector is open before a client attaches. */
export interface KernelDebugger {
  /** Answers a request. It never throws: what cannot be done is a response without success that says why. */
  answer(request: DebugRequest): Promise<object>;
  /** Takes what the inspector says. */
  hear(line: string): void;
  /** Leaves the code that stands to the interrupt ladder, until `take`. */
  leave(): void;
  take(): void;
  /** Follows the cells from a process that has died to the new one. */
  moved(): void;
}

/** What it has of the kernel. */
export interface DebuggerParts extends Pick<AttachmentParts, "order" | "ready"> {
  language: "typescript" | "javascript";
  publish(content: object): void;
}

const capabilities = {
  supportsConfigurationDoneRequest: true,
  supportsConditionalBreakpoints: true,
  supportsEvaluateForHovers: true,
  supportsExceptionInfoRequest: true,
  supportsModulesRequest: true,
  exceptionBreakpointFilters: exceptionFilters,
};

export function kernelDebugger({ order, ready, language, publish }: DebuggerParts): KernelDebugger {
  const cells = cellFiles(language === "typescript" ? ".ts" : ".js");
  const kept: KeptBreakpoints = new Map();
  const filters = new Set<string>();
  const attached = commands(cells, filters);
  let seq = 0;
  let current: ReturnType<typeof attach> | undefined;
  const tell = (event: string, body: object = {}) =>
    publish({ seq: ++seq, type: "event", event, body });
  const open = () => attach({ order, ready, tell, cells, kept, filters });
  const end = (reason: string) => {
    current?.attachment.end(reason);
    current?.ready.catch(() => {}); // those who wait for it hear it
    current = undefined;
  };

  const always: Record<string, (args: Arguments) => object | Promise<object>> = {
    initialize: () => capabilities,
    async attach() {
      const isNew = !current;
      await (current ??= open()).ready;
      if (isNew) tell("initialized");
      return {};
    },
    disconnect() {
      order("undebug");
      end("the debugger was disconnected; send initialize and attach to begin again");
      kept.clear();
      filters.clear();
      return {};
    },
    debugInfo: () => ({
      ...cells.naming,
      isStarted: current !== undefined,
      breakpoints: current?.attachment.breakpoints.list() ?? [],
      stoppedThreads: current?.attachment.stops.isStopped() ? [1] : [],
      richRendering: true,
      exceptionPaths: [],
      copyToGlobals: true,
    }),
  };

  const bodyOf = async (command: string, args: Arguments): Promise<object | void> => {
    if (Object.hasOwn(always, command)) return always[command](args);
    if (!Object.hasOwn(attached, command)) {
      const known = [...Object.keys(always), ...Object.keys(attached)].join(", ");
      throw new Error(`${command || "a request without command"} is not known; known are ${known}`);
    }
    if (!current)
      throw new Error(`${command}: no debugger is attached; send initialize and attach`);
    await current.ready;
    return attached[command](current.attachment, args);
  };

  return {
    async answer({ seq: asked = 0, command = "", arguments: args = {} }) {
      const response = { seq: ++seq, type: "response", request_seq: asked, command };
      try {
        return { ...response, success: true, body: (await bodyOf(command, args ?? {})) ?? {} };
      } catch (error) {
        return { ...response, success: false, message: (error as Error).message };
      }
    },
    hear: (line) => current?.attachment.hear(line),
    leave: () => current?.attachment.stops.leave(),
    take: () => current?.attachment.stops.take(),
    moved() {
      if (!current) return;
      end("the process of the cells has ended; the debugger follows to the new one: ask again");
      current = open();
      current.ready.catch(() => {});
    },
  };
}
