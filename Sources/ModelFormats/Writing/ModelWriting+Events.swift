import Modeling

extension ModelWriting {
    mutating func writeEvents(_ xml: inout XMLText) {
        guard !model.events.isEmpty else { return }
        xml.begin("listOfEvents")
        for (event, name) in zip(model.events, eventNames) {
            let attributes: XMLText.Attributes = [
                ("id", name), ("name", name.flatMap { nameAttribute(event.identifier, written: $0) }),
                ("useValuesFromTriggerTime", truth(event.usesValuesFromTriggerTime)),
            ]
            let decoration = Decoration(
                metaid: nil, sbo: nil, notes: event.summary.isEmpty ? [] : [event.summary], resources: [], own: [])
            _ = begin("event", attributes, decoration, &xml, always: true)
            xml.begin(
                "trigger",
                [("initialValue", truth(event.initialTriggerValue)), ("persistent", truth(event.isPersistent))])
            math.math(event.trigger, into: &xml, as: .truth)
            xml.end()
            if let priority = event.priority {
                xml.begin("priority")
                math.math(priority, into: &xml, unit: .dimensionless)
                xml.end()
            }
            if let delay = event.delay {
                xml.begin("delay")
                math.math(delay, into: &xml, unit: model.timeUnit)
                xml.end()
            }
            if !event.assignments.isEmpty {
                xml.begin("listOfEventAssignments")
                for assignment in event.assignments {
                    xml.begin("eventAssignment", [("variable", math.names[assignment.variable])])
                    math.math(
                        assignment.formula, into: &xml, unit: math.inference.unit(ofSymbol: assignment.variable))
                    xml.end()
                }
                xml.end()
            }
            xml.end()
        }
        xml.end()
    }
}
