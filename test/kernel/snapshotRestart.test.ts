import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { leaveForRestart, takeAfterRestart } from "../../src/kernel/snapshot/restartFile.js";
import { snapshotStore } from "../../src/kernel/snapshot/snapshotStore.js";
import { type Client, startClient } from "./client.js";

const folder = mkdtempSync(join(tmpdir(), "rederive-snapshot-"));
const place = { connectionFile: join(folder, "kernel-1.json"), key: "k" };
const file = `${place.connectionFile}.snapshot`;
const snapshotOf = (names: string[], cell = 1) => ({
  cell,
  at: 0,
  bytes: new Uint8Array([1, 2]),
  names,
  leftOut: {},
});
const inheritance = { on: true, lost: [snapshotOf(["a"])] };

const files = suite("kernel: the file that a restart leaves");
files.after(() => rmSync(folder, { recursive: true }));

files("it is the reader's alone, is read once and is gone then", () => {
  writeFileSync(file, "of before");
  chmodSync(file, 0o644);
  leaveForRestart(place, inheritance);
  if (process.platform !== "win32") assert.is(statSync(file).mode & 0o777, 0o600);
  const taken = takeAfterRestart(place);
  assert.is(taken?.on, true);
  assert.equal([...(taken?.lost[0].bytes ?? [])], [1, 2]);
  assert.not(existsSync(file));
  assert.is(takeAfterRestart(place), undefined);
});

const damages: [what: string, damage: () => void, key?: string][] = [
  ["is cut short", () => writeFileSync(file, readFileSync(file).subarray(0, 40))],
  ["is shorter than its proof", () => writeFileSync(file, "x")],
  [
    "has one bit turned",
    () => {
      const all = readFileSync(file);
      all[all.length - 1] ^= 1;
      writeFileSync(file, all);
    },
  ],
  ["is another kernel's", () => {}, "other"],
];
for (const [what, damage, key = place.key] of damages) {
  files(`one that ${what} is not read, and deleted`, () => {
    leaveForRestart(place, inheritance);
    damage();
    const taken = takeAfterRestart({ ...place, key });
    assert.equal(taken?.lost, []);
    assert.match(String(taken?.damage), /is damaged, or another kernel's$/);
    assert.not(existsSync(file));
  });
}

files("what was lost stays until it is restored, or taken anew under all of its names", () => {
  const store = snapshotStore();
  const take = (...names: string[]) =>
    store.take({ type: "snapshot", on: true, snapshot: snapshotOf(names, names.length) });
  const lost = () => store.inheritance()?.lost.map(({ names }) => names.join());
  assert.equal(store.lose(), []);
  take("a", "b");
  assert.equal(store.lose(), ["jupyter.restore() brings back, as cell 2 left them: a, b."]);
  take("c");
  store.lose();
  assert.equal(lost(), ["c", "a,b"]);
  take("a", "b", "c");
  store.lose();
  assert.equal(lost(), ["a,b,c"]);
  store.take({ type: "restored" });
  take("d");
  store.lose();
  assert.equal(lost(), ["d"]);
  take("a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9");
  assert.match(store.lose()[0], /as cell 9 left them: a1, .*, a8 and 2 more\.$/);
  store.take({ type: "snapshot", on: false });
  assert.equal(store.inheritance(), { on: false, lost: [], damage: undefined });
});
files.run();

const restarts = suite("kernel: snapshots over a restart");
const pathOf = (client: Client) => join(client.folder, "connection.json.snapshot");
const valueOf = async (client: Client, code: string) => {
  const { reply, outputs } = await client.execute(code);
  assert.is(reply.status, "ok", reply.evalue);
  const shown = outputs.find(({ type }) => type === "execute_result");
  return (
    shown?.content.data["text/plain"] ?? outputs.find(({ type }) => type === "stream")?.content.text
  );
};

restarts(
  "a restart, even of a kernel that loops, leaves what the last cell had; an end leaves nothing",
  async () => {
    const [first, other] = [await startClient(), await startClient()];
    let second: Client | undefined;
    try {
      for (const one of [first, other]) {
        await valueOf(one, 'jupyter.snapshot("on"); const kept = new Map([["n", 1]]);');
      }
      await valueOf(other, 'kept.set("n", 2);');
      const from = first.heard.length;
      void first.execute('console.log("begun"); for (;;);').catch(() => {});
      await first.until(() =>
        first.heard.slice(from).some(({ content }) => content.text === "begun\n"),
      );
      first.send("control", "shutdown_request", { restart: true });
      await first.exited;
      if (process.platform !== "win32") assert.is(statSync(pathOf(first)).mode & 0o777, 0o600);
      await first.stop(true);
      second = await startClient({ after: first });
      assert.is(await valueOf(second, "typeof (globalThis as any).kept"), "undefined");
      assert.not(existsSync(pathOf(second)), "it is in memory again");
      assert.match(await valueOf(second, "jupyter.restore()"), /^Restored as cell 1 .*: kept\.\n$/);
      assert.is(await valueOf(second, "kept.get('n')!.toFixed(1)"), "1.0", "of its own kernel");
      assert.is(await valueOf(second, "jupyter.snapshot().on"), "true", "and snapshots go on");
      for (const one of [second, other]) {
        one.send("control", "shutdown_request", { restart: false });
        await one.exited;
        assert.not(existsSync(pathOf(one)));
      }
    } finally {
      for (const one of [second, first, other]) await one?.stop();
    }
  },
);

restarts(
  "without snapshots a restart leaves no file, and one that is damaged is said",
  async () => {
    const first = await startClient();
    let second: Client | undefined;
    try {
      await valueOf(first, "const a = 1;");
      first.send("control", "shutdown_request", { restart: true });
      await first.exited;
      assert.not(existsSync(pathOf(first)));
      writeFileSync(pathOf(first), "nonsense");
      await first.stop(true);
      second = await startClient({ after: first });
      assert.match(
        await valueOf(second, "jupyter.restore()"),
        /^There is nothing to restore: the file that the restart has left is damaged/,
      );
      assert.not(existsSync(pathOf(second)));
    } finally {
      for (const one of [second, first]) await one?.stop();
    }
  },
);
restarts.run();
