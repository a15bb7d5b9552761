"""`python -m bin.messages`: keep the Dutch catalogue complete."""

import argparse
from pathlib import Path

from bin.messages import catalogue


def main() -> None:
    """Extract, merge, check or compile the Dutch texts under a lock; end with an error when something is amiss."""
    parser = argparse.ArgumentParser(prog="python -m bin.messages", description=__doc__)
    tasks = parser.add_subparsers(dest="task", required=True)
    tasks.add_parser("extract", help="bring the catalogue up to date with the sources")
    merge = tasks.add_parser("merge", help="fill in translations from JSON files")
    merge.add_argument("files", nargs="+", type=Path)
    tasks.add_parser("check", help="fail on missing, fuzzy or obsolete texts and on differing placeholders")
    tasks.add_parser("compile", help="write the .mo files the site reads")
    wanted = parser.parse_args()
    with catalogue.locked():
        match wanted.task:
            case "extract":
                print(f"{len(catalogue.extract())} texts")
            case "merge":
                _merge(wanted.files)
            case "check":
                _check()
            case "compile":
                print(f"{catalogue.compile_all()} catalogue(s) compiled")


def _merge(files: list[Path]) -> None:
    merged = catalogue.merge(files)
    for complaint in merged.complaints:
        print(complaint)
    catalogue.compile_all()
    print(f"{merged.filled} texts filled in, {len(catalogue.problems())} problems left")


def _check() -> None:
    if problems := catalogue.problems():
        raise SystemExit("\n".join(["The Dutch catalogue is not complete:", *problems]))
    print("every text has its Dutch translation")


if __name__ == "__main__":
    main()
