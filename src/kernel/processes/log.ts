import { writeSync } from "node:fs";

/** Writes a line for whoever started the kernel; not by `process.stderr`, which belongs to the cells. */
export function log(text: string): void {
  writeSync(2, `rederive kernel: ${text}\n`);
}

/** Says that messages were dropped, ever more seldom, so that a flood of them does not fill a disk. */
export function dropLog(write: (text: string) => void): (reason: string) => void {
  let dropped = 0;
  return (reason) => {
    dropped++;
    const isPowerOfTwo = (dropped & (dropped - 1)) === 0;
    if (isPowerOfTwo) write(`dropped a message (number ${dropped}): ${reason}`);
  };
}
