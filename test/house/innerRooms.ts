import { cliRooms } from "./cliRooms.js";
import { engineRooms } from "./engineRooms.js";
import { kernelRooms } from "./kernelRooms.js";
import { notebookRooms } from "./notebookRooms.js";
import type { InnerRoom } from "./roomRules.js";
import { runRooms } from "./runRooms.js";
import { showRooms } from "./showRooms.js";
import { siteRooms } from "./siteRooms.js";
import { sessionRooms } from "./sessionRooms.js";

/** The rooms within rooms, by the folder of the room around them. */
export const innerRooms: Record<string, readonly InnerRoom[]> = {
  "src/cli/": cliRooms,
  "src/derive/": engineRooms,
  "src/kernel/": kernelRooms,
  "src/notebook/": notebookRooms,
  "src/run/": runRooms,
  "src/session/": sessionRooms,
  "src/show/": showRooms,
  "src/site/": siteRooms,
};
