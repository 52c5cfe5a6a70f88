const { apply } = Reflect;
const nothing = () => {};

/** Words of the stack, of eight bytes: some 30 calls with what V8 itself does in them. */
const words = new Array<undefined>(4096).fill(undefined);

/**
 * Refuses work of the kernel's own for which the stack of the code that asks for it has no room, before any of it is done:
 * half of it would spoil what comes behind, and on Node 20 and 22 V8 ends the process if it has no room to compile a
 * regular expression. A call pushes all that it is given, or throws.
 *
 * @throws RangeError that of V8
 */
export function needRoom(): void {
  apply(nothing, undefined, words);
}
