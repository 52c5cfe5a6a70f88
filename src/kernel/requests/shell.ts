import { areOfOneComm, isComm, mayPass, waitBefore } from "../aside/passing.js";
import { createQuestions } from "../aside/questions.js";
import type { StandInProcess } from "../aside/standIn.js";
import { createSubshells, type Subshells, unknownSubshell } from "../aside/subshells.js";
import { type BeginParts, createBeginning, type Numbered } from "./begin.js";
import { malformed, type Reply } from "../between/messages.js";
import type { Header, Message } from "../wire/wire.js";

/** What the queue of requests needs of its surroundings. */
export interface ShellParts extends BeginParts {
  standIn: StandInProcess;
  /** Sends a reply to the one who asked. */
  reply(message: Message, content: Record<string, unknown>): void;
}

export interface Shell {
  subshells: Subshells;
  /** Takes a message from the socket; its turn comes when all before it are answered, or when it may pass them. */
  receive(message: Message): void;
  /** Takes the cells' answer to a request; none says that it came too early. */
  answered(id: number, content?: Record<string, unknown>): void;
  /** Answers all that the cells' process was asked, since that has ended. */
  lost(content: Reply): void;
  /** Says that a request is done with, whichever channel it came by; what is under way goes on. */
  idle(header: Header): void;
  /** Whether the cells' process is asked anything. */
  isBusy(): boolean;
  /** Whether a request is the one that holds up those behind it. */
  isCurrent(id: number): boolean;
  /** The cell that is running. */
  running(): Message | undefined;
  /** The cell that has begun last, and its number. */
  latest(): Message | undefined;
  count(): number;
}

/** A request that has come, and whether it was asked before its turn. */
interface Entry extends Numbered {
  isAsked: boolean;
}

/**
 * The queue of requests: one at a time, in their order, busy before and idle after each; some pass a cell that takes
 * long.
 */
export function createShell({ standIn, reply, ...parts }: ShellParts): Shell {
  const { iopub, ask } = parts;
  const { begin, requestOf, latest, count } = createBeginning(parts);
  let queue: Entry[] = [];
  const aside = new Map<number, Message>();
  let current: Entry | undefined;
  let began = 0;
  let received = 0;

  const questions = createQuestions(standIn, ask, (id, content) => concludeAside(id, content));

  const conclude = (message: Message, content: Record<string, unknown>) => {
    const { msg_type: type } = message.header;
    // Whatever became of a cell that ran, its reply has a count; clients would write one beside an aborted cell, too.
    const isCounted = type === "execute_request" && content.status !== "aborted";
    const counted = isCounted ? { execution_count: count(), ...content } : content;
    if (type.endsWith("_request")) reply(message, counted);
    idle(message.header);
  };

  const idle = (header: Header) => {
    iopub.status("idle", header);
    // A client that takes each status for the kernel's own has now heard that it is idle.
    if (current) iopub.status("busy", {});
    else if (!questions.isBusy()) standIn.end();
  };

  const concludeAside = (id: number, content?: Record<string, unknown>) => {
    const message = aside.get(id);
    if (!message || !questions.answered(id)) return;
    aside.delete(id);
    conclude(message, content ?? malformed(`${message.header.msg_type}: interrupted`));
  };

  const finish = ({ message }: Entry, content: Record<string, unknown>) => {
    current = undefined;
    conclude(message, content);
    const { header, content: asked } = message;
    const failed = header.msg_type === "execute_request" && content.status === "error";
    if (failed && asked.stop_on_error !== false) abort(header.subshell_id);
  };

  /** Answers the cells that wait in a shell behind one that failed: they were sent on the assumption that it would not. */
  const abort = (subshell: string | null | undefined, all = false) => {
    const isMeant = ({ message: { header } }: Entry) =>
      (header.subshell_id ?? undefined) === (subshell ?? undefined) &&
      (all || header.msg_type === "execute_request");
    const aborted = queue.filter(isMeant);
    queue = queue.filter((entry) => !isMeant(entry));
    for (const { message } of aborted) {
      iopub.status("busy", message.header);
      conclude(message, { status: "aborted" });
    }
  };

  const next = () => {
    while (!current) {
      current = queue.shift();
      if (!current) return;
      began = performance.now();
      if (current.isAsked) return;
      const answer = begin(current);
      if (answer) finish(current, answer);
    }
  };

  /** Lets a request pass those before it; those of its comm, whose timers may ring later, pass with it in their order. */
  const pass = (entry: Entry) => {
    if (!queue.includes(entry) || entry.isAsked) return;
    if (isComm(entry.message)) {
      const upToIt = queue.slice(0, queue.indexOf(entry) + 1);
      for (const one of upToIt) {
        if (one.isAsked || !areOfOneComm(one.message, entry.message)) continue;
        one.isAsked = true;
        ask(requestOf(one, true));
        if (!one.isAnnounced) iopub.status("busy", one.message.header);
        one.isAnnounced = true;
      }
      return;
    }
    queue = queue.filter((one) => one !== entry);
    aside.set(entry.id, entry.message);
    const answer = begin(entry, questions.ask);
    if (!answer) return;
    aside.delete(entry.id);
    conclude(entry.message, answer);
  };

  const answered = (id: number, content?: Record<string, unknown>) => {
    questions.heard(id);
    const early = queue.find((entry) => entry.id === id);
    if (current?.id === id) {
      if (!content) return ask(requestOf(current)); // its turn has come meanwhile
      finish(current, content);
      next();
    } else if (early) {
      early.isAsked = false;
      if (!content) return;
      queue = queue.filter((entry) => entry !== early);
      conclude(early.message, content);
    } else concludeAside(id, content);
  };

  const subshells = createSubshells((id) => abort(id, true));
  return {
    subshells,
    receive(message) {
      const { header } = message;
      if (!subshells.has(header.subshell_id)) {
        iopub.status("busy", header);
        return conclude(message, malformed(unknownSubshell(header.subshell_id)));
      }
      const entry = { id: ++received, message, isAsked: false };
      queue.push(entry);
      next();
      if (!mayPass(message) || !queue.includes(entry)) return;
      const wait = waitBefore(message, performance.now() - began);
      if (wait > 0) setTimeout(pass, wait, entry);
      else pass(entry);
    },
    answered,
    idle,
    lost(content) {
      for (const entry of queue) entry.isAsked = false;
      questions.lost();
      if (current) answered(current.id, content);
    },
    isBusy: () => current !== undefined || questions.isBusy(),
    isCurrent: (id) => current?.id === id,
    running: () =>
      current?.message.header.msg_type === "execute_request" ? current.message : undefined,
    latest,
    count,
  };
}
