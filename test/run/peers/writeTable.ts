import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { table } from "./table.js";

writeFileSync(join(import.meta.dirname, "README.md"), table());
