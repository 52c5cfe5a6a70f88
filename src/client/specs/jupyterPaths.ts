import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { nearest } from "../../project/index.js";

/**
 * The folders in which Jupyter's programs leave what they share, those that count most first: `JUPYTER_PATH`, the Python
 * environment of the notebook's project, the active one, the reader's own, the system's.
 *
 * @source jupyter_core 5, `paths.jupyter_path`
 * @param folder the notebook's folder; the nearest `.venv` upwards is its project's
 */
export function jupyterPaths(
  folder: string,
  env: NodeJS.ProcessEnv = process.env,
  platform: string = process.platform,
): string[] {
  const own = nearest(folder, join(".venv", "pyvenv.cfg"));
  const prefixes = [own && join(own, ".venv"), env.VIRTUAL_ENV, env.CONDA_PREFIX].filter(
    (one) => one !== undefined,
  );
  const found = [
    ...(env.JUPYTER_PATH ?? "").split(delimiter),
    ...prefixes.map((prefix) => prefix && join(prefix, "share", "jupyter")),
    userFolder(env, platform),
    ...systemFolders(env, platform),
  ];
  return [...new Set(found.filter((path) => path !== ""))];
}

function userFolder(env: NodeJS.ProcessEnv, platform: string): string {
  const home = env.HOME || homedir();
  if (env.JUPYTER_DATA_DIR) return env.JUPYTER_DATA_DIR;
  if (platform === "darwin") return join(home, "Library", "Jupyter");
  if (platform === "win32" && env.APPDATA) return join(env.APPDATA, "jupyter");
  return join(env.XDG_DATA_HOME || join(home, ".local", "share"), "jupyter");
}

function systemFolders(env: NodeJS.ProcessEnv, platform: string): string[] {
  if (platform === "win32") return env.PROGRAMDATA ? [join(env.PROGRAMDATA, "jupyter")] : [];
  return ["/usr/local/share/jupyter", "/usr/share/jupyter"];
}
