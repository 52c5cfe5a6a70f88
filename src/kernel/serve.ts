import { randomUUID } from "node:crypto";
import { createStandIn } from "./aside/standIn.js";
import type { CellsProcess } from "./supervise/cellsProcess.js";
import { readConnection } from "./wire/connection.js";
import { control } from "./requests/control.js";
import { endProcess, endWithParent } from "./processes/endProcess.js";
import { debuggerOnDemand } from "./debug/onDemand.js";
import { createHistory } from "./requests/history.js";
import { iopub as openIopub } from "./wire/iopub.js";
import { kernelInfo } from "./requests/kernelInfo.js";
import { kernelLanguage } from "./language.js";
import { dropLog, log } from "./processes/log.js";
import { outbox, type Outbox } from "./wire/outbox.js";
import { createShell } from "./requests/shell.js";
import { leaveForRestart, takeAfterRestart } from "./snapshot/restartFile.js";
import { snapshotStore } from "./snapshot/snapshotStore.js";
import { bindSockets } from "./wire/sockets.js";
import { createStdin } from "./requests/stdin.js";
import { superviseCells } from "./supervise/superviseCells.js";
import { decode, encode, type Message, newHeader, signer } from "./wire/wire.js";

/** Longest time until the cells' thread hears of a shutdown, unless a cell holds it, in milliseconds. */
const closing = 500;

/** Longest time that what is set for the end may take; clients wait longer, in milliseconds. */
const exiting = 2300;

/** Time for ZeroMQ's own thread to write the last messages, in milliseconds. */
const linger = 30;

/** What the sockets' process starts with. */
export interface ServeOptions {
  connectionFile: string;
  parent: number;
  /** The process of the cells, which starts while this one loads. */
  cells: CellsProcess;
}

/**
 * Answers a kernel's clients: heartbeat, control and what needs no cell at once, the rest by the cells' process.
 */
export async function serve({ connectionFile, parent, cells: first }: ServeOptions): Promise<void> {
  const connection = readConnection(connectionFile);
  const sign = signer(connection.scheme, connection.key);
  const session = randomUUID();
  endWithParent(parent);
  const sockets = await bindSockets(connection);
  const boxOf = (socket: Parameters<typeof outbox>[0]) =>
    outbox(socket, ({ message }) => log(message));
  const boxes = {
    shell: boxOf(sockets.shell),
    control: boxOf(sockets.control),
    stdin: boxOf(sockets.stdin),
    hb: boxOf(sockets.hb),
  };
  const iopub = openIopub(sockets.iopub, { session, sign, log });
  const answerOn =
    (box: Outbox, type?: string) =>
    (to: Message, content: object): string => {
      const header = newHeader(type ?? to.header.msg_type.replace(/_request$/, "_reply"), session);
      const { identities, header: parent } = to;
      const message = { identities, header, parent, metadata: {}, content: { ...content } };
      box.put(encode({ ...message, buffers: [] }, sign));
      return header.msg_id;
    };

  const info = kernelInfo();
  const history = createHistory();
  const standIn = createStandIn();
  const shell = createShell({
    standIn,
    iopub,
    history,
    info,
    log,
    reply: answerOn(boxes.shell),
    ask: (request) => cells.tell({ type: "request", request }),
  });
  const stdin = createStdin({
    running: shell.running,
    send: answerOn(boxes.stdin, "input_request"),
    answer: (line, holds) => cells.line(line, holds),
  });
  const place = { connectionFile, key: connection.key };
  const snapshots = snapshotStore(takeAfterRestart(place));
  const cells = superviseCells(first, {
    snapshots,
    iopub,
    isBusy: shell.isBusy,
    running: shell.running,
    latest: shell.latest,
    count: shell.count,
    published(publication) {
      history.take(publication);
      iopub.publish(publication);
    },
    isCurrent: shell.isCurrent,
    answered(id, content) {
      if (shell.isCurrent(id)) stdin.forget();
      shell.answered(id, content);
    },
    kept: standIn.keep,
    lost(content) {
      stdin.forget();
      standIn.forget();
      shell.lost(content);
    },
    input: stdin.ask,
    debug: {
      hear: (line) => debug.hear(line),
      leave: () => debug.leave(),
      take: () => debug.take(),
      moved: () => debug.moved(),
    },
  });
  const debug = debuggerOnDemand({
    language: kernelLanguage(),
    order: cells.order,
    ready: cells.ready,
    publish: (content) =>
      iopub.publish({ type: "debug_event", parent: {}, content: { ...content } }),
  });
  const interrupt = () => {
    standIn.end();
    cells.interrupt();
  };
  process.on("SIGINT", interrupt);
  const end = () => {
    standIn.end();
    cells.end();
    endProcess();
  };
  const shutDown = async (restart: boolean) => {
    const unheard = setTimeout(end, closing);
    snapshots.lose();
    const inheritance = snapshots.inheritance();
    if (restart && inheritance?.lost.length) leaveForRestart(place, inheritance);
    await cells.close(() => {
      clearTimeout(unheard);
      setTimeout(end, exiting);
    });
    await Promise.all([boxes.shell.emptied(), boxes.control.emptied(), iopub.emptied()]);
    setTimeout(end, linger);
  };
  const takeControl = control({
    iopub,
    info,
    subshells: shell.subshells,
    idle: shell.idle,
    interrupt,
    debug: debug.answer,
    shutDown: (restart) => void shutDown(restart),
  });

  const drop = dropLog(log);
  const listen = async (
    socket: AsyncIterable<Uint8Array[]>,
    take: (message: Message) => void,
  ): Promise<void> => {
    // Node hears signals last in each turn of its loop: one that has come before a request is not to end that. All
    // channels wait alike, so that what was sent first on one of them is taken before what came later on another.
    for await (const frames of socket) setImmediate(heard, frames, take);
  };
  const heard = (frames: Uint8Array[], take: (message: Message) => void): void => {
    try {
      take(decode(frames, sign));
    } catch (error) {
      drop((error as Error).message);
    }
  };
  const onControl = (box: Outbox) => (message: Message) =>
    takeControl(message, (content) => answerOn(box)(message, content));
  // Clients older than protocol 5.3 have no control channel.
  const isControl = ({ header }: Message) => /^(shutdown|interrupt)_request$/.test(header.msg_type);
  const onShell = onControl(boxes.shell);
  const takeShell = (message: Message) =>
    isControl(message) ? onShell(message) : shell.receive(message);
  await Promise.all([
    listen(sockets.shell, takeShell),
    listen(sockets.control, onControl(boxes.control)),
    listen(sockets.stdin, stdin.receive),
    (async () => {
      for await (const frames of sockets.hb) boxes.hb.put(frames);
    })(),
  ]);
}
