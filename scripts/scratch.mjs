// A place of the tests' own: a temporary folder and a home that hold nothing, so that no test leans on what lies around it.
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";

/**
 * Makes an empty folder below the first root that lies in no project, and gives the environment of the tests and how to
 * remove the folder again.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {{ folder: string, env: Record<string, string>, remove: () => void }}
 * @throws Error if every root lies in a project
 */
export function makeScratch(env = process.env, roots = [tmpdir(), "/tmp", "/var/tmp"]) {
  const root = roots.find((folder) => existsSync(folder) && !isInProject(realpathSync(folder)));
  if (!root) {
    throw new Error(
      `the tests need a temporary folder with no package.json above it, got ${roots.join(", ")}; set TMPDIR to one`,
    );
  }
  const folder = mkdtempSync(join(realpathSync(root), "rederive-tests-"));
  const [temporary, home] = ["tmp", "home"].map((name) => join(folder, name));
  for (const path of [temporary, home]) mkdirSync(path);
  return {
    folder,
    env: { ...withoutHome(env), ...configurations(env), ...placesOf(temporary, home) },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/** Whether a package.json stands in the folder or above it: there the product finds a project. */
function isInProject(folder) {
  if (existsSync(join(folder, "package.json"))) return true;
  return dirname(folder) !== folder && isInProject(dirname(folder));
}

const placesOf = (temporary, home) => ({
  TMPDIR: temporary,
  TMP: temporary,
  TEMP: temporary,
  HOME: home,
  USERPROFILE: home,
});

/** Without what names a folder of the real home: the XDG folders and Jupyter's. */
function withoutHome(env) {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(XDG_.*_HOME|JUPYTER_.*(DIR|PATH))$/.test(name)),
  );
}

/** Where npm and pip reach their packages is the machine's, not the home's: a test that installs needs it. */
function configurations(env) {
  const home = env.HOME ?? homedir();
  const files = {
    npm_config_userconfig: join(home, ".npmrc"),
    PIP_CONFIG_FILE: join(home, ".config", "pip", "pip.conf"),
  };
  return Object.fromEntries(
    Object.entries(files).filter(([name, path]) => env[name] === undefined && existsSync(path)),
  );
}
