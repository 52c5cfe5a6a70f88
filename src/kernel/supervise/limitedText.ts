type Write = (name: "stdout" | "stderr", text: string) => void;

/** Characters of what a cell gives past the session: as many as of its outputs. */
const most = 64 * 2 ** 20;

/** Cuts what is written after the beginning of a cell where it becomes too much, with a notice. */
export function limitedText(write: Write): { begin(): void; print: Write } {
  let size = 0;
  return {
    begin: () => (size = 0),
    print(name, text) {
      if (size > most) return;
      size += text.length;
      if (size <= most) return write(name, text);
      write("stderr", `\noutput cut: the cell's processes gave more than ${most} characters\n`);
    },
  };
}
