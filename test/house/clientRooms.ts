import type { InnerRoom } from "./roomRules.js";

/** The rooms of src/client from the ground up: each may import those above it in this list, types included. */
export const clientRooms: InnerRoom[] = [
  { name: "specs", files: /^specs\// },
  { name: "messages", files: /^messages\// },
  { name: "local", files: /^local\// },
  { name: "server", files: /^server\// },
  { name: "index", files: /^index$/ },
];
