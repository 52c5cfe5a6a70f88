import vm from "node:vm";
import { loadedName } from "./names.js";

const stop = new vm.Script("(function loaded(name, asItStands) { debugger; })", {
  filename: loadedName,
}).runInThisContext() as (name: string, asItStands: boolean) => void;

/** What has to be told of when it is loaded, by path or a cell's hash: a debugger has breakpoints in it. */
export const awaited = new Set<string | number>();

/**
 * Tells a debugger of code that was compiled and has not run yet, so that its breakpoints are set before it does. Without
 * one, or without breakpoints there, nothing happens.
 *
 * @param name under which the code runs
 * @param key by which it is awaited; a function, because a cell's costs something
 * @param asItStands whether Node itself will load the file, which is not compiled yet
 */
export function tellLoaded(
  name: string,
  key: () => string | number = () => name,
  asItStands = false,
): void {
  if (awaited.size && awaited.has(key())) stop(name, asItStands);
}
