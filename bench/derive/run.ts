// The 19 old claims and 60 steps of strangers' notes against SymPy, the rounds of all taking turns in one run:
// npm run bench:derive [-- --rounds 15]
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ClaimText } from "../../src/derive/claims/readClaims.js";
import { printGoals } from "./goals.js";
import { installPeer } from "./installPeer.js";
import { openPeer } from "./openPeer.js";
import { type Measured, median, note, type Times } from "./times.js";
import { wholeProcesses } from "./wholeProcesses.js";

const here = import.meta.dirname;
const root = join(here, "..", "..");
const rounds = Number(/--rounds[ =](\d+)/.exec(process.argv.join(" "))?.[1] ?? 15);
/** SymPy takes seconds for some of the steps. */
const roundsOfSteps = Math.min(rounds, 3);

const { gradeClaim } = (await import(
  join(root, "dist", "derive", "claims", "gradeClaim.js")
)) as typeof import("../../src/derive/claims/gradeClaim.js");
const { decide, decideAlone } = (await import(
  join(root, "dist", "derive", "opinion", "decide.js")
)) as typeof import("../../src/derive/opinion/decide.js");

function claimsOf(file: string): ClaimText[] {
  const claims = JSON.parse(readFileSync(file, "utf8")) as Omit<ClaimText, "relation">[];
  return claims.map((claim) => ({ ...claim, relation: "=" as const }));
}

function enginePass(claims: ClaimText[], times: Times, by: typeof decide): void {
  for (const claim of claims) {
    const { grade, ms } = gradeClaim(claim, () => performance.now(), by);
    if (!grade.startsWith("proved")) throw new Error(`${claim.id} came out as ${grade}`);
    note(times, claim.id, ms);
  }
}

async function warm(python: string, file: string, procedures: ("cancel" | "simplify")[]) {
  const claims = claimsOf(file);
  const [engine, alone, cancel, simplify]: Times[] = [new Map(), new Map(), new Map(), new Map()];
  const peers = { cancel, simplify };
  const peer = openPeer(python, file);
  const discarded: Times = new Map();
  for (let pass = 0; pass < 20; pass++) {
    enginePass(claims, discarded, decide); // until its code is compiled
    enginePass(claims, discarded, decideAlone);
  }
  const isProved = Object.values(await peer.pass("cancel")).filter(({ proved }) => proved);
  const ids = isProved.map(({ id }) => id);
  for (let round = 0; round < (procedures.length > 1 ? rounds : roundsOfSteps); round++) {
    enginePass(claims, engine, decide);
    enginePass(claims, alone, decideAlone);
    for (const name of procedures) {
      for (const { id, ms } of await peer.pass(name, ids)) note(peers[name], id, ms);
    }
  }
  peer.close();
  return { engine, alone, cancel, simplify };
}

const column = (value?: number | string) =>
  (typeof value === "number" ? value.toFixed(2) : (value ?? "-")).padStart(10);

function print({ engine, alone, cancel, simplify }: Measured): void {
  for (const id of engine.keys()) {
    const cells = [engine, alone, cancel, simplify].map((times) => {
      const all = times.get(id);
      return column(all && median(all));
    });
    console.log(`${id.padEnd(6)}${cells.join("")}`);
  }
}

const python = installPeer();
const [oldFile, stepsFile] = [join(here, "claims.json"), join(here, "steps.json")];
const old = await warm(python, oldFile, ["cancel", "simplify"]);
const steps = await warm(python, stepsFile, ["cancel"]);
const whole = wholeProcesses(root, python, [oldFile, stepsFile], rounds);

console.log(
  `warm, milliseconds, median of ${rounds} rounds in turns (${roundsOfSteps} for the steps); SymPy's texts read\n` +
    "beforehand, ours inside the time; alone is rederive without its second opinion; - where SymPy proves nothing",
);
console.log(" ".repeat(6) + ["rederive", "alone", "cancel", "simplify"].map(column).join(""));
print(old);
print(steps);
printGoals(old, steps, whole);
