import { cliRooms } from "./cliRooms.js";
import { clientRooms } from "./clientRooms.js";
import { engineRooms } from "./engineRooms.js";
import { kernelRooms } from "./kernelRooms.js";
import { notebookRooms } from "./notebookRooms.js";
import type { InnerRoom } from "./roomRules.js";
import { runRooms } from "./runRooms.js";
import { showRooms } from "./showRooms.js";
import { siteRooms } from "./siteRooms.js";
import { sessionRooms } from "./sessionRooms.js";

/** Rooms that have none within them: their files do not import each other in a circle. */
const whole = [
  "agree",
  "config",
  "conv",
  "engine",
  "grade",
  "nn",
  "num",
  "prob",
  "project",
  "record",
];

/** The rooms within rooms, by the folder of the room around them. */
export const innerRooms: Record<string, readonly InnerRoom[]> = {
  "src/cli/": cliRooms,
  "src/client/": clientRooms,
  "src/derive/": engineRooms,
  "src/kernel/": kernelRooms,
  "src/notebook/": notebookRooms,
  "src/run/": runRooms,
  "src/session/": sessionRooms,
  "src/show/": showRooms,
  "src/site/": siteRooms,
  ...Object.fromEntries(whole.map((name) => [`src/${name}/`, [{ name, files: /./ }]])),
};
