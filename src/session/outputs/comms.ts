import { randomUUID } from "node:crypto";
import type { MimeData } from "../../notebook/index.js";
import type { CellRun, CellRuns } from "./cellRun.js";
import { guarded } from "../interrupt/guard.js";
import type { Comms, SessionOptions } from "../types.js";

/** One comm as a cell holds it. */
export interface Comm {
  readonly id: string;
  readonly target: string;
  send(data: object, buffers?: Uint8Array[]): void;
  /** Calls the listener with each message of the client. */
  onMessage(listener: (data: MimeData, buffers: Uint8Array[]) => void): void;
  onClose(listener: () => void): void;
  close(data?: object): void;
}

/** What a cell does with comms. */
export interface CommRegistry {
  /** Answers the client's opening of comms of this target. */
  register(target: string, handler: (comm: Comm, data: MimeData) => void): void;
  open(target: string, data?: object, options?: CommOptions): Comm;
}

/** What goes beside the data of an opening: widgets say the version of their protocol in its metadata. */
export interface CommOptions {
  metadata?: object;
  buffers?: Uint8Array[];
}

type Send = NonNullable<SessionOptions["sendComm"]>;

interface Entry {
  comm: Comm;
  messages: ((data: MimeData, buffers: Uint8Array[]) => void)[];
  closings: (() => void)[];
}

/**
 * The comms of a session, from the cells' side and from the client's.
 *
 * @param report takes what a listener throws, with the run that its message is
 */
export function openComms(
  runs: CellRuns,
  send: Send,
  report: (thrown: unknown, run: CellRun) => void,
): { registry: CommRegistry; comms: Comms } {
  const targets = new Map<string, (comm: Comm, data: MimeData) => void>();
  const entries = new Map<string, Entry>();

  const create = (id: string, target: string): Entry => {
    const comm: Comm = {
      id,
      target,
      send: (data, buffers) => send("comm_msg", { comm_id: id, data: plain(data) }, buffers),
      onMessage: (listener) => void entry.messages.push(listener),
      onClose: (listener) => void entry.closings.push(listener),
      close(data = {}) {
        if (entries.delete(id)) send("comm_close", { comm_id: id, data: plain(data) });
      },
    };
    const entry: Entry = { comm, messages: [], closings: [] };
    entries.set(id, entry);
    return entry;
  };

  const receive: Comms["receive"] = (
    type,
    { comm_id: id, target_name = "", data },
    buffers = [],
  ) => {
    if (type === "comm_open") {
      const handler = targets.get(target_name);
      // The protocol's answer to a target that nobody has registered.
      if (!handler) return send("comm_close", { comm_id: id, data: {} });
      return handler(create(id, target_name).comm, data);
    }
    const entry = entries.get(id);
    if (type === "comm_msg") entry?.messages.forEach((listener) => listener(data, buffers));
    else if (entries.delete(id)) entry?.closings.forEach((listener) => listener());
  };

  return {
    registry: {
      register: (target, handler) => void targets.set(target, handler),
      open(target, data = {}, { metadata = {}, buffers = [] } = {}) {
        const { comm } = create(randomUUID(), target);
        const content = { comm_id: comm.id, target_name: target, data: plain(data) };
        send("comm_open", content, buffers, plain(metadata));
        return comm;
      },
    },
    comms: {
      list: (target) =>
        Object.fromEntries(
          [...entries]
            .filter(([, { comm }]) => target === undefined || comm.target === target)
            .map(([id, { comm }]) => [id, { target_name: comm.target }]),
        ),
      knows: (type, { comm_id: id, target_name = "" }) =>
        type === "comm_open" ? targets.has(target_name) : entries.has(id),
      receive(type, content, buffers, onOutput) {
        const work = () => guarded(() => receive(type, content, buffers));
        if (!onOutput) return work();
        const run = runs.start({ executionCount: 0, onOutput });
        try {
          runs.within(run, work);
        } catch (thrown) {
          report(thrown, run);
        }
      },
    },
  };
}

function plain(data: object): MimeData {
  return JSON.parse(JSON.stringify(data)) as MimeData;
}
