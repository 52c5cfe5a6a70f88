import type { InnerRoom } from "./roomRules.js";

/** The rooms of src/kernel from the ground up: each may import those above it in this list, types included. */
export const kernelRooms: InnerRoom[] = [
  { name: "programs", files: /^(programs|language)$/ },
  { name: "wire", files: /^wire\// },
  // What the process of the sockets and that of the cells say to each other, and by what.
  { name: "between", files: /^between\// },
  { name: "processes", files: /^processes\// },
  { name: "cells", files: /^cells\// },
  { name: "aside", files: /^aside\// },
  { name: "inspect", files: /^debug\/inspect\// },
  { name: "code", files: /^debug\/code\// },
  { name: "debug", files: /^debug\// },
  { name: "snapshot", files: /^snapshot\// },
  { name: "supervise", files: /^supervise\// },
  { name: "requests", files: /^requests\// },
  { name: "main", files: /^(main|serve|cellsMain|keeper)$/ },
  { name: "install", files: /^install\// },
  { name: "index", files: /^index$/ },
];
