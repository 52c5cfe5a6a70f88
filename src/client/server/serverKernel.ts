import {
  type Conversation,
  executeContent,
  type Heard,
  type Lost,
  valueIn,
} from "../messages/conversation.js";
import { within } from "../messages/within.js";
import { type KernelServer, ServerFault } from "./server.js";
import type { ServiceKernel, ServiceMessage } from "./services.js";

/** Seconds that a kernel may take until it answers. */
const startTime = 90;

/**
 * Starts a kernel on a server, and waits until it answers.
 *
 * @param path the folder in which it is to begin, from the server's own one
 * @throws ServerFault if the server cannot do so
 */
export async function startServerKernel(
  server: KernelServer,
  name: string,
  path: string,
  folder: string,
): Promise<Conversation> {
  const body = { name, path, env: { KERNEL_WORKING_DIR: folder } }; // the second is Enterprise Gateway's
  const answer = await server.request("api/kernels", "POST", body);
  const model = (await answer.json()) as { id: string };
  const end = () =>
    server.request(`api/kernels/${model.id}`, "DELETE").then(
      () => undefined,
      () => undefined, // it is gone, or the server is
    );
  const kernel = new server.services.KernelConnection({
    model,
    serverSettings: server.settings,
    handleComms: false,
  });
  const lost = lossOf(kernel, server);
  const first = await Promise.race([within(kernel.info, startTime), lost]).catch((): Lost => ({
    why: "it did not come up",
    way: true,
  }));
  if (!first || "why" in first) {
    kernel.dispose();
    await end();
    const why = first && "why" in first ? first.why : `did not answer within ${startTime} s`;
    throw new ServerFault(`kernel ${name} on ${server.url}: ${String(why)}`, true);
  }
  let heard: Heard = () => undefined;
  kernel.iopubMessage.connect((_, { header, parent_header: parent, content }: ServiceMessage) =>
    heard(String(parent.msg_id), header.msg_type, content),
  );
  const close = async () => {
    if (!isOpen) return;
    isOpen = false;
    kernel.dispose();
    await end();
  };
  let isOpen = true;
  void lost.then(close);
  return {
    lost,
    close,
    kill: () => void close(),
    hear: (listener) => (heard = listener),
    languageInfo: first.language_info ?? {},
    async interrupt() {
      await server.request(`api/kernels/${model.id}/interrupt`, "POST").catch(() => undefined);
    },
    execute(code, quiet = false, expression?: string) {
      const future = kernel.requestExecute(executeContent(code, quiet, expression), true);
      const ended = future.done.then(
        (reply) => ({
          status: reply?.content.status === "ok" ? ("ok" as const) : ("error" as const),
          value: valueIn(reply?.content ?? {}),
        }),
        () => new Promise<never>(() => undefined), // the kernel was lost, and says so itself
      );
      return { id: future.msg.header.msg_id, ended };
    },
  };
}

/**
 * When a kernel can no longer be heard. A socket that breaks may have lost what was said meanwhile, so that it counts as
 * broken for good: the notebook begins again in another kernel.
 */
function lossOf(kernel: ServiceKernel, { url }: KernelServer): Promise<Lost> {
  return new Promise((gone) => {
    let wasConnected = false;
    kernel.connectionStatusChanged.connect((_, status) => {
      if (status === "connected") wasConnected = true;
      else if (wasConnected || status === "disconnected") {
        gone({ why: `lost its connection to ${url}`, way: true });
      }
    });
    kernel.statusChanged.connect((_, status) => {
      if (status === "dead") gone({ why: "ended its process" });
      if (status === "autorestarting") gone({ why: "ended its process, and was started anew" });
    });
  });
}
