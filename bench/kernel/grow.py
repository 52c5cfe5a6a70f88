"""How dear a cell becomes by those before it, as a line of JSON: times in seconds.

grow.py NAME FOLDER: a kernelspec's name, the folder to run in.
"""

import json
import statistics
import sys

from launched import Launched

MANY = 2000
CHAIN = 600

# Of each kind of declaration that later cells can see one in five.
KINDS = [
    lambda i: f"const value{i}: number = {i} * 2; value{i}",
    lambda i: f"const list{i} = [{i}, 2].map((x) => x * 2); list{i}",
    lambda i: f"function area{i}(side: number) {{ return side * {i}; }} area{i}(2)",
    lambda i: f"class Box{i} {{ constructor(readonly side = {i}) {{}} }} new Box{i}().side",
    lambda i: f"let count{i} = {i}; count{i}++; count{i}",
]


def alone(i):
    return f"const point{i} = {{ ...{{ n: {i}, s: [0] }}, n: {i} + 1 }}; point{i}.n"


def chained(i):
    if i == 0:
        return alone(0)
    return f"const point{i} = {{ ...point{i - 1}, n: point{i - 1}.n + 1 }}; point{i}.n"


def times(name, folder, cell, count):
    kernel = Launched(name, folder)
    seconds = [kernel.run(cell(i)) for i in range(count)]
    kernel.end()
    return seconds


def main(name, folder):
    many = times(name, folder, lambda i: KINDS[i % len(KINDS)](i), MANY)
    mean = statistics.mean(times(name, folder, alone, CHAIN))
    chain = times(name, folder, chained, CHAIN)
    print(
        json.dumps(
            {
                # Medians of a few neighbours, every kind among them.
                "early": statistics.median(many[10:30]),
                "late": statistics.median(many[-20:]),
                "alone": mean,
                "chain": statistics.mean(chain),
                "chainEnd": statistics.median(chain[-20:]),
            }
        )
    )


main(*sys.argv[1:])
