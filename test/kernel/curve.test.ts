import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { curveKeyPair, Dealer, Request, type Socket, Subscriber } from "zeromq";
import { channels, type Connection } from "../../src/kernel/wire/connection.js";
import { bindSockets } from "../../src/kernel/wire/sockets.js";

const test = suite("kernel: encrypted sockets");

const pair = curveKeyPair();
const stranger = curveKeyPair();
const curve = { publicKey: pair.publicKey, secretKey: pair.secretKey };

/** What a client opens its sockets with: jupyter_client's own, its heartbeat's, and two that must not be heard. */
const clients: Record<string, object> = {
  "with the pair": clientKeys(pair, pair.publicKey),
  "with keys of its own that knows the public one": clientKeys(curveKeyPair(), pair.publicKey),
  "without a key": {},
  "that takes the kernel for another": clientKeys(pair, stranger.publicKey),
};

function clientKeys(own: typeof pair, server: string) {
  const { publicKey: curvePublicKey, secretKey: curveSecretKey } = own;
  return { curvePublicKey, curveSecretKey, curveServerKey: server };
}

/** Time in which a message has come or never does where one of the same moment has come, in milliseconds. */
const receiveTimeout = 400;

/** Time for the first one on a slow machine. */
const patience = 20_000;

/** For each socket, by name, the clients that it hears; of iopub those that hear it. */
async function heardBy(transport: "tcp" | "ipc", keys: Connection["curve"]) {
  const folder = mkdtempSync(join(tmpdir(), "rederive-curve-"));
  const addressOf = (name: string) =>
    transport === "ipc" ? `ipc://${join(folder, name)}` : "tcp://127.0.0.1:*";
  const named = channels.map((name) => [name, addressOf(name)] as const);
  const addresses = Object.fromEntries(named) as Connection["addresses"];
  const sockets = await bindSockets({ addresses, scheme: "hmac-sha256", key: "", curve: keys });
  const opened: Socket[] = Object.values(sockets);
  const open = <S extends Socket>(socket: S, channel: keyof typeof sockets): S => {
    socket.connect(sockets[channel].lastEndpoint as string);
    opened.push(socket);
    return socket;
  };
  const heard: Record<string, string[]> = {};
  const names = Object.keys(clients);
  try {
    const subscribers = names.map((name) => {
      const options = { ...clients[name], linger: 0, receiveTimeout };
      const socket = open(new Subscriber(options), "iopub");
      socket.subscribe();
      return socket;
    });
    for (const channel of ["shell", "control", "stdin", "hb"] as const) {
      const got = (heard[channel] = [] as string[]);
      for (const name of names) {
        const options = { ...clients[name], linger: 0, sendTimeout: 0 };
        const made = channel === "hb" ? new Request(options) : new Dealer(options);
        void open(made, channel)
          .send(name)
          .catch(() => {}); // nobody is there who takes it
      }
      sockets[channel].receiveTimeout = patience;
      for (;;) {
        const frames = await sockets[channel].receive().catch(() => undefined);
        if (!frames) break;
        got.push(String(frames.at(-1)));
        sockets[channel].receiveTimeout = receiveTimeout;
      }
    }
    await sockets.iopub.send("published"); // those who could subscribe have done so by now
    const texts = subscribers.map((socket) => socket.receive().catch(() => undefined));
    const came = await Promise.all(texts);
    heard.iopub = names.filter((_, i) => came[i] !== undefined);
  } finally {
    for (const socket of opened) socket.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return Object.fromEntries(Object.entries(heard).map(([name, got]) => [name, got.sort()]));
}

const all = (...names: string[]) => Object.fromEntries(channels.map((one) => [one, names]));

for (const transport of ["tcp", "ipc"] as const) {
  test(`over ${transport} each of the five sockets speaks with those alone who know its key`, async () => {
    const expected = ["with keys of its own that knows the public one", "with the pair"];
    assert.equal(await heardBy(transport, curve), all(...expected));
  });
}

test("without keys it is a client without a key that is heard, and no other", async () => {
  assert.equal(await heardBy("tcp", undefined), all("without a key"));
});

test.run();
