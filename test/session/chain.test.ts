import { suite } from "uvu";
import * as assert from "uvu/assert";
import { beginJob, endChains, isEndless } from "../../src/session/interrupt/chain.js";
import {
  isPressed,
  letBe,
  noteEnding,
  noteHeard,
  notePress,
  sharedNumbers,
} from "../../src/session/interrupt/presses.js";

const test = suite("session: chains of jobs without end");

/** Of so many jobs that begin, the places of those that have to be the last. */
function lastOf(jobs: number): number[] {
  return Array.from({ length: jobs }, (_, i) => i).filter(() => isEndless());
}

function opened(): Int32Array {
  const shared = new Int32Array(new SharedArrayBuffer(4 * sharedNumbers));
  endChains(shared);
  lastOf(1); // forgets what another test has counted
  return shared;
}

test("while no code is to end, jobs may go on for as long as they like", () => {
  opened();
  assert.equal(lastOf(5000), []);
});

test("while code is to end, each job after a thousand is the last of its queue", () => {
  noteEnding(opened(), 1);
  assert.equal(lastOf(3000), [1000, 2001]);
});

test("jobs from before the end are not counted", () => {
  const shared = opened();
  lastOf(900);
  noteEnding(shared, 1);
  assert.equal(lastOf(1000), []);
});

test("when the interrupt is heard, or the code let be, jobs go on", () => {
  for (const over of [(s: Int32Array) => noteHeard(s, 1), letBe]) {
    const shared = opened();
    noteEnding(shared, 1);
    lastOf(900);
    over(shared);
    assert.equal(lastOf(2000), []);
  }
});

test("an interrupt is pressed until it is heard, in whichever order the threads note it", () => {
  const shared = opened();
  notePress(shared, 1);
  assert.is(isPressed(shared), true);
  noteHeard(shared, 1);
  assert.is(isPressed(shared), false);
  noteHeard(shared, 2);
  notePress(shared, 2);
  assert.is(isPressed(shared), false);
});

test("a job is not held where nothing is to end", () => {
  opened();
  for (let i = 0; i < 2000; i++) beginJob();
});

test.run();
