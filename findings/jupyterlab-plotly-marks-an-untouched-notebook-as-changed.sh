#!/usr/bin/env bash
# JupyterLab marks a notebook with a Plotly figure as changed though nobody has touched it.
# Guess: a notebook that is opened, looked at and saved is the same file: renderers read an output, and only cells write one.
# Seen on 2026-11-28 with JupyterLab 4.6.6 and plotly 7.1.0 (whose package holds the extension jupyterlab-plotly): its renderer writes a PNG of what it
# has drawn into the output (image/png), although a static picture (image/svg+xml) is there, and so marks the notebook as changed;
# a save stores the PNG. Where a PNG is there it is shown, until the pointer passes over it: then the same happens. JupyterLab's
# own renderer of Vega does the first, too.
# For us: `rederive kernel install` installs an extension that keeps such pictures out of untouched notebooks of our kernels.
set -euo pipefail
chromium=${CHROMIUM:-$(command -v chromium || command -v google-chrome)}
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; wait; rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check jupyterlab==4.6.6 plotly==7.1.0
npm install --silent --no-audit --no-fund playwright-core@1.65.1
mkdir notebooks
cat >notebooks/figure.ipynb <<'NOTEBOOK'
{
 "cells": [
  {
   "cell_type": "code",
   "execution_count": 1,
   "id": "a1",
   "metadata": {},
   "outputs": [
    {
     "data": {
      "application/vnd.plotly.v1+json": {
       "data": [
        {
         "type": "bar",
         "x": [
          1
         ],
         "y": [
          1
         ]
        }
       ],
       "layout": {
        "height": 300
       }
      },
      "image/svg+xml": "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"/>",
      "text/plain": "a figure"
     },
     "metadata": {},
     "output_type": "display_data"
    }
   ],
   "source": ""
  }
 ],
 "metadata": {},
 "nbformat": 4,
 "nbformat_minor": 5
}
NOTEBOOK
export JUPYTER_CONFIG_DIR="$folder/config" JUPYTER_DATA_DIR="$folder/data" JUPYTER_RUNTIME_DIR="$folder/runtime" JUPYTERLAB_SETTINGS_DIR="$folder/settings"
venv/bin/jupyter lab --no-browser --allow-root --port=18765 --ServerApp.port_retries=0 --IdentityProvider.token=t --LabApp.news_url=None \
  --ServerApp.root_dir="$folder/notebooks" >log 2>&1 &
server=$!
for _ in $(seq 200); do grep -q "is running at" log && break; sleep 0.3; done
cat >open.mjs <<'PROGRAM'
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
const browser = await chromium.launch({ executablePath: process.argv[2], args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
await page.goto("http://127.0.0.1:18765/lab/tree/figure.ipynb?token=t&reset");
await page.locator('.jp-Dialog-button:has-text("No Kernel")').click();
await page.locator(".jp-RenderedPlotly svg.main-svg").first().waitFor({ timeout: 60_000 });
await page.waitForTimeout(3000);
const marked = (await page.locator(".jp-mod-dirty").count()) > 0;
await page.keyboard.press("Control+s");
await page.waitForTimeout(2000);
await browser.close();
const { data } = JSON.parse(readFileSync("notebooks/figure.ipynb", "utf8")).cells[0].outputs[0];
console.log("marked as changed:", marked, "\nstored after a save:", Object.keys(data).join(", "));
if (!marked || !("image/png" in data)) throw new Error("the behaviour has changed");
PROGRAM
node open.mjs "$chromium"
