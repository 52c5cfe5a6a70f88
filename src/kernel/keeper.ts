import { Socket } from "node:net";
import { createInterface } from "node:readline";
import { type MessagePort, workerData } from "node:worker_threads";
import {
  codeEnder,
  endCompiler,
  interruptQuestion,
  isHeard,
  notePress,
} from "../session/beside.js";
import { type InspectorRequest, inspectorRelay } from "./between/inspectorRelay.js";
import { endProcess } from "./processes/endProcess.js";
import { files } from "./between/files.js";
import { giveLine, type Line, wakeLine } from "./between/heldLine.js";

// The keeper: the thread of the cells' process that hears the sockets' process whatever the cells' thread does. It ends
// what holds that thread, and the process when nobody is there any more that could ask it anything.

/** How often a compiler that is asked while a cell is to end is ended, in milliseconds. */
const interval = 250;

export interface KeeperData {
  shared: Int32Array;
  /** Takes what a reader has answered to a cell that holds its thread. */
  lines: MessagePort;
}

function keep({ shared, lines }: KeeperData): void {
  const sockets = new Socket({ fd: files.keeper });
  const relay = inspectorRelay((line) => sockets.write(`${line}\n`));
  const ender = codeEnder(shared, {
    tell: (obstacle) => sockets.write(`${obstacle}\n`),
    letGo: relay.letGo,
  });
  let timer: NodeJS.Timeout | undefined;
  const end = (press: number) => {
    if (isHeard(shared, press)) return;
    if (!endCompiler(shared)) ender.begin(press);
    timer = setTimeout(end, interval, press);
  };
  const orders: Record<string, (press: number) => void> = {
    question(press) {
      if (isHeard(shared, press)) return; // it comes late: another cell may ask by now
      notePress(shared, press);
      interruptQuestion(shared);
      wakeLine(shared);
    },
    end,
    rest() {
      clearTimeout(timer);
      ender.rest();
    },
    debug: relay.open,
    undebug: relay.close,
  };
  const hear = createInterface({ input: sockets });
  hear.on("line", (order) => {
    if (!order.startsWith("{")) {
      const [name, press] = order.split(" ");
      return orders[name](Number(press));
    }
    const said = JSON.parse(order) as Line | InspectorRequest;
    if ("method" in said) relay.post(said);
    else giveLine(shared, lines, said);
  });
  hear.on("error", endProcess); // where Node tells of an error of the pipe
  sockets.on("close", endProcess);
}

keep(workerData as KeeperData);
