"""Measures libroadrunner for patency-bench: one request a line on standard input, one JSON answer a line.

All times are processor time of this process. A request is {"do": "load" | "warm" | "memory", ...}.
"""
import json
import os
import statistics
import subprocess
import sys
import time

import roadrunner

roadrunner.Logger.setLevel(roadrunner.Logger.LOG_FATAL)


def timed(body):
    began = time.process_time()
    result = body()
    return time.process_time() - began, result


def first_step(text, end):
    runner = roadrunner.RoadRunner(text)
    runner.simulate(0, end, 2)
    return runner


def load(path, end, repeats):
    """File to first step: compiled anew (a changed comment misses its cache of compiled models), then from the cache."""
    fresh, cached = [], []
    for _ in range(repeats):
        with open(path, encoding="utf-8") as file:
            text = file.read() + f"<!-- {time.monotonic_ns()} -->"
        seconds, kept = timed(lambda: first_step(text, end))
        fresh.append(seconds)
        # The cache holds what is in use, so the first runner is kept meanwhile.
        seconds, _ = timed(lambda: first_step(text, end))
        cached.append(seconds)
        del kept
    return {"fresh": fresh, "cached": cached}


def warm(path, end, rtol, atol, columns, repeats):
    """Runs of a loaded model, with the values of the last one."""
    runner = roadrunner.RoadRunner(path)
    runner.timeCourseSelections = columns
    runner.integrator.relative_tolerance = rtol
    runner.integrator.absolute_tolerance = atol
    seconds = []
    for _ in range(repeats):
        runner.resetAll()
        spent, table = timed(lambda: runner.simulate(0, end, 101))
        seconds.append(spent)
    return {"seconds": seconds, "median": statistics.median(seconds), "rows": [list(map(float, row)) for row in table]}


# Runners of ensembles by path: tolerances change, the compiled model does not.
loaded = {}


def ensemble(path, columns, names, rows, times, rtol, atol):
    """One subject after another on a loaded model: reset, set parameters, simulate; the values of each, none where it fails."""
    if path not in loaded:
        loaded[path] = roadrunner.RoadRunner(path)
    runner = loaded[path]
    runner.resetAll()
    runner.timeCourseSelections = columns
    runner.integrator.relative_tolerance = rtol
    runner.integrator.absolute_tolerance = atol
    runner.integrator.maximum_num_steps = 1000000
    known = list(runner.model.getGlobalParameterIds())
    indices = [known.index(name) for name in names]
    # Once before the clock starts: the first call compiles and allocates.
    runner.simulate(times=times)

    def loop():
        tables = []
        for row in rows:
            runner.resetAll()
            runner.model.setGlobalParameterValues(indices, row)
            try:
                tables.append(runner.simulate(times=times).copy())
            except RuntimeError:
                tables.append([])
        return tables

    seconds, tables = timed(loop)
    return {"seconds": seconds, "values": [[list(map(float, line)) for line in table] for table in tables]}


def memory(command):
    """Peak resident memory of a command [MiB], its processor time and its time by the clock [s]."""
    # A child's peak includes what its parent held when it was started, so a small process starts and measures it.
    meter = subprocess.run([sys.executable, "-S", "-c", METER, *command], capture_output=True, text=True)
    return json.loads(meter.stdout)


METER = """
import json, os, sys
import time
began = time.monotonic()
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ,
                       file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
_, status, usage = os.wait4(child, 0)
print(json.dumps({"mebibytes": usage.ru_maxrss / 1024, "seconds": usage.ru_utime + usage.ru_stime,
                  "wall": time.monotonic() - began, "status": status}))
"""


def answer(request):
    kind = request.pop("do")
    if kind == "memory" and "command" not in request:
        request = {"command": [sys.executable, __file__, "--load", request["path"]]}
    try:
        return {"load": load, "warm": warm, "ensemble": ensemble, "memory": memory}[kind](**request)
    except RuntimeError as error:
        return {"error": " ".join(str(error).split())[:200]}


if sys.argv[1:2] == ["--load"]:
    first_step(sys.argv[2], 1e-6)
else:
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)
