import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const host = "127.0.0.1";
const channels = ["shell", "iopub", "stdin", "control", "hb"] as const;

/** Where a kernel is to listen, and the key by which it knows us. */
export interface ConnectionFile {
  path: string;
  key: string;
  addressOf(channel: (typeof channels)[number]): string;
  remove(): void;
}

/** Writes a connection file that only its owner can read: who reads the key can run code in the kernel. */
export async function writeConnectionFile(): Promise<ConnectionFile> {
  const ports = await freePorts(channels.length);
  const portOf = (channel: string) => ports[channels.indexOf(channel as "shell")];
  const key = randomBytes(32).toString("hex");
  const folder = mkdtempSync(join(tmpdir(), "rederive-client-")); // of mode 0700
  const path = join(folder, "connection.json");
  const content = {
    ...Object.fromEntries(channels.map((channel) => [`${channel}_port`, portOf(channel)])),
    ip: host,
    key,
    transport: "tcp",
    signature_scheme: "hmac-sha256",
    kernel_name: "",
  };
  writeFileSync(path, `${JSON.stringify(content, null, 1)}\n`, { mode: 0o600, flag: "wx" });
  return {
    path,
    key,
    addressOf: (channel) => `tcp://${host}:${portOf(channel)}`,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Ports that were free at the same time. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, listening));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

function listening(): Promise<Server> {
  return new Promise((done, refuse) => {
    const server = createServer();
    server.on("error", refuse);
    server.listen(0, host, () => done(server));
  });
}
