import { readFileSync } from "node:fs";

/** Reference data from test/fixtures/reference; its README says where it comes from. */
export function reference(name: string): any {
  const url = new URL(`../fixtures/reference/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8"));
}
