"""Serve the zoo by hand: `python -m tests.zoo`, or with `--document FILE` a note that cites it."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from tests.zoo.zoo import Zoo


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.zoo", description=__doc__)
    parser.add_argument("--document", metavar="FILE", help="write a note that cites every case")
    parser.add_argument("--list", action="store_true", help="only list the cases")
    options = parser.parse_args()
    with Zoo() as zoo:
        width = max(len(animal.outcome) for animal in zoo.animals)
        for animal in zoo.animals:
            print(f"{animal.outcome:<{width}}  {animal.name:<32}  {animal.url}")
        print(f"{len(zoo.animals)} cases; they differ in port from one start to the next")
        if options.list:
            return
        if options.document:
            lines = (
                f"The case {animal.name} has [the outcome {animal.outcome}]({animal.url}).\n"
                for animal in zoo.animals
            )
            Path(options.document).write_text("\n".join(lines), encoding="utf-8")
            print(
                f"citewatch links {options.document} --allow-private-net 127.0.0.0/8"
                " --host-request-interval 0 -t 2s"
            )
        print("Serving until Ctrl-C")
        try:
            while True:
                time.sleep(3600)
        except KeyboardInterrupt:
            print("closed")


if __name__ == "__main__":
    main()
