import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { inspect } from "node:util";
import type { BuildFailure, Message } from "esbuild";
import { projectRoot } from "../project.js";
import type { Config } from "../../config/index.js";
import { configFault } from "./settings.js";

const names = ["ts", "mts", "js", "mjs"].map((ending) => `rederive.config.${ending}`);

/** Settings, and the folder to which their paths are relative. */
export interface LoadedConfig {
  config: Config;
  folder: string;
  /** The file that holds them; undefined where the project has none. */
  file?: string;
}

/** Settings that cannot be read, or that are none. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

/**
 * The settings of the project in which a folder lies: those of its nearest `rederive.config.ts` upwards, as far as the project's
 * root.
 *
 * @throws ConfigError if the file does not compile, ends with an error, or holds a setting that is none
 */
export async function loadConfig(from: string): Promise<LoadedConfig> {
  const root = projectRoot(from);
  const file = configFile(resolve(from), root);
  if (!file) return { config: {}, folder: root };
  const config = await valueOf(file);
  const fault = configFault(config);
  if (fault) {
    const { place, expected, got } = fault;
    throw new ConfigError(`${file}: ${place}: expected ${expected}, got ${inspect(got)}`);
  }
  return { config: config as Config, folder: dirname(file), file };
}

function configFile(from: string, root: string): string | undefined {
  for (let at = from; ; at = dirname(at)) {
    const found = names.map((name) => join(at, name)).filter(existsSync);
    if (found.length > 1) {
      throw new ConfigError(`${found.join(" and ")}: a folder has one file of settings`);
    }
    if (found.length) return found[0];
    if (at === root || dirname(at) === at) return undefined;
  }
}

/** What the file exports. It is compiled in memory, with what it imports, so that nothing is written beside it. */
async function valueOf(file: string): Promise<unknown> {
  const code = await compiled(file);
  const address = `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
  let module: { default?: unknown };
  try {
    module = (await import(address)) as { default?: unknown };
  } catch (error) {
    throw new ConfigError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (module.default !== undefined) return module.default;
  throw new ConfigError(
    `${file}: expected \`export default defineConfig({ … })\`, got no default export`,
  );
}

async function compiled(file: string): Promise<string> {
  const { build } = await import("esbuild"); // most projects have no settings
  try {
    const { outputFiles } = await build({
      entryPoints: [file],
      bundle: true,
      write: false,
      platform: "node",
      format: "esm",
      target: "node20",
      logLevel: "silent",
      // A project that runs another copy of this program, or none of its own, can be configured all the same.
      alias: {
        "rederive/config": fileURLToPath(new URL("../../config/index.js", import.meta.url)),
      },
      define: { "import.meta.url": JSON.stringify(pathToFileURL(file).href) },
    });
    return outputFiles[0].text;
  } catch (error) {
    const errors = (error as BuildFailure).errors ?? [{ text: String(error), location: null }];
    throw new ConfigError(errors.map((one) => `${file}${placed(one)}`).join("\n"));
  }
}

function placed({ text, location }: Pick<Message, "text" | "location">): string {
  return location ? `, line ${location.line}, column ${location.column + 1}: ${text}` : `: ${text}`;
}
