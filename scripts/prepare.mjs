// npm runs this after `npm install` and `npm ci` here, before `npm pack`, and where this folder is installed into another project:
// a package without dist would be installed without a word and not work.
import { build } from "./build.mjs";
import { installing, installNodeModules } from "./install.mjs";

if (!process.env[installing]) {
  try {
    installNodeModules();
    build();
  } catch (error) {
    console.error(`rederive: ${error.message}`);
    process.exitCode = 1;
  }
}
