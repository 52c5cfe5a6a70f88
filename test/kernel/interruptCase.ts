import { type Client, startClient } from "./client.js";
import type { Shape } from "./interruptShapes.js";

/** The ways in which Jupyter and a terminal interrupt a kernel. */
export const ways = ["message", "signal", "group"] as const;

/** How a cell is interrupted: by which way, once or in a storm. */
export interface Press {
  way: (typeof ways)[number];
  storm: boolean;
}

/** What became of a cell that was interrupted, and of a variable that was there before. */
export interface Outcome {
  reply: string;
  /** How many errors the cell shows. */
  errors: number;
  /** From the first interrupt to the reply, in milliseconds. */
  took: number;
  /** The variable in the next cell. */
  kept: string;
}

/** Time in which a cell comes to its wait or its call, and in which its thread answers unless code holds it, in milliseconds. */
const coming = 300;

/** Longest time for which an answer, and before it the loop, is waited, in seconds: no measure of speed. */
const [longest, beginning] = [40, 20];

export function press(client: Client, way: Press["way"]): void {
  const pid = client.kernel.pid as number;
  if (way === "message") client.send("control", "interrupt_request");
  else process.kill(way === "group" ? -pid : pid, "SIGINT");
}

/** Runs a shape in a kernel that is used no further, and interrupts it. */
export async function interruptCase(shape: Shape, how: Press): Promise<Outcome> {
  const client = await startClient();
  try {
    await client.execute("const keep = 41;");
    return await interruptedCell(client, shape, how);
  } finally {
    await client.stop();
  }
}

/** Runs a cell in a kernel that has a `keep` of 41, and interrupts it. */
export async function interruptedCell(
  client: Client,
  { cell, ends }: Pick<Shape, "cell" | "ends">,
  { way, storm }: Press,
): Promise<Outcome> {
  const from = client.heard.length;
  const running = client.execute(`console.log("begun"); ${cell}`);
  running.catch(() => {}); // who waits for it is told below
  const begun = () =>
    client.heard.slice(from).some(({ content }) => content.text?.includes("begun"));
  await client.until(begun, longest);
  let isOver = false;
  running.finally(() => (isOver = true)).catch(() => {});
  if (ends === "code") await held(client, () => isOver);
  else await pause(coming);
  const began = Date.now();
  press(client, way);
  const again = storm ? setInterval(() => press(client, way), 20) : undefined;
  try {
    const { reply, outputs } = await running;
    const took = Date.now() - began;
    clearInterval(again);
    await heard(client);
    const next = await client.execute("keep + 1");
    return {
      reply: reply.ename ?? reply.status,
      errors: outputs.filter(({ type }) => type === "error").length,
      took,
      kept: next.outputs.find(({ type }) => type === "execute_result")?.content.data["text/plain"],
    };
  } finally {
    clearInterval(again);
  }
}

/**
 * Waits until code holds the cells' thread: what a cell begins comes to its loop in its own time. One that sends itself
 * signals may end before.
 */
async function held(client: Client, isOver: () => boolean): Promise<void> {
  const until = Date.now() + 1000 * beginning;
  const isAnswered = () => {
    const answer = client.request("comm_info_request").then(() => true);
    answer.catch(() => {}); // what is asked of a thread that is held is not waited for
    return Promise.race([answer, pause(coming).then(() => false)]);
  };
  while (!isOver() && (await isAnswered())) {
    if (Date.now() > until)
      throw new Error("nothing holds the cells' thread: the loop never began");
    await pause(10);
  }
}

/**
 * Waits until the kernel has heard all presses so far, which mean no later cell. A signal comes by no channel, but is heard
 * not later than what is asked when this has been answered.
 */
export async function heard(client: Client): Promise<void> {
  await client.request("kernel_info_request", {}, "control");
  await client.request("kernel_info_request", {}, "control");
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, milliseconds));
}
