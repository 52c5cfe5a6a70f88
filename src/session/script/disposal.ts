type Dispose = () => unknown;

/** What is thrown where the end of a block fails after the block itself has. */
class Suppressed extends Error {
  override name = "SuppressedError";

  constructor(
    readonly error: unknown,
    readonly suppressed: unknown,
  ) {
    super(`the end of a \`using\` failed, ${String(error)}, after its block had`, {
      cause: suppressed,
    });
  }
}

/**
 * Ends the life of what a block declared by `using`, the last one first. The compiled code of such a block calls it
 * under the name `babelHelpers.usingCtx`: `u` and `a` take a value of `using` and of `await using`, `e` is what the
 * block has thrown, and `d` ends all.
 */
export function usingCtx() {
  const nothing = {};
  const open: { dispose: Dispose | undefined; awaits: boolean }[] = [];
  const take = <T>(value: T, awaits: boolean): T => {
    if (value === null || value === undefined) {
      if (awaits) open.push({ dispose: undefined, awaits });
      return value;
    }
    const methods = value as { [Symbol.dispose]?: Dispose; [Symbol.asyncDispose]?: Dispose };
    const dispose =
      typeof value !== "object" && typeof value !== "function"
        ? undefined
        : ((awaits ? methods[Symbol.asyncDispose] : undefined) ?? methods[Symbol.dispose]);
    if (typeof dispose !== "function") {
      throw new TypeError("using: the value must have a method [Symbol.dispose]");
    }
    open.push({ dispose: () => dispose.call(value), awaits });
    return value;
  };
  const context = {
    e: nothing as unknown,
    u: <T>(value: T): T => take(value, false),
    a: <T>(value: T): T => take(value, true),
    d(): Promise<void> | undefined {
      const failed = (error: unknown) => {
        context.e = context.e === nothing ? error : new Suppressed(error, context.e);
      };
      const next = (): Promise<void> | undefined => {
        for (let one = open.pop(); one; one = open.pop()) {
          try {
            const ended = one.dispose?.();
            if (one.awaits)
              return Promise.resolve(ended).then(next, (error: unknown) => (failed(error), next()));
          } catch (error) {
            failed(error);
          }
        }
        if (context.e !== nothing) throw context.e;
        return undefined;
      };
      return next();
    },
  };
  return context;
}
