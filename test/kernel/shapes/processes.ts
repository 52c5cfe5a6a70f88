import { fileOf, forever, rungs, type Shape, spawned, wait } from "./shape.js";

const { children, code, native, wait: waits } = rungs;

/** Child processes, and what calls of the system wait for. */
export const ofProcesses: Shape[] = [
  children("a pipe of children", `${spawned} execSync("sleep 30 | cat");`),
  native("a shell whose children go on behind it", `${spawned} execSync("(sleep 3 & wait)");`),
  children(
    "a child that writes without end",
    `${spawned} execSync("yes", { stdio: ["ignore", "ignore", "ignore"] });`,
  ),
  children(
    "a child whose pipe is full",
    `${spawned} const c = spawn("yes"); await new Promise((r) => c.on("exit", r));`,
  ),
  children("a program that is run", `${spawned} execFileSync("sleep", ["30"]);`),
  children(
    "a child that ends orderly at SIGINT",
    `${spawned} execSync("trap 'exit 3' INT; sleep 30");`,
  ),
  children(
    "a promise of a child",
    `${spawned} await (await import("node:util")).promisify(exec)("sleep 30");`,
  ),
  children(
    "a forked module that sends nothing",
    `${spawned} ${fileOf("m.cjs", "setInterval(() => {}, 1000); process.on('message', () => {});")} const c = fork(file); await new Promise((r) => c.on("message", r).on("exit", r));`,
  ),
  children(
    "a child that writes to this kernel's output",
    `${spawned} execSync("while true; do echo x; sleep 0.05; done", { stdio: "inherit" });`,
  ),
  waits(
    "a child of its own group",
    `${spawned} const c = spawn("sleep", ["20"], { detached: true }); await new Promise((r) => c.on("exit", r));`,
  ),
  native(
    "a program that ignores SIGINT",
    `${spawned} execFileSync(process.execPath, ["-e", "process.on('SIGINT', () => {}); setTimeout(() => {}, 3000)"]);`,
  ),
  native("a program of another session", `${spawned} execSync("setsid sleep 3");`),
  code(
    "a child's output",
    `${spawned} spawn("echo", ["x"]).stdout!.on("data", () => { ${forever} }); ${wait}`,
  ),
  code(
    "a child's message",
    `${spawned} ${fileOf("m.cjs", "process.send(1); setTimeout(() => {}, 5000);")} fork(file).on("message", () => { ${forever} }); ${wait}`,
  ),
  native(
    "a read of a pipe that nobody writes to yet",
    `${spawned} ${fileOf("x", "")} execSync("mkfifo " + file + ".fifo"); spawn("setsid", ["sh", "-c", "sleep 3; echo x > " + file + ".fifo"], { detached: true }); fs.readFileSync(file + ".fifo", "utf8");`,
  ),
];
