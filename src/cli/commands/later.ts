import type { Command } from "commander";

const later: Record<string, string> = {
  new: "start a project of your own",
};

/** Commands that are announced and not there yet: each says so and exits 2. */
export function addLater(program: Command): void {
  for (const [name, description] of Object.entries(later)) {
    program
      .command(name)
      .description(`${description} (not in this version)`)
      .argument("[arguments...]")
      .allowUnknownOption()
      .action(() => {
        console.error(`rederive ${name}: not in this version yet; see CHANGELOG.md for what is`);
        process.exitCode = 2;
      });
  }
}
