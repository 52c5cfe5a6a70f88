import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The version of this package. */
export const ownVersion = (): string => versionIn(fileURLToPath(new URL("../..", import.meta.url)));

/** The version of the package in a folder. */
export function versionIn(folder: string): string {
  const text = readFileSync(join(folder, "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
