import type { Command } from "commander";
import { nearestIds } from "../../notebook/index.js";
import { projectRoot } from "../../project/index.js";
import { findPlaces } from "../input/places.js";

/** `rederive where`: the places of an equation, from its id. */
export function addWhere(program: Command): void {
  program
    .command("where")
    .description("print where an equation stands: note, derivation, code, test, inventory")
    .argument("<id>", "equation id, for instance bayes.ex-2-1")
    .action((id: string) => {
      const root = projectRoot(process.cwd());
      const places = findPlaces(root);
      const found = places.filter((place) => place.id === id);
      for (const { kind, file, line } of found) console.log(`${kind.padEnd(11)} ${file}:${line}`);
      if (found.length) return;
      // A test may hold an id that is wrong on purpose.
      const known = places.filter(({ kind }) => kind !== "test");
      const near = nearestIds(
        id,
        known.map((place) => place.id),
      );
      const advice = near.length
        ? `the nearest are ${near.join(", ")}`
        : `there is none at all in ${root}; run it in a project with notebooks`;
      console.error(`rederive where: no equation has the id ${id}; ${advice}`);
      process.exitCode = 2;
    });
}
