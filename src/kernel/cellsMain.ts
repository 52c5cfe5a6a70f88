import { Socket } from "node:net";
import { MessageChannel, Worker } from "node:worker_threads";
import {
  answerKeeper,
  endChains,
  guardEntrances,
  leaveSigintToGuards,
  sharedNumbers,
} from "../session/beside.js";
import { messageReader, sendAtOnce } from "./between/channel.js";
import { endProcess } from "./processes/endProcess.js";
import { files } from "./between/files.js";
import { awaitLine } from "./between/heldLine.js";
import type { KeeperData } from "./keeper.js";
import type { FromCells, ToCells } from "./between/messages.js";
import { openCells } from "./cells/openCells.js";

// The cells' process, a child of the sockets' process: its main thread runs the cells, the keeper ends them.

/** Bytes of orders that are read at once. */
const size = 1 << 16;

const shared = new Int32Array(new SharedArrayBuffer(4 * sharedNumbers));
leaveSigintToGuards(shared);
endChains(shared);
const tell = (message: FromCells) => sendAtOnce(files.told, message, endProcess);
const { port1, port2 } = new MessageChannel();
const take = openCells(tell, shared, (ask) => awaitLine(shared, port1, ask));
guardEntrances();
answerKeeper(shared);
const read = messageReader((message) => take(message as ToCells));
// Read past the events of a stream: a guard stands at those, and what it ends must not be the hearing of orders.
const onread = {
  buffer: Buffer.alloc(size),
  callback(length: number, buffer: Uint8Array) {
    read(Buffer.from(buffer.subarray(0, length)));
    return true;
  },
};
const options = { fd: files.orders, readable: true, writable: false, onread };
const orders = new Socket(options);
orders.on("close", endProcess).resume();
const workerData: KeeperData = { shared, lines: port2 };
new Worker(new URL("./keeper.js", import.meta.url), {
  workerData,
  transferList: [port2],
  execArgv: [],
});
