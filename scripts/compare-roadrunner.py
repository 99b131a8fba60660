#!/usr/bin/env python3
"""Compares a table of values with libroadrunner's solution of an SBML file.

    compare-roadrunner.py MODEL.xml TABLE.csv [--within 1e-4]

The table's first column is time, from 0; the others are named by identifiers of the file, species as amounts. Each value must
agree to a share of its column's largest. Prints the worst columns; ends with 1 where one does not agree, with 2 where
libroadrunner cannot read or solve the file.
"""
import argparse
import csv
import sys


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model")
    parser.add_argument("table")
    parser.add_argument("--within", type=float, default=1e-4)
    asked = parser.parse_args()
    with open(asked.table, newline="") as file:
        header, *rows = list(csv.reader(file))
    times = [float(row[0]) for row in rows]
    expected = [[float(cell) for cell in row[1:]] for row in rows]
    try:
        found = solve(asked.model, times, header[1:])
    except Exception as error:  # libroadrunner throws plain RuntimeErrors.
        print(f"compare-roadrunner: libroadrunner: {error}", file=sys.stderr)
        return 2
    gaps = []
    for place, name in enumerate(header[1:]):
        largest = max(abs(row[place]) for row in expected) or 1
        gap = max(abs(a[place] - b[place]) if a[place] == a[place] and b[place] == b[place]
                  else (0.0 if a[place] != a[place] and b[place] != b[place] else float("inf"))
                  for a, b in zip(expected, found))
        gaps.append((gap / largest, name))
    gaps.sort(reverse=True)
    for gap, name in gaps[:5]:
        print(f"{gap:9.2e}  {name}")
    beyond = [name for gap, name in gaps if not gap <= asked.within]
    print(f"compare-roadrunner: {len(gaps)} columns, {len(beyond)} beyond {asked.within:g} of their largest value")
    return 1 if beyond else 0


def solve(path, times, names):
    import roadrunner

    roadrunner.Logger.setLevel(roadrunner.Logger.LOG_ERROR)
    runner = roadrunner.RoadRunner(path)
    runner.integrator.relative_tolerance = 1e-10
    runner.integrator.absolute_tolerance = 1e-13
    runner.integrator.maximum_num_steps = 1_000_000
    columns = list(names)
    table = []
    # One span after the other: reports need not be equally spaced.
    for index, time in enumerate(times):
        if index == 0 and time == 0:
            # A first span of no length lets events of the start happen before the first row.
            runner.simulate(0, 1e-9, 2)
        elif index:
            start = max(times[index - 1], 1e-9)
            runner.simulate(start, time, 2)
        table.append([float(runner[column]) for column in columns])
    return table


if __name__ == "__main__":
    sys.exit(main())
