import { Readable } from "node:stream";

/**
 * Gives the cells a `process.stdin` that says, when it is read, how the reader is asked: whoever waits for what a
 * notebook's process is never given would wait for ever.
 *
 * @param refuse ends the cell that reads
 */
export function noStandardInput(refuse: (error: Error) => void): void {
  const advice = "process.stdin: a cell has none; ask the reader by `await jupyter.input(prompt)`";
  const open = () =>
    new Readable({
      read() {
        refuse(new Error(advice));
        this.push(null);
      },
    });
  let stdin = open();
  const get = () => (stdin.closed || stdin.readableEnded ? (stdin = open()) : stdin);
  Object.defineProperty(process, "stdin", { get, configurable: true });
}
