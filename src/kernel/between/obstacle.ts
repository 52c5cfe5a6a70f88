import type { Obstacle } from "../../session/index.js";

export type { Obstacle };

/** What the reader is told of a cell that does not end at once, and of the way out. */
export function obstacleText(obstacle: Obstacle, cell: number): string {
  const where = {
    native: `cell ${cell} is in a native call; it ends when that returns.`,
    unguarded: `cell ${cell} waits for code that Node has called by itself; it ends when that returns.`,
  };
  return `${where[obstacle]} To give it up: Kernel, Restart.\n`;
}
