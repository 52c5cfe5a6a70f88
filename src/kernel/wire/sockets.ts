import { Router, XPublisher } from "zeromq";
import { type Connection } from "./connection.js";
import { curveOptions } from "./curve.js";

/** Largest frame that is taken, in bytes; a stranger on the machine could otherwise fill its memory. */
const maxMessageSize = 256 * 2 ** 20;

/** The five sockets, listening. */
export async function bindSockets({ addresses, curve }: Connection) {
  // No message is lost because a client is slow; a cell's output has its own limit.
  const sending = { maxMessageSize, sendHighWaterMark: 0, ...curveOptions(curve) };
  const options = { ...sending, receiveHighWaterMark: 0 };
  const shell = new Router(options);
  const control = new Router(options);
  const stdin = new Router(options);
  const hb = new Router(options);
  const iopub = new XPublisher({ ...sending, verbosity: "allSubs" });
  await Promise.all([
    shell.bind(addresses.shell),
    control.bind(addresses.control),
    stdin.bind(addresses.stdin),
    hb.bind(addresses.hb),
    iopub.bind(addresses.iopub),
  ]);
  return { shell, control, stdin, hb, iopub };
}
