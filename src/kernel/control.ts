import type { Iopub } from "./iopub.js";
import type { Reply } from "./messages.js";
import { malformed } from "./shell.js";
import { usageMeter } from "./usage.js";
import type { Message } from "./wire.js";

export interface ControlParts {
  iopub: Iopub;
  info: Reply;
  interrupt(): void;
  /** Ends the process, after what was sent has left it. */
  shutDown(): void;
}

/** Answers what must not wait for the running cell: interrupt, shutdown, and who this is. */
export function control({ iopub, info, interrupt, shutDown }: ControlParts) {
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
      case "shutdown_request": {
        const ending = { status: "ok", restart: content.restart === true };
        reply(ending);
        iopub.publish({ type: "shutdown_reply", parent: header, content: ending });
        shutDown();
        break;
      }
      default:
        if (!header.msg_type.endsWith("_request")) break;
        reply(malformed(`${header.msg_type} is not known to this kernel`));
    }
    iopub.status("idle", header);
  };
}
