/** A message as a line of JSON; readers of lines end them at two characters more than JSON writes otherwise. */
export function jsonLine(message: object): string {
  return JSON.stringify(message).replace(
    /[\u2028\u2029]/g,
    (end) => `\\u${end.charCodeAt(0).toString(16)}`,
  );
}
