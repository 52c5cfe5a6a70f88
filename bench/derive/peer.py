"""SymPy's side of the bench: decides claims by cancel or simplify.

    peer.py claims.json cancel         one pass over the claims, then the end: a whole process
    peer.py claims.json -              one pass for each line of the standard input: cancel or simplify, and perhaps the
                                       ids of the claims that it is to be about

A pass prints a JSON object: each claim's id with its milliseconds and whether the difference came out as 0. Reading the
texts is not timed; derivatives, sums and integrals are taken inside the time. SymPy's cache is cleared before each claim,
since a claim is asked once. What is not read, or takes ten seconds, is not proved.
"""

import json
import re
import signal
import sys
import time

import sympy
from sympy import Derivative, Integral, Sum, cancel, expand_log, log, oo, simplify, symbols
from sympy.core.cache import clear_cache
from sympy.parsing.sympy_parser import parse_expr, rationalize, standard_transformations

SECONDS = 10
SAME = "exp log sqrt sin cos tan sinh binomial factorial pi".split()
KNOWN = {
    **{name: getattr(sympy, name) for name in SAME},
    "D": Derivative,
    "Infinity": oo,
    "log2": lambda of: log(of) / log(2),
    "sigmoid": lambda of: 1 / (1 + sympy.exp(-of)),
    "sum": lambda of, name, lower, upper: Sum(of, (name, lower, upper)),
    "integrate": lambda of, name, lower, upper: Integral(of, (name, lower, upper)),
}


def read(claim):
    texts = [claim[side].replace("^", "**") for side in ("lhs", "rhs")]
    # A name that is a word of Python's cannot be read.
    texts = [re.sub(r"\blambda\b", "lambda_", text) for text in texts]
    both = " ".join(texts)
    facts = {}
    for text in claim["assumptions"]:
        name, integer, bound = re.fullmatch(r"(\w+) (integer)?.*?(>=? \d+)?", text.replace("lambda", "lambda_")).groups()
        own = facts.setdefault(name, {"real": True})
        own.update({"integer": True} if integer else {}, **({"positive": True} if bound and bound != ">= 0" else {}))
    known = {name: symbols(name, **facts.get(name, {"real": True})) for name in re.findall(r"[A-Za-z_]\w*", both)}
    known.update({name: sympy.IndexedBase(name) for name in re.findall(r"([A-Za-z_]\w*)\[", both)})
    asked = ["pi", "Infinity", *re.findall(r"([A-Za-z_]\w*)\(", both)]
    known.update({name: KNOWN[name] for name in asked if name in KNOWN})
    exact = (*standard_transformations, rationalize)
    return [parse_expr(text, known, exact) for text in texts]


def sides(claim):
    try:
        return read(claim)
    except Exception:
        return None


def decide(lhs, rhs, procedure):
    difference = (lhs - rhs).doit()
    result = procedure(difference)
    return result == 0 or procedure(expand_log(difference)) == 0


def too_long(*_):
    raise TimeoutError


def proved(read_sides, procedure):
    signal.alarm(SECONDS)
    try:
        return read_sides is not None and bool(decide(*read_sides, procedure))
    except Exception:
        return False
    finally:
        signal.alarm(0)


def one_pass(claims, name, *ids):
    procedure = {"cancel": cancel, "simplify": simplify}[name]
    found = {}
    for claim_id, read_sides in claims:
        if ids and claim_id not in ids:
            continue
        clear_cache()
        began = time.perf_counter()
        found[claim_id] = {"proved": proved(read_sides, procedure)}
        found[claim_id]["ms"] = (time.perf_counter() - began) * 1000
    print(json.dumps(found), flush=True)


def main():
    signal.signal(signal.SIGALRM, too_long)
    with open(sys.argv[1], encoding="utf8") as file:
        claims = [(claim["id"], sides(claim)) for claim in json.load(file)]
    if sys.argv[2] != "-":
        return one_pass(claims, sys.argv[2])
    for line in sys.stdin:
        one_pass(claims, *line.split())


main()
