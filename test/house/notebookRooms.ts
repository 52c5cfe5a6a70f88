import type { InnerRoom } from "./roomRules.js";

/** The rooms of src/notebook from the ground up: each may import those above it in this list, types included. */
export const notebookRooms: InnerRoom[] = [
  { name: "format", files: /^format\// },
  { name: "rules", files: /^rules\// },
  { name: "outputs", files: /^outputs\// },
  { name: "prose", files: /^prose\// },
  { name: "claims", files: /^claims\// },
  { name: "stamp", files: /^(imports|stamp)$/ },
  { name: "index", files: /^index$/ },
];
