import type { History } from "./history.js";
import type { Iopub } from "./iopub.js";
import type { Reply, Request } from "./messages.js";
import type { Message } from "./wire.js";

/** What the queue of requests needs of its surroundings. */
export interface ShellParts {
  iopub: Iopub;
  history: History;
  /** The content of a kernel_info_reply. */
  info: Reply;
  /** Sends a reply to the one who asked. */
  reply(message: Message, content: Record<string, unknown>): void;
  /** Hands a request to the cells' thread, which calls `answered`. */
  ask(request: Request): void;
  log(text: string): void;
}

export interface Shell {
  /** Takes a message from the socket; its turn comes when all before it are answered. */
  receive(message: Message): void;
  /** Takes the cells' answer to the request that they were given. */
  answered(content: Record<string, unknown>): void;
  /** Whether a request is under way. */
  isBusy(): boolean;
  /** The cell that is running. */
  running(): Message | undefined;
  /** The cell that has begun last, and its number. */
  latest(): Message | undefined;
  count(): number;
}

const toCells = [
  "complete_request",
  "inspect_request",
  "is_complete_request",
  "comm_info_request",
  "comm_open",
  "comm_msg",
  "comm_close",
];

/**
 * The queue of requests: one at a time, in their order, busy before and idle after each. What needs no cell is
 * answered here, so that a client has its kernel_info before the compiler is there.
 */
export function createShell({ iopub, history, info, reply, ask, log }: ShellParts): Shell {
  const queue: Message[] = [];
  let current: Message | undefined;
  let latest: Message | undefined;
  let count = 0;

  /** Begins a request; gives the answer if it needs no cell. The cells' thread goes to work before the clients hear. */
  const begin = (message: Message): Record<string, unknown> | undefined => {
    const { header, content, buffers } = message;
    const toAsk = { header, content, buffers, executionCount: count };
    if (toCells.includes(header.msg_type)) {
      ask(toAsk);
      return void iopub.status("busy", header);
    }
    if (header.msg_type === "execute_request" && typeof content.code === "string") {
      latest = message;
      return execute(message, content.code);
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
  };

  const execute = ({ header, content, buffers }: Message, code: string): undefined => {
    const silent = content.silent === true;
    if (!silent && content.store_history !== false && code.trim()) {
      history.add(++count, code, header.msg_id);
    }
    ask({ header, content, buffers, executionCount: count });
    iopub.status("busy", header);
    if (silent) return;
    const input = { code, execution_count: count };
    iopub.publish({ type: "execute_input", parent: header, content: input });
  };

  const finish = (message: Message, content: Record<string, unknown>) => {
    current = undefined;
    const type = message.header.msg_type;
    const isCell = type === "execute_request";
    // Whatever became of a cell, its reply has a count.
    if (type.endsWith("_request")) {
      reply(message, isCell ? { execution_count: count, ...content } : content);
    }
    iopub.status("idle", message.header);
    const failed = isCell && content.status === "error";
    if (failed && message.content.stop_on_error !== false) abort();
  };

  /** Answers the cells that wait behind one that failed: they were sent on the assumption that it would not. */
  const abort = () => {
    for (const message of queue.splice(0)) {
      if (message.header.msg_type !== "execute_request") {
        queue.push(message);
        continue;
      }
      iopub.status("busy", message.header);
      reply(message, { status: "aborted", execution_count: count });
      iopub.status("idle", message.header);
    }
  };

  const next = () => {
    while (!current) {
      current = queue.shift();
      if (!current) return;
      const answer = begin(current);
      if (answer) finish(current, answer);
    }
  };

  return {
    receive(message) {
      queue.push(message);
      next();
    },
    answered(content) {
      if (!current) return;
      finish(current, content);
      next();
    },
    running: () => (current?.header.msg_type === "execute_request" ? current : undefined),
    isBusy: () => current !== undefined,
    latest: () => latest,
    count: () => count,
  };
}

/** The reply to a request that cannot be answered. */
export function malformed(evalue: string): Reply {
  return { status: "error", ename: "RequestError", evalue, traceback: [evalue] };
}
