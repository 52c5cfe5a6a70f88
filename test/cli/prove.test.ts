import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { prove as proveHere } from "../../src/index.js";
import { library } from "../../src/derive/library/library.js";
import { addRest } from "../../src/derive/library/rest.js";
import { childrenOf, eventually, rederive, scratch, start } from "../run/scratch.js";

const test = suite("cli: prove");
const place = scratch();
const main = join(import.meta.dirname, "..", "..", "dist", "cli", "main.js");
test.after(() => place.remove());

const file = (name: string, claims: unknown) => place.write(name, JSON.stringify(claims));
const prove = (...args: string[]) => rederive(["prove", ...args], place.folder);
const claim = (id: string, lhs: string, rhs: string, more = {}) => ({ id, lhs, rhs, ...more });

const square = claim("square", "(a+b)^2", "a^2 + 2*a*b + b^2");
const slip = claim("slip", "(a+b)^2", "a^2 + b^2");
const unread = claim("unread", "2 +* 3", "5");
const open = claim("open", "foo(x)", "bar(x)");

test("the program grades an example of each function as its sources do", async () => {
  addRest();
  const texts = [...library.values()].map(({ examples: [first] }) => first.claim);
  const claims = texts.map((text) => {
    const [, lhs, relation, rhs] = /^(.*?) (<=>|=>|<=|>=|!=|<|>|=) (.*)$/.exec(text) ?? [];
    return claim(text, lhs, rhs, { relation });
  });
  const { stdout } = await prove(file("examples.json", claims));
  const found = (JSON.parse(stdout) as { id: string; grade: string }[]).map(
    ({ id, grade }) => `${id}: ${grade}`,
  );
  assert.equal(
    found,
    texts.map((text) => `${text}: ${proveHere(text).grade}`),
  );
});

test("claims are graded in their order, each with its evidence", async () => {
  const { code, stdout, stderr } = await prove(file("claims.json", [square, slip, open]));
  const found = JSON.parse(stdout);
  assert.equal(
    found.map(({ id, grade }: { id: string; grade: string }) => [id, grade]),
    [
      ["square", "proved"],
      ["slip", "refuted"],
      ["open", "unknown"],
    ],
  );
  for (const one of found) {
    assert.equal(Object.keys(one), [
      "id",
      "grade",
      "conditions",
      "witness",
      "method",
      "rules",
      "reason",
      "ms",
    ]);
    assert.ok(one.ms >= 0);
  }
  assert.equal(Object.keys(found[1].witness), ["point", "lhs", "rhs"]);
  assert.match(stderr, /^rederive prove: 1 of 3 claims refuted: slip\n$/);
  assert.is(code, 1);
});

test("--explain says under each claim by which rules it was graded and what these suppose; JSON has their ids", async () => {
  const claims = file("explained.json", [square, slip, unread]);
  const words = await prove(claims, "--explain");
  const lines = words.stdout.trimEnd().split("\n");
  assert.match(lines[0], /^square ■ proved: both sides have the same normal form/);
  assert.match(lines[1], /^ {2}normal-form: Both sides are brought to one form.*\.$/);
  assert.match(lines[2], /^ {4}Side condition: what is divided by is not 0.*\.$/);
  assert.ok(lines.some((line) => line.startsWith("  counterexample-exact: ")));
  // Of what cannot be read nothing was tried.
  assert.not.match(
    words.stdout.slice(words.stdout.indexOf("unread □ unknown: malformed: ")),
    /Side/,
  );
  assert.is(words.code, 1);
  const { stdout } = await prove(claims, "--explain", "--json");
  assert.equal(
    JSON.parse(stdout).map((one: { rules: string[] }) => one.rules),
    [
      ["normal-form", "second-opinion"],
      ["counterexample-exact", "sample-points", "second-opinion"],
      [],
    ],
  );
});

test("unknown claims exit 0, and 1 where they are required to be proved", async () => {
  const path = file("open.json", [square, open]);
  assert.is((await prove(path)).code, 0);
  const { code, stderr } = await prove(path, "--require", "proved");
  assert.is(code, 1);
  assert.match(stderr, /^rederive prove: 1 of 2 claims not proved: open$/m);
  const conditional = claim("conditional", "x/x", "1");
  assert.is((await prove(file("if.json", [conditional]), "--require", "proved")).code, 0);
  assert.is((await prove(path, "--require", "tested")).code, 2);
});

test("a malformed claim is unknown, exits 1 and leaves the others alone", async () => {
  const twice = { ...square, id: "slip" };
  const list = [7, slip, unread, { id: "bare" }, twice, square];
  const { code, stdout } = await prove(file("bad.json", list));
  const found = JSON.parse(stdout) as { id: string | null; grade: string; reason: string | null }[];
  assert.is(code, 1);
  assert.equal(
    found.map(({ id, grade }) => `${id} ${grade}`),
    [
      "null unknown",
      "slip refuted",
      "unread unknown",
      "bare unknown",
      "slip unknown",
      "square proved",
    ],
  );
  for (const i of [0, 2, 3, 4]) assert.match(found[i].reason ?? "", /^malformed: /);
});

test("an end by the clock is named and is no verdict: exit 2", async () => {
  const power = (id: string) => claim(id, "(x+y+z+1)^60", "(x+y+z+1)^60 + 1");
  const path = file("slow.json", [power("first"), power("second")]);
  const { code, stdout, stderr } = await prove(path, "--timeout", "0.0001");
  const found = JSON.parse(stdout) as { grade: string; reason: string }[];
  const reason = "gave up at the time limit of 0.0001 s (raise it with --timeout)";
  for (const one of found) assert.equal([one.grade, one.reason], ["unknown", reason]);
  assert.match(stderr, /^rederive prove: first: gave up at the time limit of 0\.0001 s/m);
  assert.match(stderr, /^rederive prove: second: gave up/m);
  assert.is(code, 2);
});

test("a process that ends under a claim costs that claim only", async () => {
  if (!existsSync("/proc/self")) return console.log("skipped: ending a grader: no /proc is here");
  const count = 3000;
  const many = Array.from({ length: count }, (_, i) =>
    claim(`c${i}`, `(x+${i})^2`, `x^2 + ${2 * i}*x + ${i * i}`),
  );
  const { child, pid, done } = start(["prove", file("many.json", many)], place.folder);
  let killed = 0;
  child.stdout.on("data", (text: string) => {
    if (killed || !text.includes("c100")) return;
    const graders = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
    for (const grader of graders) process.kill(Number(grader), "SIGKILL");
    killed = graders.length;
  });
  const found = JSON.parse((await done).stdout) as { id: string; grade: string; reason: string }[];
  assert.equal(
    found.map(({ id }) => id),
    many.map(({ id }) => id),
  );
  const lost = found.filter(({ grade }) => grade !== "proved");
  assert.ok(lost.length >= 1 && lost.length <= killed, `${lost.length} lost, ${killed} ended`);
  for (const { reason } of lost) assert.match(reason, /^gave up at a (fault|process)/);
  assert.ok(await eventually(() => childrenOf(pid).length === 0));
});

test("claims come from the standard input too, with a byte order mark or none", () => {
  const run = (input: string) =>
    spawnSync(process.execPath, [main, "prove", "-"], { input, encoding: "utf8" });
  const { status, stdout } = run(`\uFEFF${JSON.stringify([square])}`);
  assert.is(status, 0);
  assert.is(JSON.parse(stdout)[0].grade, "proved");
  assert.is(run("[]").stdout, "[]\n");
  assert.is(run("[]").status, 0);
  assert.match(
    run("").stderr,
    /^rederive: prove: standard input: line 1, column 1: expected a value/,
  );
});

test("results are printed as they come, and a reader that leaves ends the command", async () => {
  const many = Array.from({ length: 2000 }, (_, i) => claim(`c${i}`, `x + ${i}`, `${i} + x`));
  const child = spawn(process.execPath, [main, "prove", file("stream.json", many)]);
  const first = await new Promise<string>((done) =>
    child.stdout.setEncoding("utf8").once("data", done),
  );
  assert.match(first, /^\[/);
  assert.is(first.includes("c1999"), false);
  child.stdout.destroy();
  await new Promise((done) => child.on("close", done));
  assert.ok(await eventually(() => childrenOf(child.pid as number).length === 0));
});

test("a file that cannot be used is a sentence and exit 2", async () => {
  const fell = async (path: string) => {
    const { code, stderr, stdout } = await prove(path);
    assert.is(code, 2);
    assert.is(stdout, "");
    return stderr;
  };
  assert.match(await fell("none.json"), /^rederive: prove: cannot read none.json: ENOENT/);
  assert.match(
    await fell(place.write("cut.json", '[{"id": "a",')),
    /cut.json: line 1, column 13: expected a key/,
  );
  assert.match(
    await fell(file("one.json", square)),
    /must be a JSON array of claims, got an object/,
  );
  assert.is((await prove()).code, 2);
  assert.match((await prove("--help")).stdout, /--require <grade>/);
});

test.run();
