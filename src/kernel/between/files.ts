/** The files by which the sockets' process and the cells' are joined, by their numbers in the cells' process. */
export const files = {
  /** Orders to the cells' thread. */
  orders: 3,
  /** What the cells' thread tells. */
  told: 4,
  /** Both ways between the sockets' process and the keeper. */
  keeper: 5,
} as const;

/**
 * What the sockets' process says to the keeper, a line each: for an interrupt, by its number, to end the question or the
 * code. A line that is JSON is what a reader has answered, or what a debugger asks.
 */
export type KeeperOrder = `${"question" | "end"} ${number}` | "rest" | "debug" | "undebug";
