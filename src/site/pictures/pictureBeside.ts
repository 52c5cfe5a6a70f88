import { readFileSync, realpathSync, statSync } from "node:fs";
import { resolve, sep } from "node:path";
import { decoded, endings, type Found, type Picture, pictureOf } from "./picture.js";

const most = 4e6; // bytes

/**
 * The pictures that a notebook in `folder` may name: files within `root`, wherever symbolic links lead. What lies
 * outside is somebody's own file, which a page would publish.
 */
export function pictureBeside(folder: string, root: string): Picture {
  const within = realpathSync(root) + sep;
  return (source) => {
    const name = decoded(source.split(/[?#]/)[0]);
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(name)) {
      return { refused: "pages load nothing from elsewhere; lay it beside the notebook" };
    }
    return fileOf(resolve(folder, name), name.split(".").pop() ?? "", within);
  };
}

function fileOf(path: string, ending: string, within: string): Found {
  const type = endings.get(ending.toLowerCase());
  if (!type) return { refused: `.${ending} is no ending of a picture` };
  const real = realPath(path);
  // Of a file outside nothing is told, not even whether there is one.
  if (!(real ?? path).startsWith(within))
    return { refused: "it lies outside the project's folder" };
  const stat = real && statSync(real);
  if (!stat || !stat.isFile()) return { refused: "there is no such file" };
  if (stat.size > most) return { refused: "it is larger than 4 MB" };
  return pictureOf(type, readFileSync(real));
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
