import { dirname } from "node:path/posix";
import type { SiteSettings } from "../settings/settings.js";
import type { Chapter } from "../types.js";
import { nameFromSlug } from "./readChapter.js";

/** Chapters that stand together on the front page; the first group may have no title. */
export interface Group {
  title: string;
  chapters: Chapter[];
}

/**
 * The chapters by the parts of the settings, those of no part first. Without parts in the settings the folders of
 * the notebooks are parts, as far as they do not all lie in one.
 */
export function groupsOf(chapters: Chapter[], { parts }: SiteSettings): Group[] {
  const groups = new Map<string, Chapter[]>([["", []]]);
  for (const { title } of parts) groups.set(title, []);
  const common = commonFolder(chapters.map(({ source }) => dirname(source)));
  for (const chapter of chapters) {
    const part = parts.length
      ? parts.find(({ notebooks }) => notebooks.includes(chapter.source))?.title
      : folderTitle(dirname(chapter.source).slice(common.length));
    const group = groups.get(part ?? "");
    if (group) group.push(chapter);
    else groups.set(part ?? "", [chapter]);
  }
  for (const { title, notebooks } of parts) {
    groups.get(title)?.sort((a, b) => notebooks.indexOf(a.source) - notebooks.indexOf(b.source));
  }
  return [...groups]
    .map(([title, members]) => ({ title, chapters: members }))
    .filter((group) => group.chapters.length);
}

function commonFolder(folders: string[]): string {
  const [first = "", ...others] = folders;
  for (let common = first; ; common = dirname(common)) {
    if (others.every((one) => one === common || one.startsWith(`${common}/`))) return common;
    if (dirname(common) === common) return "";
  }
}

function folderTitle(below: string): string {
  const names = below.split("/").filter((name) => name && name !== ".");
  return names.map(nameFromSlug).join(", ");
}
