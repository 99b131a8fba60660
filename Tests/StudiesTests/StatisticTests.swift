import Foundation
import Modeling
import Testing

@testable import Studies

@Suite struct StatisticTests {
    func value(_ text: String, _ course: (Double) -> Double) throws -> Double {
        let statistic = try Statistic(parsing: text, horizon: nil)
        let times = Set(statistic.times + [0, 3, 77]).sorted()
        return statistic.evaluate(times: times, values: times.map(course))
    }

    @Test func knownCourses() throws {
        let fall: (Double) -> Double = { 8 * exp(-0.1 * $0) }
        #expect(try value("value at 12 h", { $0 * 2 }) == 24)
        #expect(try value("change from 0 to 2 days", { 5 - $0 }) == -48)
        #expect(abs(try value("percent change from 0 to 12 h", { 8 - $0 / 3 }) + 50) < 1e-12)
        #expect(abs(try value("half-life from 4 h to 24 h", fall) - log(2) / 0.1) < 1e-9)
        #expect(try value("half-life from 4 h to 24 h", { $0 }).isNaN)
        #expect(abs(try value("area from 0 h to 24 h", fall) - 80 * (1 - exp(-2.4))) < 1e-3)
        #expect(abs(try value("mean from 6 h to 18 h", { $0 }) - 12) < 1e-9)
        // Bateman course with rates 1 and 0.1: highest at ln(10) / 0.9.
        let bateman: (Double) -> Double = { exp(-0.1 * $0) - exp(-$0) }
        #expect(abs(try value("timeOfMaximum from 0 h to 24 h", bateman) - log(10) / 0.9) < 1e-3)
        #expect(abs(try value("maximum from 0 h to 24 h", bateman) - bateman(log(10) / 0.9)) < 1e-6)
    }

    @Test func unitsFollowTheOutput() throws {
        let area = try Statistic(parsing: "area from 0 h to 24 h", horizon: nil)
        #expect(area.unit(ofOutput: .nanogramPerMillilitre) == Unit.nanogramPerMillilitre * .hour)
        #expect(try Statistic(parsing: "maximum", horizon: 24) == .maximum(.init(start: 0, end: 24)))
    }

    static let faults: [(String, String)] = [
        ("maximun from 0 h to 2 h", "'maximun' is not a statistic (did you mean maximum?)"),
        (
            "value 12 weeks",
            "'value 12 weeks' is not a statistic (write for example '\(Statistic.examples.joined(separator: "', '"))')"
        ),
        ("value from 12 weeks", "'value from 12 weeks' is not understood (write for example 'value at 12 weeks')"),
        ("area at 3 h", "'area at 3 h' is not understood (write for example 'area from 0 h to 24 h')"),
        ("area from 0 h to 2 kg", "'kg' does not fit, since the value is in h (write for example 12 weeks)"),
        ("area from 3 h to 2 h", "'from 3 h to 2 h' ends before it starts (write the earlier time first)"),
        ("maximum", "'maximum' is not understood (write for example 'maximum from 0 h to 24 h')"),
    ]

    @Test(arguments: faults)
    func faultIsReported(text: String, message: String) {
        let error = #expect(throws: TextProblem.self) { try Statistic(parsing: text, horizon: nil) }
        #expect(error.map { "\($0.message) (\($0.remedy))" } == message)
    }
}
