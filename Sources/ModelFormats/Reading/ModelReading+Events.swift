import CLibSBML
import Modeling

extension ModelReading {
    mutating func readEvents() {
        for index in 0..<Model_getNumEvents(source) {
            guard let element = Model_getEvent(source, index) else { continue }
            let name = text(SBase_getIdAttribute(element)) ?? "event.\(index + 1)"
            let trigger = Event_getTrigger(element) ?? element
            guard let node = tree(Event_getTrigger(element).flatMap { Trigger_getMath($0) }, of: trigger, named: name)
            else { continue }
            guard let condition = formula(node, in: trigger, named: name) else { continue }
            var event = Event(name, when: condition, assignments: assignments(of: element, named: name))
            // Before Level 3 an event never fires at the start and always survives its trigger.
            event.initialTriggerValue = level < 3 || Trigger_getInitialValue(trigger) != 0
            event.isPersistent = level < 3 || Trigger_getPersistent(trigger) != 0
            event.usesValuesFromTriggerTime =
                Event_isSetUseValuesFromTriggerTime(element) == 0
                || Event_getUseValuesFromTriggerTime(element) != 0
            if let delay = Event_getDelay(element), let node = tree(Delay_getMath(delay), of: delay, named: name) {
                event.delay = formula(node, in: delay, named: name)
            }
            if let priority = Event_getPriority(element), let node = Priority_getMath(priority) {
                event.priority = formula(node, in: priority, named: name)
            }
            event.line = line(element)
            model.events.append(event)
        }
    }

    private mutating func assignments(of element: OpaquePointer, named name: String) -> [Event.Assignment] {
        var found: [Event.Assignment] = []
        for index in 0..<Event_getNumEventAssignments(element) {
            guard let assignment = Event_getEventAssignment(element, index),
                let variable = text(EventAssignment_getVariable(assignment)),
                let node = tree(EventAssignment_getMath(assignment), of: assignment, named: name),
                let formula = formula(node, in: assignment, named: name)
            else { continue }
            if isConstant(variable) {
                add(
                    .error, "constant", name, "assigns '\(variable)', which is constant",
                    "declare it constant=\"false\", or drop the assignment", assignment)
            }
            found.append(Event.Assignment(variable, formula))
        }
        return found
    }
}
