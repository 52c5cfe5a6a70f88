import type { InnerRoom } from "./roomRules.js";

/** The rooms of src/show from the ground up: each may import those above it in this list, types included. */
export const showRooms: InnerRoom[] = [
  { name: "text", files: /^richText$/ },
  { name: "spec", files: /^spec\// },
  // The axes of a panel, and the paint and words of what is drawn between them.
  { name: "panels", files: /^svg\/(?!figureSvg)[^/]+$/ },
  { name: "marks", files: /^svg\/marks\// },
  { name: "svg", files: /^svg\/figureSvg$/ },
  { name: "figures", files: /^figures\// },
  { name: "drawings", files: /^drawings\// },
  { name: "derivations", files: /^derivations\// },
  { name: "tables", files: /^tables\// },
  { name: "show", files: /^(show|toBundle)$/ },
  { name: "index", files: /^index$/ },
];
