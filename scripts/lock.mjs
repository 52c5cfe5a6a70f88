// One process at a time installs or builds; a second waits, then finds the work done.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./link.mjs";

const patience = 10 * 60_000; // longer than any install: an older lock was left by a process that was killed

/** Does the work while no other process of this project does work of the same name. */
export function withLock(name, work) {
  const path = join(root, ".cache", `${name}.lock`);
  mkdirSync(join(root, ".cache"), { recursive: true });
  while (!take(path)) {
    if (isLeftBehind(path)) rmSync(path, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
  try {
    return work();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function isLeftBehind(path) {
  try {
    if (Date.now() - statSync(path).mtimeMs > patience) return true;
    const owner = Number(readFileSync(path, "utf8"));
    if (!owner) return false; // made this instant, its number not yet written
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}
