import type { Browser, Page } from "playwright-core";

/** Opens a page of a server that has these files and no other; what was asked of it is listed. */
export async function opened(
  browser: Browser,
  files: ReadonlyMap<string, Uint8Array>,
  html = "<!doctype html>",
): Promise<{ page: Page; asked: string[] }> {
  const page = await browser.newPage();
  const asked: string[] = [];
  await page.route("**/*", async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === "") return route.fulfill({ body: html, contentType: "text/html" });
    asked.push(name);
    const body = files.get(name);
    return body
      ? route.fulfill({ body: Buffer.from(body), contentType: "text/javascript" })
      : route.fulfill({ status: 404 });
  });
  await page.goto("http://page.invalid/");
  return { page, asked };
}
