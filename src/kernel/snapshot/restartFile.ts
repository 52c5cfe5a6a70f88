import { createHmac, timingSafeEqual } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import type { Inheritance } from "../../session/index.js";

// A restart ends both processes of a kernel. What the next one is to give back lies meanwhile in a file of the reader's own
// beside the connection file, which Jupyter keeps over a restart, and which holds the key that proves it to be this kernel's.

/** Where it lies, and by which key it is known. */
export interface RestartPlace {
  connectionFile: string;
  key: string;
}

/** The version of what is in the file; another one's is not read. */
const form = "rederive snapshot 1";

/** Bytes of an HMAC with SHA-256. */
const digestLength = 32;

const pathOf = ({ connectionFile }: RestartPlace) => `${connectionFile}.snapshot`;

const digestOf = ({ key }: RestartPlace, body: Buffer) =>
  createHmac("sha256", key).update(form).update(body).digest();

/** Leaves it for the kernel that follows. */
export function leaveForRestart(place: RestartPlace, inheritance: Inheritance): void {
  const body = serialize(inheritance);
  forget(place);
  // Nobody else may read it, and nothing that stands there is written to.
  writeFileSync(pathOf(place), Buffer.concat([digestOf(place, body), body]), {
    flag: "wx",
    mode: 0o600,
  });
}

/** Takes what the kernel before has left, of which no file remains. */
export function takeAfterRestart(place: RestartPlace): Inheritance | undefined {
  let all: Buffer;
  try {
    all = readFileSync(pathOf(place));
  } catch {
    return undefined; // there is none
  }
  forget(place);
  const body = all.subarray(digestLength);
  const digest = all.subarray(0, digestLength);
  if (digest.length === digestLength && timingSafeEqual(digest, digestOf(place, body))) {
    return deserialize(body) as Inheritance;
  }
  return { lost: [], damage: "the file that the restart has left is damaged, or another kernel's" };
}

function forget(place: RestartPlace): void {
  rmSync(pathOf(place), { force: true });
}
