import Modeling
import Studies

/// How to write a scenario: an example, and every word that a family of models understands.
struct ScenarioGuide {
    let vocabulary: ScenarioVocabulary

    static let example = """
        title: Ten milligrams a day for two years
        person:
          age: 62 years
          sex: male
          CAC: 150 AU
        diet:
          K1: 90 µg/day
        arms:
          - name: nothing
          - name: by mouth
            doses:
              - MK-4 10 mg oral with 30 g fat daily
          - name: on the skin
            doses:
              - MK-4 10 mg topical on 50 cm2 every 3 days
        horizon: 2 years
        """

    var text: String {
        let fields = vocabulary.fields.map { field in
            "  \(field.section.rawValue).\(field.key): \(form(field)); \(field.summary)"
        }
        let alternatives = vocabulary.alternatives.map { other in
            let section = vocabulary.field(of: other.input)?.section.rawValue ?? ""
            return
                "  \(section).\(other.key): \(short(other.range.lowerBound)) to \(short(other.range.upperBound)) \(other.unit); \(other.summary)"
        }
        let substances = vocabulary.substances.map { substance in
            let routes = substance.routes.map { route in
                ([route.route] + route.attributes.map { "[with … \($0.unit) \($0.name)]" }
                    + (route.forms.isEmpty ? [] : ["[in \(route.forms.map(\.name).joined(separator: " or "))]"])
                    + (route.removal.map { ["[\($0.phrase) after …]"] } ?? [])
                    + (route.allowsInfusion ? ["[over …]"] : []))
                    .joined(separator: " ")
            }
            return "  \(substance.name): \(routes.joined(separator: ", "))"
        }
        return """
            A scenario:

            \(Self.example.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))

            Other keys: reference (an arm's name), in an arm against (the name of the arm it is compared with), report (every 30 days), outputs (a list), draws, seed.
            A dose: SUBSTANCE AMOUNT ROUTE, then in any order: daily, twice daily, three times a day, every 3 days, \
            three times a week, once; with 30 g fat; on 50 cm2; over 2 h; from day 30; starting after 30 days; \
            until day 90; for 2 years; at 08:00; standing (taken long before day 0).

            A diet may list foods with grams a day, foods: {natto: 40 g, spinach: 100 g}; they add to the K1, MK-4 and MK-7
            it states. 'patency foods' lists them.

            Person and diet:
            \((fields + alternatives).joined(separator: "\n"))

            Substances and routes:
            \(substances.joined(separator: "\n"))
            """
    }

    private func form(_ field: ScenarioVocabulary.Field) -> String {
        switch field.form {
        case .quantity(let unit, let range):
            "\(short(range.lowerBound)) to \(short(range.upperBound))\(unit == .dimensionless ? "" : " \(unit)"), default \(short(field.defaultValue))"
        case .choice(let choices): choices.map(\.word).joined(separator: " or ")
        case .flag: "yes or no, default \(field.defaultValue == 0 ? "no" : "yes")"
        }
    }

    private func short(_ value: Double) -> String { value == value.rounded() ? "\(Int(value))" : "\(value)" }
}
