import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { derivation, type DerivationJSON } from "../../src/index.js";
import { type Memory, openMemory, verifyRecords } from "../../src/grade/index.js";
import { scratch } from "../run/scratch.js";

const test = suite("grade: what this machine has found before");
const place = scratch();
test.after(() => place.remove());

const limits = { timeout: 60, memory: 512 };
const record: DerivationJSON = JSON.parse(
  JSON.stringify(derivation("a.b").from("x + x").equals("2*x")),
);

/** A memory that tells what it was asked to keep. */
function watched(knows: boolean): Memory & { kept: string[] } {
  const kept: string[] = [];
  return { kept, has: () => knows, add: (text) => void kept.push(text) };
}

test("what was found again is kept, and is known when the memory is opened again", () => {
  const folder = join(place.folder, "one");
  openMemory(folder).add("x");
  const again = openMemory(folder);
  assert.ok(again.has("x"));
  assert.not.ok(again.has("y"));
  assert.is(readdirSync(folder).length, 1);
});
test("a record that is found again is kept; a typed, an earlier and an unreadable one is not", async () => {
  const memory = watched(false);
  const { version: _version, ...earlier } = record;
  const typed = { ...record, grade: "assumed" };
  const found = await verifyRecords([record, typed, earlier, { id: "a.b" }], limits, memory);
  assert.is(memory.kept.length, 1);
  assert.equal(found(record), { id: "a.b", derivation: record, problems: [] });
  assert.equal(found(typed).problems, ['grade: stored "assumed", found "proved"']);
  assert.equal(found(earlier), { id: "a.b", derivation: record, problems: [] });
  assert.match(found({ id: "a.b" }).problems[0], /it is no record of a derivation/);
});
test("a record that is known is not graded again, whatever the order of its keys", async () => {
  const turned = Object.fromEntries(Object.entries(record).reverse());
  const memory = openMemory(join(place.folder, "two"));
  await verifyRecords([record], limits, memory);
  const seen: string[] = [];
  const found = await verifyRecords([turned], limits, {
    has: (text) => memory.has(text),
    add: (text) => void seen.push(text),
  });
  assert.equal(seen, []);
  assert.equal(found(record).problems, []);
});
test("a relative XDG_CACHE_HOME would lie in the notes' folder and is not used", () => {
  const { XDG_CACHE_HOME: named, HOME: home } = process.env;
  const back = process.cwd();
  process.chdir(place.folder);
  process.env.HOME = join(place.folder, "home");
  try {
    process.env.XDG_CACHE_HOME = "cache";
    openMemory().add("relative");
    assert.not.ok(existsSync(join(place.folder, "cache")));
    assert.ok(openMemory().has("relative"));
    process.env.XDG_CACHE_HOME = join(place.folder, "own");
    openMemory().add("absolute");
    assert.ok(existsSync(join(place.folder, "own", "rederive")));
  } finally {
    process.chdir(back);
    Object.assign(process.env, { HOME: home, XDG_CACHE_HOME: named ?? "" });
  }
});
test("where it cannot be written nothing is lost, and what other engines found is forgotten in time", () => {
  const file = place.write("file", "");
  const memory = openMemory(join(file, "below"));
  memory.add("x");
  assert.ok(memory.has("x"));
  const folder = join(place.folder, "three");
  mkdirSync(folder);
  for (const name of ["found-again-old.txt", "found-again-new.txt", "mine.txt"]) {
    writeFileSync(join(folder, name), "");
    if (name !== "found-again-new.txt") utimesSync(join(folder, name), 0, 0);
  }
  openMemory(folder).add("x");
  const left = readdirSync(folder).filter((name) => !/[0-9a-f]{32}/.test(name));
  assert.equal(left, ["found-again-new.txt", "mine.txt"]);
});

test.run();
