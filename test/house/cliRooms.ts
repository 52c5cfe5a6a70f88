import type { InnerRoom } from "./roomRules.js";

/** The rooms of src/cli from the ground up: each may import those above it in this list, types included. */
export const cliRooms: InnerRoom[] = [
  { name: "flags", files: /^flags\// },
  { name: "input", files: /^input\// },
  { name: "reports", files: /^reports\// },
  { name: "prover", files: /^prover\// },
  { name: "create", files: /^create\// },
  { name: "lab", files: /^lab\// },
  { name: "commands", files: /^commands\// },
  { name: "main", files: /^main$/ },
];
