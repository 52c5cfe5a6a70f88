import { isQuestion } from "../cells/answerQuestion.js";
import type { Message } from "../wire/wire.js";

// Which requests pass those that wait before them, since a cell may run for hours.

/** Time that a request waits for those before it, in milliseconds: what they define it may ask about. */
const patience = 100;

const asides = ["kernel_info_request", "history_request", "comm_info_request"];

export function isComm({ header }: Message): boolean {
  return /^comm_(?:open|msg|close)$/.test(header.msg_type);
}

/** Whether a request may be answered before its turn. */
export function mayPass(message: Message): boolean {
  return isComm(message) || isQuestion(message) || asides.includes(message.header.msg_type);
}

/**
 * How long a request waits before it passes others, in milliseconds.
 *
 * @param running how long the request before it has been under way
 */
export function waitBefore({ header }: Message, running: number): number {
  if (header.msg_type === "kernel_info_request" || typeof header.subshell_id === "string") return 0;
  return Math.max(0, patience - running);
}

/** Whether two messages are of one comm, whose order counts. */
export function areOfOneComm(one: Message, other: Message): boolean {
  return isComm(one) && isComm(other) && one.content.comm_id === other.content.comm_id;
}
