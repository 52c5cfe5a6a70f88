#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { addBuild } from "./build.js";
import { addCheck } from "./check.js";
import { addLab } from "./lab.js";
import { addLater } from "./later.js";
import { addRun } from "./run.js";
import { addWhere } from "./where.js";

const { version } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
) as { version: string };

const program = new Command("rederive")
  .description("Mathematical notes as TypeScript notebooks: executed, checked and published")
  .version(version)
  .exitOverride();
for (const add of [addRun, addCheck, addBuild, addWhere, addLab, addLater]) add(program);
// Commands inherit neither setting: a bad argument must exit 2, not commander's 1.
for (const command of program.commands) command.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    console.error(`rederive: ${(error as Error).message}`);
    process.exitCode = 2;
  }
}
