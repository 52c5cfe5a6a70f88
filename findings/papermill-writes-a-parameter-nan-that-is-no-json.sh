#!/usr/bin/env bash
# A notebook that papermill writes with a parameter that is not finite is no JSON.
# Guess: `papermill -f parameters.yaml` with `x: .nan` and `y: .inf` writes a notebook that every JSON parser reads: the values as text, or left out.
# Seen on 2026-11-28 with papermill 2.7.0 (nbformat 5.11.1, Python 3.11): metadata.papermill.parameters holds the bare words NaN and Infinity; nbformat
# reads them again, JSON.parse of JavaScript does not, so a client written in JavaScript cannot open the notebook.
# For us: `rederive check` says of such a notebook that it is no JSON, and where.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check papermill==2.7.0 nbformat==5.11.1
cat >in.ipynb <<'NOTEBOOK'
{"cells":[{"cell_type":"code","execution_count":null,"id":"a1","metadata":{"tags":["parameters"]},"outputs":[],"source":["x = 1.0\n","y = 1.0"]}],
 "metadata":{"kernelspec":{"name":"python3","display_name":"Python 3","language":"python"}},"nbformat":4,"nbformat_minor":5}
NOTEBOOK
printf 'x: .nan\ny: .inf\n' >parameters.yaml
venv/bin/papermill --prepare-only in.ipynb out.ipynb -f parameters.yaml 2>/dev/null
venv/bin/python - <<'PYTHON'
import json
import re

import nbformat

text = open("out.ipynb").read()
parameters = nbformat.reads(text, as_version=4).metadata.papermill.parameters
print("nbformat reads:", dict(parameters))


def refuse(word):
    raise ValueError(f"{word} is no JSON")


try:
    json.loads(text, parse_constant=refuse)
    raise SystemExit("the behaviour has changed: the notebook is JSON")
except ValueError as error:
    print("a JSON parser:", error)
assert re.search(r'"x": NaN', text) and re.search(r'"y": Infinity', text), "the behaviour has changed"
PYTHON
