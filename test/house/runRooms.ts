import type { InnerRoom } from "./roomRules.js";

/** The rooms of src/run from the ground up: each may import those above it in this list, types included. */
export const runRooms: InnerRoom[] = [
  // A notebook's own process, with both of its ends.
  { name: "process", files: /^process\// },
  { name: "parameters", files: /^parameters\// },
  { name: "files", files: /^files\// },
  { name: "reports", files: /^reports\// },
  { name: "execution", files: /^(execute|unshown)$/ },
  { name: "rules", files: /^(rules|foreign|stamping)$/ },
  { name: "run and check", files: /^(freshness|run|check)$/ },
  { name: "index", files: /^index$/ },
];
