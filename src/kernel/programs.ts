import { fileURLToPath } from "node:url";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What the sockets' process starts. The build puts modules of deeper folders into files of this one, so it says where. */
export const programs = {
  cells: at("./cellsMain.js"),
  standIn: at("./aside/standInMain.js"),
};
