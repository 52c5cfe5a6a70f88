"""SymPy's side of the bench: decides claims by cancel or simplify.

    peer.py claims.json cancel       one pass over the claims, then the end: a whole process
    peer.py claims.json -            one pass for each line of the standard input, cancel or simplify

A pass prints a JSON object: each claim's id with its milliseconds and whether the difference came out as 0. Reading the
texts is not timed; derivatives are taken inside the time. SymPy's cache is cleared before each claim, since a claim is
asked once.
"""

import json
import re
import sys
import time

from sympy import Derivative, cancel, exp, expand_log, log, pi, simplify, sqrt, symbols
from sympy.core.cache import clear_cache
from sympy.parsing.sympy_parser import parse_expr, rationalize, standard_transformations


def read(claim):
    known = {"D": Derivative, "exp": exp, "log": log, "sqrt": sqrt, "pi": pi}
    texts = [claim[side].replace("^", "**") for side in ("lhs", "rhs")]
    positive = {text.split(">")[0].strip() for text in claim["assumptions"] if text.endswith("> 0")}
    names = set(re.findall(r"[A-Za-z_]\w*", " ".join(texts))) - set(known)
    assumed = {name: symbols(name, real=True, positive=True if name in positive else None) for name in names}
    exact = (*standard_transformations, rationalize)
    return [parse_expr(text, {**known, **assumed}, exact) for text in texts]


def decide(lhs, rhs, procedure):
    difference = (lhs - rhs).doit()
    result = procedure(difference)
    return result == 0 or procedure(expand_log(difference)) == 0


def one_pass(claims, name):
    procedure = {"cancel": cancel, "simplify": simplify}[name]
    found = {}
    for claim_id, lhs, rhs in claims:
        clear_cache()
        began = time.perf_counter()
        proved = bool(decide(lhs, rhs, procedure))
        found[claim_id] = {"ms": (time.perf_counter() - began) * 1000, "proved": proved}
    print(json.dumps(found), flush=True)


def main():
    with open(sys.argv[1], encoding="utf8") as file:
        claims = [(claim["id"], *read(claim)) for claim in json.load(file)]
    if sys.argv[2] != "-":
        return one_pass(claims, sys.argv[2])
    for line in sys.stdin:
        one_pass(claims, line.strip())


main()
