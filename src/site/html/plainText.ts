/** Text without the terminal's colours and control characters, each line as it stood last. */
export function plainText(content: string): string {
  return content
    .replace(/\u001b\[[0-9;?]*[A-Za-z]|\u001b\][^\u0007\u001b]*\u0007/g, "")
    .split("\n")
    .map(lastState)
    .join("\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
}

/** A line after its carriage returns: what was written last; one that ends it waits for more and overwrites nothing. */
function lastState(line: string): string {
  let end = line.length;
  while (line[end - 1] === "\r") end--;
  return line.slice(line.lastIndexOf("\r", end - 1) + 1, end);
}
