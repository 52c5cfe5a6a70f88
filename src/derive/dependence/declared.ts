/** What a quantity is a function of. The arguments are the direct ones, and it has no other. */
export interface Depends {
  kind: "depends";
  name: string;
  /** Its direct arguments; none for a constant. `L depends on w only through z` says that L is on z, and z on w. */
  on: string[];
  text: string;
}

const name = /^[A-Za-z]\w*$/;

/**
 * Reads `y depends on x`, `f depends on x and y`, `L depends on w only through z`, `y does not depend on x` and
 * `a constant`; undefined for a text of another kind.
 */
export function readDependence(text: string): Depends[] | undefined {
  const depends = (of: string, on: string[]): Depends => ({ kind: "depends", name: of, on, text });
  const none =
    /^\s*(\w+)\s+does\s+not\s+depend\s+on\s+.+$/.exec(text) ??
    /^\s*(\w+)\s+constant\s*$/.exec(text);
  if (none && name.test(none[1])) return [depends(none[1], [])];
  const found = /^\s*(\w+)\s+depends\s+on\s+(.+?)(?:\s+only\s+through\s+(.+?))?\s*$/.exec(text);
  if (!found) return undefined;
  const [, of, on, through] = found;
  const [arguments_, between] = [listed(on), through === undefined ? [] : listed(through)];
  if (![of, ...arguments_, ...between].every((one) => name.test(one))) return undefined;
  if (through === undefined) return [depends(of, arguments_)];
  return [depends(of, between), ...between.map((one) => depends(one, arguments_))];
}

/** `x, y and z` */
const listed = (text: string): string[] => text.split(/\s*,\s*(?:and\s+)?|\s+and\s+/);
