export interface Item {
  number: number;
  id: string;
  status: string;
  notebook: string;
}

export interface Cell {
  cell_type: string;
  source: string | string[];
}

/** Everything in which an equation's id may stand: files and notebooks by name. */
export interface Places {
  inventory: Item[];
  notebooks: Map<string, Cell[]>;
  sources: Map<string, string>;
  tests: Map<string, string>;
}

interface Place {
  id: string;
  where: string;
}

// A definition is stated and a hypothesis assumed: there is nothing to derive.
const stated = ["definition", "hypothesis"];

// A derivation may go on in a later cell of its chapter, and a suite in a second file.
const once = ["tags", "functions"];

/** What breaks the rule that an id stands once in each of its places, one sentence each. */
export function idProblems({ inventory, notebooks, sources, tests }: Places): string[] {
  const notebookOf = new Map(inventory.map(({ id, notebook }) => [id, notebook]));
  const cells = (type: string) =>
    [...notebooks].map(([where, list]): [string, string] => [
      where,
      list
        .filter((cell) => cell.cell_type === type)
        .map(({ source }) => [source].flat().join(""))
        .join("\n"),
    ]);
  const tags = find(cells("markdown"), /\\tag\{([^}]*)\}/g);
  const derivations = find(cells("code"), /\bderivation\(\s*["'`]([^"'`]*)["'`]/g);
  const functions = find(sources, /^\s*(?:\/\*)?\*+ @eq (\S+)/gm);
  const topics = new Set(inventory.map(({ id }) => id.split(".")[0]));
  const suites = find(tests, /\bsuite\(\s*["'`]([^"'`]*)["'`]/g).filter(
    ({ id }) => /^[a-z]+\.\S+$/.test(id) && topics.has(id.split(".")[0]),
  );
  const problems = [...inventoryProblems(inventory)];
  // A chapter may go beyond the notes: such an equation is tagged and derived there.
  const beyond = (id: string) => has(tags, id) && has(derivations, id);
  for (const [what, places] of Object.entries({ tags, derivations, functions, suites })) {
    for (const { id, where } of places) {
      if (!notebookOf.has(id) && !beyond(id))
        problems.push(`${where}: ${id} is not in the inventory`);
    }
    if (once.includes(what)) problems.push(...doubled(places));
  }
  for (const { id, where } of [...tags, ...derivations]) {
    const home = notebookOf.get(id);
    if (home && home !== where) problems.push(`${where}: ${id} belongs in ${home}`);
  }
  for (const [id, notebook] of notebookOf) {
    const hasClaim = inventory.some((item) => item.id === id && !stated.includes(item.status));
    if (!has(tags, id)) problems.push(`${notebook}: no equation is tagged ${id}`);
    if (hasClaim && !has(derivations, id)) problems.push(`${notebook}: no derivation of ${id}`);
    if (has(functions, id) && !has(suites, id)) problems.push(`test: no suite is named ${id}`);
  }
  return problems;
}

function inventoryProblems(inventory: Item[]): string[] {
  const problems: string[] = [];
  const homes = new Map<string, string>();
  inventory.forEach(({ number, id, notebook }, i) => {
    if (number !== i + 1) problems.push(`inventory: ${number} stands where ${i + 1} should`);
    if (!/^[a-z0-9]+\.[a-z0-9.-]*[a-z0-9]$/.test(id)) problems.push(`inventory: ${id} is no id`);
    const home = homes.get(id) ?? notebook;
    if (home !== notebook) problems.push(`inventory: ${id} has two notebooks`);
    homes.set(id, home);
  });
  return problems;
}

function find(texts: Iterable<[string, string]>, pattern: RegExp): Place[] {
  return [...texts].flatMap(([where, text]) =>
    [...text.matchAll(pattern)].map(([, id]) => ({ id, where })),
  );
}

function has(places: Place[], id: string): boolean {
  return places.some((place) => place.id === id);
}

function doubled(places: Place[]): string[] {
  const first = new Map<string, string>();
  const problems: string[] = [];
  for (const { id, where } of places) {
    const other = first.get(id);
    if (other !== undefined) problems.push(`${where}: ${id} stands already in ${other}`);
    else first.set(id, where);
  }
  return problems;
}
