// Stands beside kernel.json: `node start.mjs CONNECTION_FILE MAIN`. Each project has the kernel of its own `rederive`, so that
// one kernelspec serves several side by side; MAIN, of the package that installed it, is for notebooks of no project.
import { existsSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** The kernel of the nearest folder upwards that has one; Jupyter starts it in the notebook's. */
function kernelOf(folder) {
  const main = join(folder, "node_modules", "rederive", "dist", "kernel", "main.js");
  if (existsSync(main)) return main;
  return dirname(folder) === folder ? undefined : kernelOf(dirname(folder));
}

const installedBy = process.argv[3];
const main = kernelOf(process.cwd()) ?? installedBy;

if (existsSync(main)) {
  await import(pathToFileURL(main).href); // it takes the same arguments
} else {
  writeSync(
    2,
    `rederive kernel: no folder from ${process.cwd()} upwards has rederive in node_modules, and ${installedBy}, which ` +
      "installed this kernel, is gone; run `npm install` in the project, or `npx rederive kernel install` again\n",
  );
  process.exit(2);
}
