import type { DebugRequest } from "../debug/debugger.js";
import type { Iopub } from "../wire/iopub.js";
import { malformed, type Reply } from "../between/messages.js";
import type { Subshells } from "../aside/subshells.js";
import { usageMeter } from "../processes/usage.js";
import type { Header, Message } from "../wire/wire.js";

export interface ControlParts {
  iopub: Iopub;
  info: Reply;
  subshells: Subshells;
  /** Says that a request is done with. */
  idle(header: Header): void;
  interrupt(): void;
  /** Answers a request to the debugger. */
  debug(request: DebugRequest): Promise<object>;
  /** Ends the process, after what was sent has left it. */
  shutDown(restart: boolean): void;
}

/** Answers what must not wait for the running cell: interrupt, shutdown, and who this is. */
export function control(parts: ControlParts) {
  const { iopub, info, subshells, idle, interrupt, debug, shutDown } = parts;
  const usage = usageMeter();
  return (message: Message, reply: (content: Record<string, unknown>) => void): void => {
    const { header, content } = message;
    iopub.status("busy", header);
    switch (header.msg_type) {
      case "kernel_info_request":
        reply(info);
        break;
      case "usage_request":
        reply(usage());
        break;
      case "interrupt_request":
        interrupt();
        reply({ status: "ok" });
        break;
      case "debug_request":
        // Its answer may take its time, and keeps nobody else waiting.
        return void debug(content).then((answer) => {
          reply({ ...answer });
          idle(header);
        });
      case "shutdown_request": {
        const ending = { status: "ok", restart: content.restart === true };
        reply(ending);
        iopub.publish({ type: "shutdown_reply", parent: header, content: ending });
        shutDown(ending.restart);
        break;
      }
      default: {
        if (!header.msg_type.endsWith("_request")) break;
        const answer = subshells.answer(header.msg_type, content);
        reply(answer ?? malformed(`${header.msg_type} is not known to this kernel`));
      }
    }
    idle(header);
  };
}
