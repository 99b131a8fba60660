"""Measures AMICI for patency-bench: one request a line on standard input, one JSON answer a line.

All times are processor time of this process. A request is {"do": "build" | "run" | "simulate" | "memory", ...}. What AMICI compiles for a
file is kept in a folder by content, since it takes minutes.
"""
import hashlib
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

import amici
import amici.sim.sundials as simulation

methods = simulation.InternalSensitivityMethod
NAME = "patency_peer"


def folder_of(path, parameters, outputs, cache):
    content = pathlib.Path(path).read_bytes() + "\n".join([amici.__version__, *parameters, "", *outputs]).encode()
    return pathlib.Path(cache) / hashlib.sha256(content).hexdigest()[:16]


def build(path, parameters, outputs, cache):
    """Imports and compiles; the wall seconds of the time it was really done."""
    folder = folder_of(path, parameters, outputs, cache)
    note = folder / "seconds"
    if not note.exists():
        began = time.monotonic()
        # Its compiler prints on standard output, which is ours to answer on.
        with open(os.devnull, "w") as quiet:
            done = subprocess.run([sys.executable, __file__, "--build", path, str(folder), ",".join(parameters),
                                   ",".join(outputs)], stdout=quiet, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            return {"error": " ".join(done.stderr.split())[-300:]}
        note.write_text(str(time.monotonic() - began))
    return {"seconds": float(note.read_text())}


def compile_model(path, folder, parameters, outputs):
    import libsbml
    from amici.importers.sbml import SbmlImporter
    from amici.importers.utils import MeasurementChannel
    document = libsbml.readSBMLFromFile(path)
    model = document.getModel()
    moved = {a.getVariable() for e in model.getListOfEvents() for a in e.getListOfEventAssignments()}
    moved |= {r.getVariable() for r in model.getListOfRules()}
    # Derivatives by what is fixed are not generated: its best setting for ten parameters.
    fixed = [p.getId() for p in model.getListOfParameters()
             if p.getConstant() and p.getId() not in parameters and p.getId() not in moved]
    SbmlImporter(path).sbml2amici(
        NAME, folder, fixed_parameters=fixed, compute_conservation_laws=False, generate_sensitivity_code=bool(parameters),
        observation_model=[MeasurementChannel("observed_" + name.strip("[]"), formula=formula(model, name))
                           for name in outputs])


def formula(model, name):
    """A species' identifier means its concentration in SBML; without brackets, the peers' columns are amounts."""
    species = model.getSpecies(name)
    if species is None or species.getHasOnlySubstanceUnits():
        return name.strip("[]")
    return f"{name} * {species.getCompartment()}"


def prepared(folder, parameters, times, rtol, atol, method):
    model = amici.import_model_module(NAME, str(folder)).get_model()
    identifiers = list(model.get_free_parameter_ids())
    model.set_parameter_list([identifiers.index(name) for name in parameters])
    model.set_timepoints(times)
    solver = model.create_solver()
    solver.set_sensitivity_order(simulation.SensitivityOrder.first)
    solver.set_sensitivity_method(simulation.SensitivityMethod.forward)
    solver.set_internal_sensitivity_method(getattr(methods, method))
    solver.set_relative_tolerance(rtol)
    solver.set_absolute_tolerance(atol)
    solver.set_max_steps(10_000_000)
    return model, solver


def run(path, parameters, outputs, cache, times, rtol, atol, method, repeats):
    """Runs with forward sensitivities; values [time][output] and derivatives [time][parameter][output] of the last."""
    model, solver = prepared(folder_of(path, parameters, outputs, cache), parameters, times, rtol, atol, method)
    seconds = []
    for _ in range(repeats):
        began = time.process_time()
        result = simulation.run_simulation(model, solver)
        seconds.append(time.process_time() - began)
    if result["status"] != 0:
        return {"error": f"status {result['status']}"}
    return {"seconds": statistics.median(seconds), "values": result["y"].tolist(),
            "derivatives": result["sy"].tolist()}


def simulate(path, columns, cache, end, rtol, atol, repeats):
    """Runs without sensitivities at 101 times, with the values of the last one."""
    folder = folder_of(path, [], columns, cache)
    model = amici.import_model_module(NAME, str(folder)).get_model()
    times = [end * index / 100 for index in range(101)]
    model.set_timepoints(times)
    solver = model.create_solver()
    solver.set_sensitivity_order(simulation.SensitivityOrder.none)
    solver.set_relative_tolerance(rtol)
    solver.set_absolute_tolerance(atol)
    solver.set_max_steps(10_000_000)
    seconds = []
    for _ in range(repeats):
        began = time.process_time()
        result = simulation.run_simulation(model, solver)
        seconds.append(time.process_time() - began)
    if result["status"] != 0:
        return {"error": f"status {result['status']}"}
    return {"median": statistics.median(seconds), "rows": [[t, *row] for t, row in zip(times, result["y"].tolist())]}


def memory(command=None, **request):
    """Peak resident memory [MiB] of a command, or of one run of ours in a process of its own."""
    if command is None:
        command = [sys.executable, __file__, "--run", json.dumps(request)]
    # A child's peak includes what its parent held when it was started, so a small process starts and measures it.
    meter = subprocess.run([sys.executable, "-S", "-c", METER, *command], capture_output=True, text=True)
    return json.loads(meter.stdout)


METER = """
import json, os, sys
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ,
                       file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
_, status, usage = os.wait4(child, 0)
print(json.dumps({"mebibytes": usage.ru_maxrss / 1024, "seconds": usage.ru_utime + usage.ru_stime, "status": status}))
"""


def answer(request):
    kind = request.pop("do")
    try:
        return {"build": build, "run": run, "simulate": simulate, "memory": memory}[kind](**request)
    except (RuntimeError, ValueError, OSError) as error:
        return {"error": " ".join(str(error).split())[:300]}


if sys.argv[1:2] == ["--build"]:
    compile_model(sys.argv[2], sys.argv[3], list(filter(None, sys.argv[4].split(","))), sys.argv[5].split(","))
elif sys.argv[1:2] == ["--run"]:
    run(**json.loads(sys.argv[2]))
else:
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)
