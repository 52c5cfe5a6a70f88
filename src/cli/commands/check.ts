import type { Command } from "commander";
import { pathsHelp } from "../flags/paths.js";
import { checkNotebook } from "../../run/index.js";
import { forEachNotebook, type Work } from "../reports/batch.js";
import { printBatch } from "../reports/printBatch.js";
import { addReports, type ReportFlags, writeReports } from "../reports/writeReports.js";
import { addLimits, type LimitFlags, limitsOf } from "../flags/limits.js";
import { addPlace, type PlaceFlags } from "../flags/place.js";
import { addSelection, type SelectionFlags } from "../flags/selection.js";
import { addServers, type ServerFlags, serversOf } from "../flags/servers.js";
import { addRequire, type RequireFlag, required } from "../flags/require.js";

interface CheckFlags
  extends LimitFlags, RequireFlag, ReportFlags, PlaceFlags, SelectionFlags, ServerFlags {}

/** `rederive check`: execute notebooks again and hold the outputs against the stored ones. */
export function addCheck(program: Command): void {
  const command = program
    .command("check")
    .description("execute notebooks again and compare with the stored outputs; writes nothing")
    .argument("[paths...]", pathsHelp);
  addServers(addReports(addPlace(addSelection(addRequire(addLimits(command)))))).action(
    async (paths: string[], flags: CheckFlags) => {
      const place = { ...flags, remote: await serversOf(flags) };
      const work: Work = async (path, onCell, settings) =>
        required(
          await checkNotebook(path, limitsOf(flags, settings), onCell, settings, place),
          flags,
        );
      const batch = await forEachNotebook(paths, "checks", flags, work);
      process.exitCode = printBatch(batch);
      writeReports(batch, flags);
      if (process.exitCode === 1) {
        console.error(
          "If a new value is right, store it by `rederive run` and say why in the commit.",
        );
      }
    },
  );
}
