import type { InnerRoom } from "./roomRules.js";

/** The rooms of src/session from the ground up: each may import those above it in this list, types included. */
export const sessionRooms: InnerRoom[] = [
  // What a session promises, and its own place among the frames of a stack.
  { name: "contract", files: /^(types|snapshot\/types|machinery)$/ },
  { name: "text", files: /^text\// },
  { name: "interrupt", files: /^interrupt\// },
  { name: "forms", files: /^forms\// },
  { name: "failures", files: /^failures\// },
  { name: "outputs", files: /^outputs\// },
  { name: "script", files: /^script\// },
  { name: "debug", files: /^debug\// },
  { name: "modules", files: /^modules\// },
  { name: "compiler", files: /^compiler\// },
  { name: "check", files: /^check\// },
  { name: "cures", files: /^cures\// },
  { name: "run", files: /^run\// },
  { name: "snapshot", files: /^snapshot\// },
  { name: "given", files: /^given\// },
  { name: "session", files: /^(compilerView|session|standIn)$/ },
  { name: "doors", files: /^(index|beside)$/ },
];
