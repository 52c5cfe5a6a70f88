/** What a page has to know of a language to colour its code. */
export interface Language {
  /** Words of the language's own. */
  keywords: Set<string>;
  /** Words that are values. */
  literals: Set<string>;
  /** What begins a comment that ends with its line. */
  lineComments: string[];
  /** What begins and ends any other comment. */
  comments: [begin: string, end: string][];
  /** What begins and ends a string on one line, with backslashes as escapes. */
  quotes: string;
  /** What begins and ends a string over several lines. */
  longQuotes: string[];
  /** Whether a slash may begin a regular expression, and a backtick a template. */
  script?: boolean;
}

const words = (text: string): Set<string> => new Set(text.split(" "));
const values = words("true false null");
const slashes = {
  lineComments: ["//"],
  comments: [["/*", "*/"]] as [string, string][],
  quotes: "\"'",
  longQuotes: [],
};
const hashes = { lineComments: ["#"], comments: [], quotes: "\"'", longQuotes: [] };

const typescript: Language = {
  ...slashes,
  script: true,
  keywords: words(
    "abstract accessor any as asserts async await bigint boolean break case catch class const continue debugger declare " +
      "default delete do else enum export extends finally for from function get if implements import in infer " +
      "instanceof interface is keyof let namespace never new number object of out override package private protected " +
      "public readonly require return satisfies set static string super switch symbol this throw try type typeof " +
      "unique unknown using var void while with yield",
  ),
  literals: words("true false null undefined NaN Infinity"),
};
const python: Language = {
  ...hashes,
  longQuotes: ['"""', "'''"],
  keywords: words(
    "and as assert async await break case class continue def del elif else except finally for from global if import " +
      "in is lambda match nonlocal not or pass raise return try while with yield",
  ),
  literals: words("True False None NotImplemented Ellipsis"),
};
const r: Language = {
  ...hashes,
  keywords: words("break else for function if in next repeat return while"),
  literals: words("TRUE FALSE NULL NA NaN Inf NA_integer_ NA_real_ NA_character_"),
};
const julia: Language = {
  ...hashes,
  comments: [["#=", "=#"]],
  quotes: '"',
  longQuotes: ['"""'],
  keywords: words(
    "abstract baremodule begin break catch const continue do else elseif end export finally for function global if " +
      "import in isa let local macro module mutable primitive quote return struct try type using where while",
  ),
  literals: words("true false nothing missing Inf NaN pi"),
};
const shell: Language = {
  ...hashes,
  keywords: words(
    "case cd do done echo elif else esac exit export fi for function if in local read return set shift source then " +
      "unset until while",
  ),
  literals: words("true false"),
};
const json: Language = { ...slashes, quotes: '"', keywords: new Set(), literals: values };
const compiled: Language = {
  ...slashes,
  keywords: words(
    "abstract auto bool break byte case catch char class const constexpr continue def default defer delete do double " +
      "else enum explicit export extends extern final finally float fn for foreach func fun goto if impl implements " +
      "import in inline int interface internal let long match mod module mut namespace new object operator out " +
      "override package private protected pub public ref return self short signed sizeof static string struct super " +
      "switch template this throw throws trait try type typedef typename union unsafe unsigned use using val var " +
      "virtual void volatile when where while",
  ),
  literals: words("true false null nil nullptr None"),
};
const sql: Language = {
  ...slashes,
  lineComments: ["--"],
  keywords: words(
    "AND AS ASC BY CASE CREATE DELETE DESC DISTINCT DROP ELSE END FROM GROUP HAVING IN INSERT INTO IS JOIN LEFT LIKE " +
      "LIMIT NOT ON OR ORDER OUTER RIGHT SELECT SET TABLE THEN UNION UPDATE VALUES WHEN WHERE WITH",
  ),
  literals: words("NULL TRUE FALSE"),
};
const settings: Language = {
  ...hashes,
  keywords: new Set(),
  literals: words("true false null yes no"),
};

const named: [language: Language, names: string][] = [
  [typescript, "typescript ts tsx mts cts javascript js jsx mjs cjs"],
  [python, "python py python2 python3 ipython"],
  [r, "r"],
  [julia, "julia jl"],
  [shell, "bash sh shell zsh"],
  [json, "json jsonc"],
  [compiled, "c h c++ cpp java c# csharp cs go golang rust rs kotlin kt swift scala"],
  [sql, "sql"],
  [settings, "yaml yml toml ini"],
];
const byName = new Map(
  named.flatMap(([language, names]) => names.split(" ").map((name) => [name, language] as const)),
);

/** The language of a name, as a notebook or a fence gives it; undefined if a page does not colour it. */
export function languageOf(name: string): Language | undefined {
  return byName.get(name.toLowerCase());
}
