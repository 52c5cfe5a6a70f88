import { fixClock } from "./fixedClock.js";
import { fixProcess } from "./fixedProcess.js";
import { fixRandom } from "./fixedRandom.js";
import { syncBuiltinESMExports } from "node:module";

/** Milliseconds between the first readings of two cells. */
const stride = 60_000;

/**
 * Makes the process give the same values in every run: random numbers and bytes are seeded, the clock is fixed, and what
 * the process says of itself is that of no process in particular. The clock advances by a millisecond with each reading, so
 * that a cell which waits for it does not wait for ever. Keys and signatures stay random.
 *
 * @returns a function to be called before each cell: its clock does not depend on how often others, the compiler
 *   among them, have read it
 */
export function makeReproducible(seed = 1): (executionCount: number) => void {
  let readings = 0;
  const read = () => readings++;
  fixRandom(seed);
  fixClock(read);
  fixProcess(read);
  syncBuiltinESMExports(); // cells that import `randomUUID` by its name get the same
  return (executionCount) => (readings = executionCount * stride);
}
