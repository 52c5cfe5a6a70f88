import { type Answered, type Client, startClient } from "./client.js";

type Body = Record<string, any>;

/** A frame of the stack, as a reader would say it. */
export type Shown = string;

/** A client of the kernel that also speaks the debug adapter protocol. */
export interface DebugClient {
  client: Client;
  /** The whole response. */
  ask(command: string, args?: object): Promise<Body>;
  /** The body of a response that must be a success. */
  dap(command: string, args?: object): Promise<Body>;
  events(): Body[];
  /** Breakpoints in a cell, by its text; gives its path. */
  breakAt(
    code: string,
    ...lines: (number | { line: number; condition?: string })[]
  ): Promise<string>;
  /** Begins something and waits until the code stands. */
  stopped<T>(begin: () => T): Promise<{ begun: T; event: Body }>;
  /** Goes on, and waits until the code stands again; gives where. */
  step(command: string): Promise<Shown>;
  /** The frames: `name line`. */
  stack(): Promise<Shown[]>;
  /** The variables of a scope of the innermost frame. */
  scope(name: string): Promise<Record<string, string>>;
  attach(): Promise<void>;
}

export async function debugClient(options: { cwd?: string } = {}): Promise<DebugClient> {
  const client = await startClient(options);
  let seq = 0;
  const ask: DebugClient["ask"] = async (command, args = {}) => {
    const request = { type: "request", seq: ++seq, command, arguments: args };
    return (await client.request("debug_request", request, "control")).reply;
  };
  const dap: DebugClient["dap"] = async (command, args) => {
    const reply = await ask(command, args);
    if (!reply.success) throw new Error(`${command}: ${reply.message}`);
    return reply.body;
  };
  const events = () =>
    client.heard.filter(({ type }) => type === "debug_event").map(({ content }) => content);
  const stopped: DebugClient["stopped"] = async (begin) => {
    const from = events().length;
    const begun = begin();
    const next = () =>
      events()
        .slice(from)
        .find(({ event }) => event === "stopped");
    await client.until(() => next() !== undefined);
    return { begun, event: next()?.body };
  };
  const stack = async () =>
    (await dap("stackTrace", { threadId: 1 })).stackFrames.map(
      ({ name, line }: Body) => `${name} ${line}`,
    );
  return {
    client,
    ask,
    dap,
    events,
    stopped,
    stack,
    async breakAt(code, ...lines) {
      const { sourcePath: path } = await dap("dumpCell", { code });
      const breakpoints = lines.map((line) => (typeof line === "number" ? { line } : line));
      await dap("setBreakpoints", { source: { path }, breakpoints });
      return path;
    },
    async step(command) {
      const { begun } = await stopped(() => dap(command, { threadId: 1 }));
      await begun;
      return (await stack())[0];
    },
    async scope(name) {
      const { stackFrames } = await dap("stackTrace", { threadId: 1 });
      const { scopes } = await dap("scopes", { frameId: stackFrames[0].id });
      const { variablesReference } = scopes.find((one: Body) => one.name === name);
      return valuesOf((await dap("variables", { variablesReference })).variables);
    },
    async attach() {
      await dap("initialize", { clientID: "test" });
      await dap("attach");
    },
  };
}

export function valuesOf(variables: Body[]): Record<string, string> {
  return Object.fromEntries(variables.map(({ name, value }) => [name, value]));
}

export function stdoutOf({ outputs }: Answered): string {
  return outputs.map(({ content }) => (content.name === "stdout" ? content.text : "")).join("");
}
