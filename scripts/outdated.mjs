// npm run outdated: names each package that is behind its newest release for this Node, and exits with 1 if one is. It
// asks the registry, so it is no part of npm test; a scheduled job runs it.
import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { root } from "./link.mjs";

/** Packages that stay behind on purpose, each with the reason. */
export const held = new Map([
  ["@types/node", "its major version is the oldest supported Node's"],
  ["@node22-types/node", "it is of Node 22"],
  ["@node24-types/node", "it is of Node 24"],
]);

/**
 * What is behind, one line for each package, from the JSON that `npm outdated` prints.
 *
 * @param {Record<string, { current?: string, latest: string }>} report
 */
export function behind(report) {
  return Object.entries(report)
    .filter(([name]) => !held.has(name))
    .map(
      ([name, { current, latest }]) => `${name}: ${current ?? "not installed"}, newest ${latest}`,
    )
    .sort();
}

function main() {
  const npm = spawnSync("npm", ["outdated", "--json"], { cwd: root, encoding: "utf8" });
  const report = JSON.parse(npm.stdout || "{}");
  if (report.error || npm.error) throw new Error(report.error?.summary ?? npm.error.message);
  const lines = behind(report);
  for (const [name, reason] of held) console.log(`held: ${name}, ${reason}`);
  console.log(lines.length ? lines.join("\n") : "every other package is the newest for this Node");
  process.exitCode = lines.length ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    main();
  } catch (error) {
    console.error(`the registry could not be asked: ${error.message}`);
    process.exitCode = 2;
  }
}
