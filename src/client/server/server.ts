import { loadServices, type Services } from "./services.js";

/** A server that was found unable to do what it was asked. */
export class ServerFault extends Error {
  override name = "ServerFault";

  constructor(
    message: string,
    /** Whether another try, here or elsewhere, may help: it was full, slow, or could not be reached. */
    readonly passing: boolean,
  ) {
    super(message);
  }
}

/** A server that starts kernels: Jupyter Server, Kernel Gateway or Enterprise Gateway. */
export interface KernelServer {
  /** Its address, without what it was given beside it. */
  url: string;
  services: Services;
  settings: object;
  request(path: string, method: string, body?: object): Promise<Response>;
}

/** Milliseconds that a server has to answer a request; starting a kernel on a cluster may take a minute. */
const patience = 90_000;

/**
 * A server by its address and its token. The token goes into a header of each request and of each socket, and nowhere else.
 *
 * @throws Error if the address is none of HTTP, or holds a name, a password or a query of its own
 */
export async function kernelServer(
  address: string,
  token: string,
  folder: string,
): Promise<KernelServer> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search) {
    throw new Error(
      "--server must be an http or https address without name, password or query; the token belongs in --token-file",
    );
  }
  const { services, WebSocket } = await loadServices(folder);
  const headers = token ? { Authorization: `token ${token}` } : {};
  // A function that is called with `new` gives what it returns.
  const withHeader = function (to: string, protocols: string[]) {
    return new WebSocket(to, protocols, { headers });
  };
  const settings = services.ServerConnection.makeSettings({
    baseUrl: url.href,
    token,
    appendToken: false,
    WebSocket: Object.assign(withHeader, { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 }),
  });
  const base = url.href.replace(/\/$/, "");
  const request: KernelServer["request"] = async (path, method, body) => {
    const init = {
      method,
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patience),
    };
    let answer: Response;
    try {
      answer = await services.ServerConnection.makeRequest(`${base}/${path}`, init, settings);
    } catch (error) {
      throw new ServerFault(`${base} cannot be reached (${causeOf(error)})`, true);
    }
    if (answer.ok) return answer;
    throw await refusal(base, answer);
  };
  return { url: base, services, settings, request };
}

function causeOf(error: unknown): string {
  const { message, stack = "" } = error as Error;
  return /\b(E[A-Z]{4,}|UND_ERR_\w+)\b/.exec(`${message}\n${stack}`)?.[1] ?? message;
}

async function refusal(base: string, answer: Response): Promise<ServerFault> {
  const said = await answer.text().catch(() => "");
  const { status } = answer;
  // A gateway that has no room for another kernel says 403, as one that does not know us.
  const isFull = status === 403 && /limit|maximum|exceed|quota/i.test(said);
  if (status === 401 || (status === 403 && !isFull)) {
    return new ServerFault(`${base} refuses the token (${status}); look at --token-file`, false);
  }
  if (isFull) return new ServerFault(`${base} has no room for another kernel (${status})`, true);
  const what = status >= 500 || status === 429 ? "fails" : "does not do what it is asked";
  return new ServerFault(`${base} ${what} (${status})`, status >= 500 || status === 429);
}
