"""Measures COPASI for patency-bench: one request a line on standard input, one JSON answer a line.

All times are processor time of this process, by COPASI's own bindings. A request is {"do": "load" | "warm", ...}.
"""
import json
import statistics
import sys
import time

import COPASI


def timed(body):
    began = time.process_time()
    result = body()
    return time.process_time() - began, result


def opened(text):
    model = COPASI.CRootContainer.addDatamodel()
    if not model.importSBMLFromString(text):
        raise RuntimeError("COPASI does not import it: " + COPASI.CCopasiMessage.getAllMessageText())
    return model


def prepared(model, end, points, rtol, atol):
    task = model.getTask("Time-Course")
    task.setMethodType(COPASI.CTaskEnum.Method_deterministic)
    problem = task.getProblem()
    problem.setAutomaticStepSize(False)
    problem.setDuration(end)
    problem.setStepNumber(points - 1)
    problem.setTimeSeriesRequested(True)
    method = task.getMethod()
    method.getParameter("Relative Tolerance").setDblValue(rtol)
    method.getParameter("Absolute Tolerance").setDblValue(atol)
    method.getParameter("Max Internal Steps").setUIntValue(1_000_000)
    if not task.initialize(COPASI.CCopasiTask.OUTPUT_UI):
        raise RuntimeError("COPASI does not start: " + COPASI.CCopasiMessage.getAllMessageText())
    return task


def simulate(task):
    if not task.process(True):
        raise RuntimeError("COPASI stops: " + COPASI.CCopasiMessage.getAllMessageText())
    return task


def load(path, end, repeats):
    """File to first step."""
    seconds = []
    for _ in range(repeats):
        with open(path, encoding="utf-8") as file:
            text = file.read()

        def first_step():
            model = opened(text)
            simulate(prepared(model, end, 2, 1e-6, 1e-12))
            return model

        spent, model = timed(first_step)
        seconds.append(spent)
        COPASI.CRootContainer.removeDatamodel(model)
    return {"fresh": seconds}


def column(series, model, name):
    """Values of one column: a species by its amount, or its concentration in brackets."""
    bare = name.strip("[]")
    species = {item.getSBMLId() for item in model.getModel().getMetabolites()}
    # Without brackets it counts particles.
    factor = 1 / model.getModel().getQuantity2NumberFactor() if bare in species and bare == name else 1
    read = series.getData if factor != 1 else series.getConcentrationData
    for index in range(series.getNumVariables()):
        if series.getSBMLId(index, model) == bare:
            return [read(step, index) * factor for step in range(series.getRecordedSteps())]
    raise RuntimeError(f"COPASI reports no {name}")


def warm(path, end, rtol, atol, columns, repeats):
    """Runs of a loaded model, with the values of the last one."""
    with open(path, encoding="utf-8") as file:
        model = opened(file.read())
    try:
        task = prepared(model, end, 101, rtol, atol)
        seconds = [timed(lambda: simulate(task))[0] for _ in range(repeats)]
        series = task.getTimeSeries()
        steps = series.getRecordedSteps()
        found = [[series.getConcentrationData(step, 0) for step in range(steps)]]
        found += [column(series, model, name) for name in columns[1:]]
        return {"seconds": seconds, "median": statistics.median(seconds), "rows": [list(row) for row in zip(*found)]}
    finally:
        COPASI.CRootContainer.removeDatamodel(model)


def answer(request):
    kind = request.pop("do")
    COPASI.CCopasiMessage.clearDeque()
    try:
        return {"load": load, "warm": warm}[kind](**request)
    except (RuntimeError, ValueError) as error:
        return {"error": " ".join(str(error).split())[:300]}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
