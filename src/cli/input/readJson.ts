import { readFileSync } from "node:fs";
import { parseJson } from "../../notebook/index.js";

/** Reads a file, or the standard input for `-`, as JSON. @throws Error that names the command and the file */
export function readJson<T>(command: string, file: string, read: (value: unknown) => T): T {
  const name = file === "-" ? "standard input" : file;
  let text: string;
  try {
    text = readFileSync(file === "-" ? 0 : file, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    throw new Error(`${command}: cannot read ${name}: ${(error as Error).message}`);
  }
  try {
    return read(parseJson(text));
  } catch (error) {
    throw new Error(`${command}: ${name}: ${(error as Error).message}`);
  }
}
