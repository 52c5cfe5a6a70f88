import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const name = "rederive_papermill";
const module = `${name}.py`;

/** Asks a Python where it looks for what its user has installed, without rights that the user may lack. */
const question =
  "import site, sysconfig; " +
  "print(site.getusersitepackages() if site.ENABLE_USER_SITE else sysconfig.get_paths()['purelib'])";

/**
 * Installs, for a Python, what papermill needs to write parameters in TypeScript: a module, and the description of a
 * package that names it as an engine, because papermill loads nothing else of strangers. It needs no pip.
 *
 * @param prefix the Python environment; without one the Python that is first in the PATH is asked
 * @returns the folder of the module; undefined where there is no Python
 * @throws Error if the folder cannot be written
 */
export function installTranslator(version: string, prefix?: string): string | undefined {
  const folder = prefix === undefined ? ownPackages() : packagesIn(prefix);
  if (!folder) return undefined;
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) {
    if (old.startsWith(`${name}-`)) rmSync(join(folder, old), { recursive: true });
  }
  copyFileSync(new URL(`./papermill/${module}`, import.meta.url), join(folder, module));
  const about = `${name}-${version}.dist-info`;
  mkdirSync(join(folder, about));
  const files: Record<string, string> = {
    METADATA: `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n`,
    INSTALLER: "rederive\n",
    "entry_points.txt": `[papermill.engine]\nrederive = ${name}:Engine\n`,
    RECORD: [
      module,
      ...["METADATA", "INSTALLER", "entry_points.txt", "RECORD"].map((file) => `${about}/${file}`),
    ]
      .map((path) => `${path},,\n`)
      .join(""),
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, about, file), text);
  return folder;
}

function ownPackages(): string | undefined {
  for (const python of ["python3", "python"]) {
    const { status, stdout } = spawnSync(python, ["-c", question], { encoding: "utf8" });
    if (status === 0) return stdout.trim();
  }
  return undefined;
}

/** The folder of packages of an environment. */
function packagesIn(prefix: string): string | undefined {
  const windows = join(prefix, "Lib", "site-packages");
  if (existsSync(windows)) return windows;
  const lib = join(prefix, "lib");
  const pythons = existsSync(lib)
    ? readdirSync(lib).filter((one) => /^python3\.\d+$/.test(one))
    : [];
  const folders = pythons.map((python) => join(lib, python, "site-packages"));
  return folders.find((folder) => existsSync(folder));
}
