import { type Client, type Received, startClient } from "./client.js";
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
  /** What it said on stderr. */
  said: string;
  /** From the first interrupt to the reply, in milliseconds. */
  took: number;
  /** The variable in the next cell. */
  kept: string;
}

/** Time in which what a cell begins comes to its loop, in milliseconds. */
const coming = 300;

/** Longest time for which an answer is waited, in seconds: no measure of speed. */
const longest = 40;

export function press(client: Client, way: Press["way"]): void {
  const pid = client.kernel.pid as number;
  if (way === "message") client.send("control", "interrupt_request");
  else process.kill(way === "group" ? -pid : pid, "SIGINT");
}

/** Runs a shape in a kernel that is used no further, and interrupts it. */
export async function interruptCase({ cell }: Shape, { way, storm }: Press): Promise<Outcome> {
  const client = await startClient();
  try {
    await client.execute("const keep = 41;");
    return await interruptedCell(client, cell, { way, storm });
  } finally {
    await client.stop();
  }
}

/** Runs a cell in a kernel that has a `keep` of 41, and interrupts it. */
export async function interruptedCell(
  client: Client,
  cell: string,
  { way, storm }: Press,
): Promise<Outcome> {
  const from = client.heard.length;
  const running = client.execute(`console.log("begun"); ${cell}`);
  running.catch(() => {}); // who waits for it is told below
  const begun = () =>
    client.heard.slice(from).some(({ content }) => content.text?.includes("begun"));
  await client.until(begun, longest);
  await pause(coming);
  const began = Date.now();
  press(client, way);
  const again = storm ? setInterval(() => press(client, way), 20) : undefined;
  try {
    const { reply, outputs } = await running;
    const took = Date.now() - began;
    clearInterval(again);
    if (storm) await pause(coming); // the last ones may still be on their way, and mean no other cell
    const next = await client.execute("keep + 1");
    return {
      reply: reply.ename ?? reply.status,
      errors: outputs.filter(({ type }) => type === "error").length,
      said: outputs.map(stderrOf).join(""),
      took,
      kept: next.outputs.find(({ type }) => type === "execute_result")?.content.data["text/plain"],
    };
  } finally {
    clearInterval(again);
  }
}

function stderrOf({ type, content }: Received): string {
  return type === "stream" && content.name === "stderr" ? content.text : "";
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, milliseconds));
}
