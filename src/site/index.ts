export { buildSite, type NotebookFile, type Site, type SiteInput } from "./buildSite.js";
export { chapterClaims } from "./claims/claims.js";
export { readInput } from "./readInput.js";
export type { Chapter, Claim, InventoryItem, Problem, SiteFile } from "./types.js";
export { writeSite } from "./writeSite.js";
