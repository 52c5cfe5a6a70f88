import { isComm } from "../aside/passing.js";
import type { History } from "./history.js";
import type { Iopub } from "../wire/iopub.js";
import { malformed, type Reply, type Request } from "../between/messages.js";
import type { Message } from "../wire/wire.js";

/** What beginning a request needs of its surroundings. */
export interface BeginParts {
  iopub: Iopub;
  history: History;
  /** The content of a kernel_info_reply. */
  info: Reply;
  /** Hands a request to the cells' thread. */
  ask(request: Request): void;
  log(text: string): void;
}

/** A request, and the number by which its answer is known. */
export interface Numbered {
  id: number;
  message: Message;
  /** Whether the clients have heard that it is under way: it was asked before its turn, and too early. */
  isAnnounced?: boolean;
}

export interface Beginning {
  /** Begins a request; gives the answer if it needs no cell. The cells' thread goes to work before the clients hear. */
  begin(request: Numbered, ask?: BeginParts["ask"]): Record<string, unknown> | undefined;
  /** A request as the cells' process is told of it. */
  requestOf(request: Numbered, early?: boolean): Request;
  /** The cell that has begun last, and its number. */
  latest(): Message | undefined;
  count(): number;
}

const toCells = /^(?:complete|inspect|is_complete|comm_info)_request$/;

/** What needs no cell is answered here, so that a client has its kernel_info before the compiler is there. */
export function createBeginning({ iopub, history, info, ask, log }: BeginParts): Beginning {
  let latest: Message | undefined;
  let count = 0;

  const requestOf: Beginning["requestOf"] = ({ id, message }, early = false) => {
    const { header, content, buffers } = message;
    return { id, header, content, buffers, executionCount: count, early };
  };

  const execute = (request: Numbered, code: string): undefined => {
    const { header, content } = request.message;
    const silent = content.silent === true;
    if (!silent && content.store_history !== false && code.trim()) {
      history.add(++count, code, header.msg_id);
    }
    ask(requestOf(request));
    iopub.status("busy", header);
    if (silent) return;
    const input = { code, execution_count: count };
    iopub.publish({ type: "execute_input", parent: header, content: input });
  };

  return {
    requestOf,
    begin(request, asking = ask) {
      const { header, content } = request.message;
      if (toCells.test(header.msg_type) || isComm(request.message)) {
        asking(requestOf(request));
        if (!request.isAnnounced) iopub.status("busy", header);
        return;
      }
      if (header.msg_type === "execute_request" && typeof content.code === "string") {
        latest = request.message;
        return execute(request, content.code);
      }
      iopub.status("busy", header);
      switch (header.msg_type) {
        case "execute_request":
          return malformed("code must be a text");
        case "kernel_info_request":
          return info;
        case "history_request":
          return { status: "ok", ...history.answer(content) };
        default:
          log(`shell: ${header.msg_type} is not known`);
          return malformed(`${header.msg_type} is not known to this kernel`);
      }
    },
    latest: () => latest,
    count: () => count,
  };
}
