/** Each way to declare a name, with an expression that tells which declaration is in sight. */
const kinds: Record<string, { declare: (name: string, n: number) => string; use?: string }> = {
  const: { declare: (name, n) => `const ${name} = ${n};`, use: "NAME" },
  let: { declare: (name, n) => `let ${name} = "${n}";`, use: "NAME" },
  var: { declare: (name, n) => `var ${name} = [${n}];`, use: "NAME" },
  function: { declare: (name, n) => `function ${name}() { return ${n}; }`, use: "NAME()" },
  generator: { declare: (name, n) => `function* ${name}() { yield ${n}; }`, use: "[...NAME()]" },
  class: { declare: (name, n) => `class ${name} { value = ${n}; }`, use: "new NAME().value" },
  enum: { declare: (name, n) => `enum ${name} { First = ${n} }`, use: "NAME.First" },
  object: { declare: (name, n) => `const { ${name} } = { ${name}: ${n} };`, use: "NAME" },
  import: {
    declare: (name) => `import { join as ${name} } from "node:path";`,
    use: 'NAME("a", "b")',
  },
};

/**
 * Every way to declare a name followed by every other for the same name in a later cell, each with its use: three
 * cells to a pair.
 */
export function redeclarations(): string[] {
  const entries = Object.entries(kinds);
  return entries.flatMap(([first, before]) =>
    entries.flatMap(([second, after]) => {
      const name = `${first}_${second}`;
      const use = (kind: typeof before) => (kind.use ?? "NAME").replace("NAME", name);
      return [
        before.declare(name, 1),
        `${use(before)}`,
        `${after.declare(name, 2)}\n${use(after)}`,
      ];
    }),
  );
}
