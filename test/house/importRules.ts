import { isBuiltin } from "node:module";
import { dirname, join } from "node:path/posix";
import { imports, resolved } from "./syntax.js";

interface Room {
  /** Rooms whose code it may import. */
  rooms: string[];
  /** Rooms from which it may take types. */
  types?: string[];
  /** Whether it runs in a browser, too: nothing from outside the package is imported, nor anything of Node. */
  bare?: boolean;
  /** Files of a bare room that may all the same: nothing that a browser loads imports them. */
  notInBrowsers?: string[];
  /** Whether it may touch the disk, and start processes. */
  disk?: boolean;
  processes?: boolean;
  /** The files by which others enter it; without any, they may import each of its files. */
  doors?: string[];
}

/** Who may import whom: imports point one way. */
export const rooms: Record<string, Room> = {
  num: { rooms: [], bare: true },
  // What is found of a derivation, as it is stored: the engine writes it, and all others read it.
  record: { rooms: [], bare: true },
  // What a project says of itself: its types, and a function that gives its argument back.
  config: { rooms: [], bare: true },
  conv: { rooms: ["num"], types: ["derive"] },
  nn: { rooms: ["num", "conv"], types: ["derive"] },
  prob: { rooms: ["num"], types: ["derive"] },
  derive: { rooms: ["num", "record"], bare: true, notInBrowsers: ["notation/toMathjs.ts"] },
  // What programs and web pages use of the prover.
  engine: { rooms: ["num", "record", "derive"], bare: true },
  show: { rooms: ["num", "record", "derive"] },
  notebook: { rooms: ["record"], doors: ["index.ts"] },
  // Where a notebook stands on the disk, and what its folder says of it.
  project: { rooms: ["config", "notebook"], disk: true, doors: ["index.ts"] },
  // Grading in processes of its own, and what this machine has found before: those who show a grade ask here.
  grade: { rooms: ["record", "derive"], disk: true, processes: true },
  // A program loads all that a door names: what answers beside the cells' process has doors of its own.
  session: {
    rooms: ["notebook", "project"],
    disk: true,
    processes: true,
    doors: ["index.ts", "standIn.ts", "beside.ts"],
  },
  kernel: {
    rooms: ["notebook", "project", "session"],
    disk: true,
    processes: true,
    // A client of kernels reads and writes the same messages.
    doors: ["index.ts", "wire/wire.ts"],
  },
  // The other end of the Jupyter protocol: kernels of any language, started here or on a server.
  client: {
    rooms: ["notebook", "project", "kernel", "grade"],
    disk: true,
    processes: true,
    doors: ["index.ts"],
  },
  // What an equation on a page claims is read by the engine's reader; those who need the answer import this room alone.
  agree: { rooms: ["num", "record", "notebook", "derive"] },
  run: {
    rooms: ["record", "notebook", "project", "session", "client", "grade", "agree"],
    disk: true,
    processes: true,
    doors: ["index.ts"],
  },
  site: {
    rooms: ["config", "record", "notebook", "project", "show", "agree"],
    types: ["derive"],
    disk: true,
    doors: ["index.ts"],
  },
  cli: {
    rooms: [
      "record",
      "notebook",
      "project",
      "session",
      "kernel",
      "run",
      "site",
      "show",
      "num",
      "derive",
      "grade",
      "agree",
    ],
    disk: true,
    processes: true,
  },
};

/** A folder inside a room that shares no code with the rest of it, so that one may check the other. */
const apart: Record<string, { types: string[]; code: string[] }> = {
  // That a part is not loaded yet is the same for both, and says nothing of mathematics.
  "src/derive/oracle/": {
    types: ["src/derive/tree/expression.ts"],
    code: ["src/derive/tree/absent.ts"],
  },
};

/** The rooms of which the main entry exports something; those with a sub-path of their own are all but num. */
export const publicRooms = ["num", "config", "engine", "conv", "nn", "prob", "show"];

/** Packages that one room keeps to itself: what they solve is solved in one place. */
export const owners: Record<string, string[]> = {
  mathjs: ["derive"],
  ajv: ["notebook"],
  typescript: ["session"],
  "oxc-parser": ["session"],
  "oxc-transform": ["session"],
  zeromq: ["kernel", "client"],
  commander: ["cli"],
  listr2: ["cli"],
  "cli-table3": ["cli"],
  temml: ["site"],
  "markdown-it": ["site"],
  "sanitize-html": ["site"],
  "subset-font": ["site"],
};

/** What is imported of a package beside its main entry; any other path reaches into its inside. */
const entries = ["typescript/unstable/sync", "plotly.js-dist/plotly.js"];

const disk = ["fs", "fs/promises"];
const processes = ["child_process", "cluster", "worker_threads"];

/** What breaks the import rule, one sentence each; files by path from the project's root, `src/conv/cost.ts`. */
export function importProblems(files: Map<string, string>): string[] {
  const problems: string[] = [];
  for (const [path, text] of files) {
    const found = imports(text).map(({ from, typeOnly }) =>
      from.startsWith(".")
        ? relativeProblem(path, from, typeOnly, files)
        : (packageProblem(path, from, typeOnly) ?? deepProblem(from)),
    );
    found.push(...resolved(text).map(deepProblem));
    for (const problem of found) if (problem) problems.push(`${path}: ${problem}`);
  }
  return problems;
}

function roomOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

function relativeProblem(
  path: string,
  from: string,
  typeOnly: boolean,
  files: Map<string, string>,
) {
  if (!/\.(js|json)$/.test(from)) return `the import of ${from} must end in .js`;
  const target = join(dirname(path), from).replace(/\.js$/, ".ts");
  if (target.endsWith(".ts") && !files.has(target)) return `${from} does not exist`;
  const own = Object.keys(apart).find((folder) => path.startsWith(folder));
  const isGranted =
    own && (apart[own].code.includes(target) || (typeOnly && apart[own].types.includes(target)));
  if (own && !target.startsWith(own) && !isGranted) {
    return `${own} may not import ${target}: it checks the code around it`;
  }
  const [here, there] = [roomOf(path), roomOf(target)];
  if (!target.startsWith("src/")) return `${from} lies outside src`;
  if (here === there) return undefined;
  if (!here) return there && publicRooms.includes(there) ? undefined : `${there} is not public`;
  const room = rooms[here];
  if (!room) return `the room ${here} is not in the table`;
  if (!there) return "no room may import the public index";
  const doors = rooms[there]?.doors;
  const inside = target.slice(`src/${there}/`.length);
  if (doors && !doors.includes(inside)) {
    return `${there} is entered by ${doors.join(" or ")}, and not by ${inside}`;
  }
  if (room.rooms.includes(there) || (typeOnly && room.types?.includes(there))) return undefined;
  return `${here} may not import ${there}`;
}

function packageProblem(path: string, from: string, typeOnly: boolean): string | undefined {
  const here = roomOf(path) ?? "index";
  const room = rooms[here];
  if (Object.keys(apart).some((folder) => path.startsWith(folder)))
    return `it may import nothing from outside (${from})`;
  if (/^rederive(\/|$)/.test(from)) return "src may not import the package itself";
  if (
    room?.bare &&
    !typeOnly &&
    !room.notInBrowsers?.some((one) => path === `src/${here}/${one}`)
  ) {
    return `${here} runs in browsers, and may import nothing from outside (${from})`;
  }
  const builtin = from.replace(/^node:/, "");
  if (disk.includes(builtin) && !room?.disk) return `${here} may not touch the disk (${from})`;
  if (processes.includes(builtin) && !room?.processes) {
    return `${here} may not start processes (${from})`;
  }
  const owner = owners[packageOf(from)];
  return owner && !owner.includes(here)
    ? `only ${owner.join(" and ")} may import ${packageOf(from)}`
    : undefined;
}

/** Whether an import reaches into a package, past what it offers; its package.json is for everyone. */
function deepProblem(from: string): string | undefined {
  const isWhole = from === packageOf(from) || from === `${packageOf(from)}/package.json`;
  if (isWhole || /^[./]/.test(from) || isBuiltin(from) || entries.includes(from)) return undefined;
  return `${from} is a file inside ${packageOf(from)}: import what the package itself exports`;
}

const packageOf = (from: string): string =>
  from
    .split("/")
    .slice(0, from.startsWith("@") ? 2 : 1)
    .join("/");
