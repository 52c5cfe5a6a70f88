import type { Command } from "commander";
import { projectRoot } from "../run/index.js";
import { findPlaces, nearestIds } from "./places.js";

/** `rederive where`: the places of an equation, from its id. */
export function addWhere(program: Command): void {
  program
    .command("where")
    .description("print where an equation stands: note, code, test, inventory")
    .argument("<id>", "equation id, for instance bayes.ex-2-1")
    .action((id: string) => {
      const places = findPlaces(projectRoot(process.cwd()));
      const found = places.get(id);
      if (found) {
        for (const { kind, file, line } of found) console.log(`${kind.padEnd(10)}${file}:${line}`);
        return;
      }
      const near = nearestIds(id, [...places.keys()]);
      console.error(
        `rederive where: no equation has the id ${id}${near.length ? `; near it are ${near.join(", ")}` : ""}`,
      );
      process.exitCode = 2;
    });
}
