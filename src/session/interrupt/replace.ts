export type Method = (this: unknown, ...args: unknown[]) => unknown;
export type Methods = Record<string | symbol, Method>;

/** Puts a method in place of another and leaves on it what others have hung there. */
export function replace(owner: Methods, name: string | symbol, by: (own: Method) => Method): void {
  const descriptor = Object.getOwnPropertyDescriptor(owner, name);
  const own = descriptor?.value as Method | undefined;
  if (!own) return;
  const value = Object.defineProperties(by(own), Object.getOwnPropertyDescriptors(own));
  Object.defineProperty(owner, name, { ...descriptor, value });
}
