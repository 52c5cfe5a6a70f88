import { isBuiltin } from "node:module";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type Client, startClient } from "./client.js";
import { press, ways } from "./interruptCase.js";
import { fileOf, spawned } from "./shapes/shape.js";

/** A native call that nothing can end. */
interface Family {
  what: string;
  /** The cell; "begun" is printed where nothing can end the call any more. */
  cell: string;
  /** Whether `npm test` tries it: it takes no time of the processor, or differs between versions of Node. */
  often: boolean;
}

/** Longest time for which an answer is waited, in seconds: no measure of speed. */
const longest = 120;

const begun = 'console.log("begun");';

const waiting = (what: string, cell: string): Family => ({ what, cell, often: true });

/**
 * One that computes for some seconds, on any machine: its input is as large as the processor's time for smaller ones says.
 *
 * @param prepare makes the input of a size
 */
const working = (what: string, from: number, prepare: string, call: string): Family => ({
  what,
  cell: `
    const prepare: (n: number) => any = ${prepare};
    const call: (input: any) => unknown = ${call};
    const spent = (n: number): number => {
      const input = prepare(n), before = process.cpuUsage();
      call(input);
      return process.cpuUsage(before).user;
    };
    let n = ${from}, took = 0;
    // The first call of a module loads it, too.
    while (took < 5e4) {
      n *= 2;
      took = Math.min(spent(n), spent(n));
    }
    const input = prepare(Math.round(n * (1.5e6 / took)));
    ${begun} call(input); 0`,
  often: false,
});

/** Node has had a database of its own since version 22. */
const databases: Family[] = [
  {
    ...working(
      "a query of a database",
      1000,
      "(n) => n",
      `(n) => new (require("node:sqlite").DatabaseSync)(":memory:")
        .prepare("WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < ?) SELECT count(*) FROM c")
        .get(n)`,
    ),
    often: true,
  },
].filter(() => isBuiltin("node:sqlite"));

const families: Family[] = [
  waiting(
    "execSync of a child that ignores SIGINT",
    `${spawned} execSync("trap '' INT; echo begun; sleep 2", { stdio: "inherit" });`,
  ),
  waiting(
    "spawnSync of a program of another session",
    `${spawned} spawnSync("setsid", ["sh", "-c", "echo begun; sleep 2"], { stdio: "inherit" }).status;`,
  ),
  waiting(
    "a read of a pipe that nobody writes to yet",
    `${spawned} ${fileOf("x", "")} execSync("mkfifo " + file + ".fifo"); spawn("setsid", ["sh", "-c", "exec > " + file + ".fifo; sleep 2; echo x"], { detached: true }); const opened = fs.openSync(file + ".fifo", "r"); ${begun} fs.readSync(opened, Buffer.alloc(9)); fs.closeSync(opened);`,
  ),
  working(
    "a sort without comparator",
    1000,
    "(n) => Array.from({ length: n }, (_, i) => (i * 7919) % 1_000_003)",
    "(numbers) => numbers.sort()",
  ),
  working(
    "compression",
    1000,
    "(n) => Buffer.from(Array.from({ length: n }, (_, i) => (i * i) % 251))",
    '(bytes) => require("node:zlib").brotliCompressSync(bytes)',
  ),
  working(
    "a derived key",
    1000,
    "(n) => n",
    '(n) => require("node:crypto").pbkdf2Sync("a", "b", n, 64, "sha512")',
  ),
  // Numbers of many digits halfway between two doubles: short ones would fill the memory before the time is up.
  working(
    "the reading of JSON",
    1000,
    '(n) => `[${`9007199254740993.${"0".repeat(750)}1,`.repeat(n)}0]`',
    "(text) => JSON.parse(text)",
  ),
  working(
    "a search by a regular expression that never goes back",
    1000,
    '(n) => "ab".repeat(n)',
    '(text) => text.replace(/b/g, "")',
  ),
  ...databases,
];

/**
 * A suite of native calls that are interrupted.
 *
 * @param isMeant picks the families
 */
export function nativeCalls(name: string, isMeant: (family: Family) => boolean) {
  const test = suite(name);
  let client: Client;
  test.before(async () => {
    client = await startClient();
    await client.execute("const keep = 41;");
  });
  test.after(() => client.stop());

  for (const [i, { what, cell }] of families.filter(isMeant).entries()) {
    const way = ways[i % ways.length];
    test(`${what}, by ${way}: the cell says at once and once that it is in a native call, and is answered when that returns`, async () => {
      const id = client.send("shell", "execute_request", { code: `{ ${cell} }` });
      const about = () => client.heard.filter(({ parent }) => parent.msg_id === id);
      const shows = (field: string, text: string) =>
        client.until(
          () => about().some(({ content }) => String(content[field]).includes(text)),
          longest,
        );
      await shows("text", "begun");
      for (let i = 0; i < 3; i++) press(client, way);
      await shows("text", "native call");
      await shows("execution_state", "idle");
      const stderr = about().filter(({ content }) => content.name === "stderr");
      assert.match(
        stderr.map(({ content }) => content.text).join(""),
        /^cell \d+ is in a native call; it ends when that returns\. To give it up: Kernel, Restart\.\n$/,
      );
      assert.equal(
        about().flatMap(({ content }) => content.ename ?? []),
        ["Interrupted"],
      );
      const next = await client.execute("keep + 1");
      const result = next.outputs.find(({ type }) => type === "execute_result");
      assert.is(result?.content.data["text/plain"], "42");
    });
  }
  return test;
}
