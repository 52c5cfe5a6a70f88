/** A notebook that holds about so many characters of one kind. */
export interface Kind {
  name: string;
  notebook(size: number): string;
}

type Data = Record<string, unknown>;

const cells = (list: Data[]): string =>
  JSON.stringify({
    metadata: { language_info: { name: "typescript" } },
    nbformat: 4,
    nbformat_minor: 5,
    cells: list,
  });
const code = (source: string, output: Data): Data => ({
  cell_type: "code",
  id: "c",
  metadata: {},
  source,
  execution_count: 1,
  outputs: [output],
});
const stream = (name: string) => (text: string) =>
  cells([code("f()", { output_type: "stream", name, text })]);
const shown = (type: string) => (text: string) =>
  cells([code("f()", { output_type: "display_data", metadata: {}, data: { [type]: text } })]);
const prose = (source: string) => cells([{ cell_type: "markdown", id: "m", metadata: {}, source }]);
const inCell = (source: string) =>
  cells([code(source, { output_type: "stream", name: "stdout", text: "1" })]);
const failure = (text: string) =>
  cells([code("f()", { output_type: "error", ename: "E", evalue: text, traceback: [text] })]);

/** A piece over and over, between two ends that count once. */
function kind(
  name: string,
  piece: string,
  wrap: (text: string) => string,
  [before, after]: [string, string] = ["", ""],
): Kind {
  return {
    name,
    notebook: (size) => wrap(before + piece.repeat(Math.ceil(size / piece.length)) + after),
  };
}

const out = stream("stdout");
const html = shown("text/html");
const svg = shown("image/svg+xml");
const box: [string, string] = ['<svg viewBox="0 0 9 9">', "</svg>"];

export const kinds: Kind[] = [
  kind("a line of standard output", "x", out),
  kind("lines of standard output", "x = 1\n", out),
  kind("carriage returns", "50%\r", out),
  kind("returns alone, then a letter", "\r", out, ["", "x"]),
  kind("terminal links that never end", "\u001b]", out),
  kind("colours", "\u001b[31mx", stream("stderr")),
  kind("plain text", "1234567890", shown("text/plain")),
  kind("plain text, digits and a letter", "1", shown("text/plain"), ["", "x"]),
  kind("spaces", " ", shown("text/plain"), ["x", "x"]),
  kind("a traceback", "at f (x.ts)", failure),
  kind("HTML", "<b>bold</b> ", html),
  kind("HTML, nested", "<div>", html),
  kind("HTML that never ends", "<table", html),
  kind("HTML, one attribute", "x", html, ['<p title="', '">x</p>']),
  kind("HTML, empty heads", "<th>   ", html),
  kind("TeX", "x + ", shown("text/latex"), ["$", "x$"]),
  kind("TeX, nested", "{", shown("text/latex")),
  kind("Markdown output", "*word* ", shown("text/markdown")),
  kind("a paragraph", "word ", prose),
  kind("quotations within quotations", "> ", prose),
  kind("open brackets", "[", prose),
  kind("stars", "*", prose, ["", "x"]),
  kind("dollars", "$", prose),
  kind("inline formulas", "$x$, ", prose),
  kind("HTML in prose", "<b>x</b>", prose),
  kind("comments that never end", "<!--", prose),
  kind("code spans that never end", "`a``b", prose),
  kind("displays that never end", "\\[", prose),
  kind("a path", "M0 0L1 1", svg, [`${box[0]}<path d="`, `"/>${box[1]}`]),
  kind("many shapes", '<path d="M0 0"/>', svg, box),
  kind("titles that never end", "<title", svg, box),
  kind("pictures that never end", "<svg ", svg, box),
  kind("JSON", "x", shown("application/json")),
  kind("formulas in brackets that never end", "\\(", prose),
  kind("displays on lines that never end", "\\[\n", prose),
  kind("headings of one name", "# a\n", prose),
  kind("links that never end", "[](", prose),
  kind("rows of a table", "|x|y|\n", prose, ["|a|b|\n|-|-|\n", ""]),
  kind("ampersands", "&", prose),
  kind("items of a list", "- a\n", prose),
  kind("definitions of links", "[a]: x\n", prose),
  kind("tagged displays", "$$x \\tag{a.b}$$\n\n", prose),
  kind("tagged displays in one line", "$$x \\tag{a.b}$$ ", prose),
  kind("a long formula", "x+", prose, ["$$", "x$$"]),
  kind("HTML, ends of what was never opened", "<b></i>", html),
  kind("empty lines of code", "\n", inCell, ["1", "1"]),
  kind("tags in code", "<a>", inCell),
  kind("a word in code", "a", inCell),
  kind("slashes in code", "= /[", inCell),
  {
    name: "a line of code",
    notebook: (size) =>
      cells([code("x+".repeat(size / 2), { output_type: "stream", name: "stdout", text: "1" })]),
  },
  {
    name: "a string in code",
    notebook: (size) =>
      cells([code(`"${"x".repeat(size)}"`, { output_type: "stream", name: "stdout", text: "1" })]),
  },
];

/** One notebook that holds about so many characters of each kind. */
export function whole(size: number): string {
  const all = kinds.flatMap(({ notebook }) => JSON.parse(notebook(size)).cells as Data[]);
  return cells(all.map((cell, i) => ({ ...cell, id: `c${i}` })));
}
