import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** What is used of `@jupyterlab/services`; the package is installed only where somebody works with servers. */
export interface Services {
  ServerConnection: {
    makeSettings(options: object): object;
    makeRequest(url: string, init: object, settings: object): Promise<Response>;
  };
  KernelConnection: new (options: object) => ServiceKernel;
}

export interface ServiceKernel {
  requestExecute(content: object, dispose?: boolean): Future;
  dispose(): void;
  readonly connectionStatus: string;
  readonly iopubMessage: Signal<ServiceMessage>;
  readonly connectionStatusChanged: Signal<string>;
  readonly statusChanged: Signal<string>;
  readonly info: Promise<{ language_info?: Record<string, unknown> }>;
}

interface Signal<Value> {
  connect(slot: (sender: unknown, value: Value) => void): void;
}

export interface ServiceMessage {
  header: { msg_type: string };
  parent_header: { msg_id?: string };
  content: Record<string, unknown>;
}

interface Future {
  msg: { header: { msg_id: string } };
  done: Promise<{ content: Record<string, unknown> } | undefined>;
}

const name = "@jupyterlab/services";

/** Loads the package. @throws Error with the command that installs it */
export async function loadServices(
  folder: string,
): Promise<{ services: Services; WebSocket: Socket }> {
  // The package tells the console of each socket that it opens; a report is no place for that.
  console.debug = () => undefined;
  for (const from of [pathToFileURL(`${folder}/_.js`).href, import.meta.url]) {
    try {
      const require = createRequire(from);
      const services = require(name) as Services;
      const WebSocket = createRequire(require.resolve(name))("ws") as Socket;
      return { services, WebSocket };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    }
  }
  throw new Error(`--server needs ${name}; install it with \`npm install ${name}@7.6.6\``);
}

/** A WebSocket that takes headers, as that of `ws` does. */
export type Socket = new (url: string, protocols: string | string[], options: object) => object;
