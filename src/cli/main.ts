#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { ownVersion } from "../project/index.js";

type Add = (program: Command) => void;

/** The commands, each with the module that holds it: only the one that was asked for is loaded. */
const commands: Record<string, () => Promise<Add>> = {
  run: async () => (await import("./commands/run.js")).addRun,
  check: async () => (await import("./commands/check.js")).addCheck,
  build: async () => (await import("./commands/build.js")).addBuild,
  prove: async () => (await import("./prover/prove.js")).addProve,
  verify: async () => (await import("./commands/verify.js")).addVerify,
  where: async () => (await import("./commands/where.js")).addWhere,
  kernel: async () => (await import("./commands/kernel.js")).addKernel,
  lab: async () => (await import("./commands/lab.js")).addLab,
  new: async () => (await import("./commands/new.js")).addNew,
};

const exits = `
Exit codes: 0 success; 1 a check failed; 2 the command itself failed.`;

async function main(): Promise<void> {
  const program = new Command("rederive")
    .description("Mathematical notes as TypeScript notebooks: executed, checked and published")
    .version(ownVersion())
    .addHelpText("after", exits)
    .exitOverride();
  for (const add of await wanted(process.argv[2])) add(program);
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

/** The command that was named; all of them for any other word, so that help and advice know them. */
function wanted(name: string): Promise<Add[]> {
  const named = Object.hasOwn(commands, name) ? [commands[name]] : Object.values(commands);
  return Promise.all(named.map((load) => load()));
}

void main();
