import { type EcmaScriptModule, parseSync } from "oxc-parser";
import { type Edit, edited } from "../text/edits.js";

/** The modules that are compiled here, and what is known of the others. */
export interface Sources {
  /** The path and JavaScript of the module that a specifier means, undefined for one that is not compiled here. */
  find(specifier: string, from: string): { path: string; code: string } | undefined;
  /** The names that another module exports. */
  names(specifier: string, from: string): Promise<string[]>;
}

/** A module's JavaScript without what no other module gives. */
export interface Reduced {
  code: string;
  /** Specifiers of the modules that do not give what was asked of them. */
  asked: string[];
}

/** A module's exports and imports, as they stand in its JavaScript. */
type RecordOf = (path: string, code: string) => EcmaScriptModule;

/**
 * Leaves out of a module what it hands on without the word `type` and is one: `export { Layer } from "./layer.js"`,
 * where `Layer` is an interface, names nothing that is there when the code runs. A compiler that sees one file alone
 * has to let it stand.
 */
export function valueExports({ find, names }: Sources) {
  const records = new Map<string, { code: string; record: EcmaScriptModule }>();
  const recordOf: RecordOf = (path, code) => {
    let known = records.get(path);
    if (known?.code !== code) {
      const { module } = parseSync(path, code, { lang: "js", sourceType: "module" });
      records.set(path, (known = { code, record: module }));
    }
    return known.record;
  };

  /** Whether a module exports a name: ECMAScript's ResolveExport, rings of modules included. */
  const gives = async (
    specifier: string,
    from: string,
    name: string,
    asked: Set<string>,
  ): Promise<boolean> => {
    const found = find(specifier, from);
    if (!found) return (await names(specifier, from)).includes(name);
    const { path, code } = found;
    const question = `${name} ${path}`;
    if (asked.has(question)) return false;
    asked.add(question);
    const stars: string[] = [];
    for (const { entries } of recordOf(path, code).staticExports) {
      for (const { exportName, importName, moduleRequest } of entries) {
        if (exportName.kind === "None") stars.push(moduleRequest?.value ?? "");
        else if ((exportName.name ?? "default") === name) {
          const own = !moduleRequest || importName.kind === "All";
          return own || gives(moduleRequest.value, path, importName.name ?? "default", asked);
        }
      }
    }
    for (const star of name === "default" ? [] : stars) {
      if (await gives(star, path, name, asked)) return true;
    }
    return false;
  };

  return async (path: string, code: string): Promise<Reduced> => {
    if (!/\bexport (?:\{|default )/.test(code)) return { code, asked: [] };
    const gone = new Map<string, string>();
    for (const [specifier, name] of handedOn(recordOf(path, code))) {
      if (!(await gives(specifier, path, name, new Set())))
        gone.set(`${specifier} ${name}`, specifier);
    }
    return { code: gone.size ? without(gone, path, code) : code, asked: [...gone.values()] };
  };
}

/** What a module exports that it has from others, by specifier and the name there. */
function handedOn({ staticExports, staticImports }: EcmaScriptModule): [string, string][] {
  const imported = new Map(
    staticImports.flatMap(({ moduleRequest, entries }) =>
      entries
        .filter(({ importName }) => importName.kind !== "NamespaceObject")
        .map(({ importName, localName }): [string, [string, string]] => [
          localName.value,
          [moduleRequest.value, importName.name ?? "default"],
        ]),
    ),
  );
  return staticExports
    .flatMap(({ entries }) => entries)
    .flatMap(({ moduleRequest, importName, localName }) => {
      if (moduleRequest && importName.kind === "Name") {
        return [[moduleRequest.value, importName.name ?? ""] as [string, string]];
      }
      return imported.has(localName.name ?? "") ? [imported.get(localName.name ?? "")!] : [];
    });
}

/** The code without the specifiers that ask for what is gone, and without statements that have none left. */
function without(gone: Map<string, string>, path: string, code: string): string {
  const { program } = parseSync(path, code, { lang: "js", sourceType: "module" });
  const lost = new Set<string>();
  const edits: Edit[] = [];
  const drop = <T extends { start: number; end: number }>(
    statement: { start: number; end: number },
    specifiers: T[],
    isGone: (specifier: T) => boolean,
  ) => {
    const left = specifiers.filter(isGone);
    if (!left.length) return;
    if (left.length === specifiers.length) edits.push([statement.start, statement.end, ""]);
    else {
      for (const { start, end } of left) {
        edits.push([start, end + (/^\s*,\s*/.exec(code.slice(end))?.[0].length ?? 0), ""]);
      }
    }
  };
  for (const statement of program.body) {
    if (statement.type === "ImportDeclaration") {
      const { value } = statement.source;
      drop(statement, statement.specifiers, (one) => {
        const name = one.type === "ImportSpecifier" ? textOf(one.imported) : "default";
        const isGone = one.type !== "ImportNamespaceSpecifier" && gone.has(`${value} ${name}`);
        if (isGone) lost.add(one.local.name);
        return isGone;
      });
    }
  }
  for (const statement of program.body) {
    if (statement.type === "ExportNamedDeclaration") {
      const { source } = statement;
      drop(statement, statement.specifiers, ({ local }) =>
        source ? gone.has(`${source.value} ${textOf(local)}`) : lost.has(textOf(local)),
      );
    } else if (statement.type === "ExportDefaultDeclaration") {
      const { declaration } = statement;
      if (declaration.type === "Identifier" && lost.has(declaration.name)) {
        edits.push([statement.start, statement.end, ""]);
      }
    }
  }
  return edited(code, edits);
}

function textOf(name: { type: string; name?: string; value?: unknown }): string {
  return String(name.type === "Literal" ? name.value : name.name);
}
