import { writeFileSync } from "node:fs";
import { functionsPage } from "./page.js";

writeFileSync("docs/functions.md", functionsPage());
