#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { addBuild } from "./build.js";
import { addCheck } from "./check.js";
import { addLab } from "./lab.js";
import { addLater } from "./later.js";
import { addRun } from "./run.js";
import { addWhere } from "./where.js";

const exits = `
Exit code: 0 all holds; 1 something in the notes does not hold; 2 the command could not do its work.`;

async function main(): Promise<void> {
  const program = new Command("rederive")
    .description("Mathematical notes as TypeScript notebooks: executed, checked and published")
    .version(version())
    .addHelpText("after", exits)
    .exitOverride();
  for (const add of [addRun, addCheck, addBuild, addWhere, addLab, addLater]) add(program);
  // Commands do not inherit it: a bad argument must exit 2, not commander's 1.
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync();
  } catch (error) {
    const asked = error instanceof CommanderError && error.exitCode === 0; // --help, --version
    if (!(error instanceof CommanderError)) console.error(`rederive: ${(error as Error).message}`);
    process.exitCode = asked ? 0 : 2;
  }
}

function version(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

void main();
