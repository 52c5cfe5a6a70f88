import { getHashes } from "node:crypto";
import { readFileSync } from "node:fs";
import { type CurveKeys, curveKeys } from "./curve.js";

/** The five sockets of a kernel. */
export const channels = ["shell", "control", "iopub", "stdin", "hb"] as const;

export type Channel = (typeof channels)[number];

/** Where a kernel listens, the key by which it knows its clients, and those by which it encrypts, if it is to. */
export interface Connection {
  addresses: Record<Channel, string>;
  scheme: string;
  key: string;
  curve?: CurveKeys;
}

const loopback = ["127.0.0.1", "localhost", "::1"];

/**
 * Reads the connection file that Jupyter writes for a kernel.
 *
 * @throws Error if it cannot be read, or asks for something that this kernel refuses: another address than the
 *   loopback, an unknown signature, half a pair of keys
 */
export function readConnection(path: string): Connection {
  return parseConnection(readFileSync(path, "utf8"));
}

/** Characters of a text that a message repeats, on one line of a terminal. */
const lineLength = 80;

/** @throws Error as `readConnection` */
export function parseConnection(text: string): Connection {
  const fail = (what: string, value: unknown): never => {
    throw new Error(`connection file: ${what}, got ${JSON.stringify(value)}`);
  };
  const file = parseObject(text) ?? fail("it must be a JSON object", text.slice(0, lineLength));
  const { transport = "tcp", ip, key = "", signature_scheme: scheme = "hmac-sha256" } = file;
  if (transport !== "tcp" && transport !== "ipc") fail("transport must be tcp or ipc", transport);
  if (typeof ip !== "string") return fail("ip must be a text", ip);
  if (transport === "tcp" && !loopback.includes(ip)) {
    fail(`ip must be one of the loopback's, ${loopback.join(", ")}`, ip);
  }
  if (typeof key !== "string") return fail("key must be a text", key);
  const algorithm = typeof scheme === "string" ? /^hmac-(\w+)$/.exec(scheme)?.[1] : undefined;
  if (!algorithm || !getHashes().includes(algorithm)) {
    fail("signature_scheme must be hmac- and a digest that Node knows", scheme);
  }
  const addressOf = (channel: Channel) => {
    const port = file[`${channel}_port`];
    if (typeof port !== "number" || !Number.isInteger(port) || port < 1 || port > 65535) {
      return fail(`${channel}_port must be an integer from 1 to 65535`, port);
    }
    if (transport === "ipc") return `ipc://${ip}-${port}`;
    return `tcp://${ip.includes(":") ? `[${ip}]` : ip}:${port}`;
  };
  const addresses = Object.fromEntries(channels.map((name) => [name, addressOf(name)]));
  return {
    addresses: addresses as Connection["addresses"],
    scheme: String(scheme),
    key,
    curve: curveKeys(file, fail),
  };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
