import { random } from "../../src/num/random.js";
import { type Client, startClient } from "../../test/kernel/client.js";
import { pause, type press, ways } from "../../test/kernel/interruptCase.js";
import { shapes } from "../../test/kernel/interruptShapes.js";

/** What came of interrupts at random moments over one notebook. */
export interface RandomOutcome {
  pressed: number;
  interrupted: number;
  ended: number;
  lost: string[];
}

/** Cells that end by themselves, of every kind of work. */
const short = [
  "count++; count",
  'import { readFileSync } from "node:fs"; readFileSync("/dev/null").length',
  "await new Promise((r) => setTimeout(r, 30)); count",
  'import { execSync } from "node:child_process"; execSync("true"); 1',
  "const wrong: string = count;",
  'console.log("x".repeat(1e5)); Array.from({ length: 2e5 }, (_, i) => i).sort((a, b) => b - a).length',
  'import { outputSize } from "rederive"; outputSize({ i: 5, k: 3 })',
];

/** Longest time until the next interrupt, in milliseconds. */
const longest = 400;

/** Runs a mixed notebook in one kernel and interrupts it again and again; a cell that goes on is interrupted until it ends. */
export async function randomInterrupts(
  most: number,
  seed: number,
  pressBy: typeof press,
): Promise<RandomOutcome> {
  const { integer } = random(seed);
  const pick = <T>(all: readonly T[]): T => all[integer(0, all.length - 1)];
  const endless = shapes.filter(({ ends }) => ends !== "native").map(({ cell }) => cell);
  const outcome: RandomOutcome = { pressed: 0, interrupted: 0, ended: 0, lost: [] };
  let client: Client = await startClient();
  const begin = () => client.execute("const keep = 41; let count = 0;");
  await begin();
  while (outcome.pressed < most) {
    const cell = integer(0, 1) ? pick(short) : pick(endless);
    try {
      let isOver = false;
      const running = client.execute(cell).finally(() => (isOver = true));
      running.catch(() => {}); // it is awaited below
      while (!isOver && outcome.pressed < most) {
        await pause(integer(0, longest));
        outcome.pressed++;
        pressBy(client, pick(ways));
      }
      pressBy(client, "message");
      const { reply } = await running;
      if (reply.ename === "Interrupted") outcome.interrupted++;
      else outcome.ended++;
      await pause(longest); // what was sent last may still be on its way, and means no other cell
      const kept = await keptOf(client);
      if (kept !== "42") throw new Error(`keep + 1 is ${kept}`);
      client.heard.length = 0;
    } catch (error) {
      outcome.lost.push(`after ${outcome.pressed} random interrupts, ${cell}: ${error}`);
      await client.stop();
      client = await startClient();
      await begin();
    }
  }
  await client.stop();
  return outcome;
}

/** How often the variable is asked for: what a cell has begun may come, and loop, when its cell has ended. */
const tries = 5;

/** The variable in a cell of its own, interrupted where it has not run after some seconds. */
async function keptOf(client: Client): Promise<string | undefined> {
  for (let i = 0; i < tries; i++) {
    const again = setInterval(() => client.send("control", "interrupt_request"), 3000);
    const { outputs, reply } = await client.execute("keep + 1").finally(() => clearInterval(again));
    if (reply.ename === "Interrupted" || reply.status === "aborted") continue;
    return outputs.find(({ type }) => type === "execute_result")?.content.data["text/plain"];
  }
  return undefined;
}
