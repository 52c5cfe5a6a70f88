import { engineRooms } from "./engineRooms.js";
import { kernelRooms } from "./kernelRooms.js";
import type { InnerRoom } from "./roomRules.js";
import { showRooms } from "./showRooms.js";
import { siteRooms } from "./siteRooms.js";
import { sessionRooms } from "./sessionRooms.js";

/** The rooms within rooms, by the folder of the room around them. */
export const innerRooms: Record<string, readonly InnerRoom[]> = {
  "src/derive/": engineRooms,
  "src/kernel/": kernelRooms,
  "src/session/": sessionRooms,
  "src/show/": showRooms,
  "src/site/": siteRooms,
};
