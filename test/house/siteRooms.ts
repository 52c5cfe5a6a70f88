import type { InnerRoom } from "./roomRules.js";

/** The rooms of src/site from the ground up: each may import those above it in this list, types included. */
export const siteRooms: InnerRoom[] = [
  { name: "html", files: /^html\// },
  { name: "types", files: /^types$/ },
  { name: "maths", files: /^maths\// },
  { name: "pictures", files: /^pictures\// },
  { name: "settings", files: /^settings\// },
  { name: "prose", files: /^prose\// },
  { name: "context", files: /^context\// },
  { name: "figures", files: /^figures\// },
  { name: "claims", files: /^claims\// },
  { name: "style", files: /^style\// },
  { name: "pages", files: /^pages\// },
  { name: "site", files: /^(buildSite|readInput|writeSite)$/ },
  { name: "index", files: /^index$/ },
];
