import type { Checker } from "./checker.js";
import { type Project, type Symbol as CompilerSymbol, SymbolFlags } from "../compiler/compiler.js";
import type { ParsedCell } from "../text/parse.js";
import { resolveName } from "../compiler/symbols.js";

/**
 * A module's namespace with the constant enums that a cell imports from its declarations: no code makes them, since
 * TypeScript writes their values where they are used.
 */
export function withConstantEnums(
  checker: Checker,
  { code, statements }: ParsedCell,
  specifier: string,
  namespace: object,
): object {
  const absent = statements
    .filter((one) => one.type === "ImportDeclaration")
    .filter(({ source, importKind }) => source.value === specifier && importKind !== "type")
    .flatMap(({ specifiers }) => specifiers)
    .filter((one) => one.type === "ImportSpecifier")
    .map(({ imported, local }) => ({
      key: imported.type === "Identifier" ? imported.name : imported.value,
      name: local.name,
    }))
    .filter(({ key }) => !(key in namespace));
  if (!absent.length) return namespace;
  const { project, file } = checker.look(code);
  const enums = absent.flatMap(({ key, name }) => {
    const symbol = resolveName(project, name, file, code.length);
    return symbol && symbol.flags & SymbolFlags.ConstEnum ? [[key, values(project, symbol)]] : [];
  });
  if (!enums.length) return namespace;
  return Object.setPrototypeOf(Object.fromEntries(enums), namespace) as object;
}

function values({ checker }: Project, symbol: CompilerSymbol): object {
  const members = [...symbol.getExports()].map(([name, member]) => {
    const type = checker.getTypeOfSymbol(member);
    return [name, type && "value" in type ? type.value : undefined];
  });
  return Object.fromEntries(members) as object;
}
