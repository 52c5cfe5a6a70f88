/** A cause for which a cell does not end, and what ends it: a rung of the ladder in docs/kernel.md. */
export interface Shape {
  what: string;
  ends: "children" | "wait" | "code" | "native";
  /** The cell; it prints "begun" before. */
  cell: string;
}

export const forever = "for (;;) {}";
export const wait = "await new Promise(() => {});";
export const spawned =
  'const { spawn, execSync, spawnSync, exec, execFileSync, fork } = await import("node:child_process");';

/** A new file in a folder of its own, as `file`. */
export const fileOf = (name: string, text: string) =>
  `const fs = await import("node:fs"), os = await import("node:os"), path = await import("node:path"); const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "loop-")), "${name}"); fs.writeFileSync(file, ${JSON.stringify(text)});`;

const shape = (ends: Shape["ends"]) => (what: string, cell: string) => ({ what, ends, cell });

/** One function a rung. */
export const rungs = {
  children: shape("children"),
  wait: shape("wait"),
  code: shape("code"),
  /** On a machine where the call is over before the interrupt the cell still waits for that. */
  native: (what: string, cell: string) => shape("native")(what, `${cell}\n${wait}`),
};
