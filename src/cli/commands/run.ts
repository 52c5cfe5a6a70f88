import type { Command } from "commander";
import { pathsHelp } from "../flags/paths.js";
import { runNotebook } from "../../run/index.js";
import { forEachNotebook } from "../reports/batch.js";
import { printBatch } from "../reports/printBatch.js";
import { addLimits, type LimitFlags, limitsOf } from "../flags/limits.js";
import { addPlace, type PlaceFlags } from "../flags/place.js";
import { addSelection, type SelectionFlags } from "../flags/selection.js";
import { addRequire, type RequireFlag, required } from "../flags/require.js";

/** `rederive run`: execute notebooks and store their outputs. */
export function addRun(program: Command): void {
  const command = program
    .command("run")
    .description("execute notebooks and store their outputs")
    .argument("[paths...]", pathsHelp);
  addPlace(addSelection(addRequire(addLimits(command)))).action(
    async (paths: string[], flags: LimitFlags & RequireFlag & PlaceFlags & SelectionFlags) => {
      const batch = await forEachNotebook(paths, "runs", flags, async (path, onCell, settings) =>
        required(await runNotebook(path, limitsOf(flags, settings), onCell, flags), flags),
      );
      process.exitCode = printBatch(batch);
      const changed = batch.reports.reduce((sum, report) => sum + report.changed, 0);
      if (changed)
        console.log(`${changed} ${changed === 1 ? "cell has" : "cells have"} new outputs`);
    },
  );
}
