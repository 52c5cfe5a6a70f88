/** What of Node's own parts the guards need and no public interface gives. */
interface NodeParts {
  /** Forgets the asynchronous operations that the running code counts as within. */
  clearAsyncIdStack?(): void;
  /** Lets Node take SIGINT for its guards, whether one stands or not: it no longer ends the process. */
  startSigintWatchdog?(): void;
}

/** Node warns of this way to its parts once; whoever reads the notebook can do nothing about that. */
export function nodePart(name: "async_wrap" | "contextify"): NodeParts {
  const { binding } = process as unknown as { binding?(name: string): NodeParts };
  const { noDeprecation } = process;
  process.noDeprecation = true;
  try {
    return binding?.call(process, name) ?? {};
  } catch {
    return {}; // a Node to come may have closed it: an end is then as safe as Node itself makes it
  } finally {
    process.noDeprecation = noDeprecation;
  }
}
