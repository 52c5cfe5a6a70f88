import vm from "node:vm";

/** The name of the frame of what a round calls: that of a part of Node, so that no stack trace and no debugger shows it. */
export const roundName = "node:round";

const name = "__round__";

/** What a round of a loop begins with. Text of a function that runs elsewhere, in a worker or a page, finds no such name there. */
export const roundCall = `globalThis.${name}?.();`;

/** Puts in sight what rounds call. V8 looks up where a function begins; of compiled code, which looks up anyway, it is no part. */
export function giveRounds(): void {
  const value: unknown = new vm.Script("() => {}", { filename: roundName }).runInThisContext();
  if (!Object.hasOwn(globalThis, name)) Object.defineProperty(globalThis, name, { value });
}
