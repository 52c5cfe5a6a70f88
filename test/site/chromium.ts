import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type Page, chromium as driver } from "playwright-core";
import { verify } from "../../src/derive/records/verify.js";
import { buildSite, type NotebookFile, type Site, writeSite } from "../../src/site/index.js";

export function launch(executablePath: string): Promise<Browser> {
  return driver.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}

export function built(notebooks: NotebookFile[], more: object = {}): Promise<Site> {
  return buildSite({ notebooks, inventory: [], sources: [], version: "1", ...more }, verify);
}

/** Files in a folder of their own, gone when `work` is done. */
export async function inFolder<T>(site: Site, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "rederive-site-"));
  try {
    writeSite(site, folder);
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a page did that it should not: requests outside its folder, complaints, dialogs, other pages. */
export interface Opened {
  page: Page;
  trouble: string[];
}

export async function opened<T>(
  browser: Browser,
  url: string,
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1024, height: 900 } });
  const page = await context.newPage();
  const trouble: string[] = [];
  const inside = url.slice(0, url.lastIndexOf("/"));
  page.on("request", (request) => {
    const asked = request.url();
    if (!/^(data|blob):/.test(asked) && !asked.startsWith(inside)) trouble.push(asked);
  });
  page.on("console", (message) => {
    if (message.type() === "error") trouble.push(message.text());
  });
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("dialog", (dialog) => trouble.push(`dialog: ${dialog.message()}`));
  page.on("framenavigated", (frame) => {
    if (frame.url() !== url) trouble.push(`went to ${frame.url()}`);
  });
  try {
    await page.goto(url);
    return await work({ page, trouble });
  } finally {
    await context.close();
  }
}

export function fileUrl(folder: string, path: string): string {
  return pathToFileURL(join(folder, path)).href;
}
