import Foundation
import Testing

@testable import Reports
@testable import Studies

@Suite struct ChartTests {
    private func object(_ chart: Chart) throws -> [String: Any] {
        let data = Data(chart.specification.text.utf8)
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test func everyOutputHasThreePictures() throws {
        let charts = Sample.report.charts
        // Flow does not differ, so it has no picture of differences; risk is of the start only.
        #expect(charts.count == 3 * (Sample.outputs.count - 2) + 1)
        #expect(Set(charts.map(\.identifier)).count == charts.count)
        for chart in charts { #expect(try object(chart)["description"] as? String == chart.description) }
    }

    @Test func valuesAreDrawnInYearsWithTheirBand() throws {
        let chart = try #require(TimeChart.make(.values, of: "cac", in: Sample.result, identifier: "a"))
        let specification = chart.specification
        let rows = try #require(try object(chart)["data"] as? [String: [[String: Any]]])["values"]
        #expect(rows?.map { $0["arm"] as? String } == Sample.result.arms.map(\.name))
        let params = try #require(try object(chart)["params"] as? [[String: Any]])
        let time = try #require(params[0]["value"] as? [Double])
        #expect(time.count == TimeChart.largestPointCount && time.first == 0 && time.last == 10)
        #expect(zip(time, time.dropFirst()).allSatisfy { $0 < $1 })
        #expect((rows?[0]["median"] as? [Double])?.count == time.count)
        #expect(chart.specification.text.contains(#""transform":[{"flatten":["lower","median","upper"]}"#))
        #expect(text(specification, "encoding", "x", "title") == "years")
        #expect(text(specification, "encoding", "y", "title") == "AU")
        #expect(chart.specification.text.contains(#""y":{"field":"lower"},"y2":{"field":"upper"}"#))
        #expect(chart.specification.text.contains(##""range":["#7A7F87","#0072B2","#D55E00","#009E73"]"##))
        #expect(chart.specification.text.contains(#""bind":"legend""#))
    }

    @Test func differencesLeaveOutTheReferenceArm() throws {
        let chart = try #require(TimeChart.make(.differences, of: "cac", in: Sample.result, identifier: "a"))
        #expect(!chart.specification.text.contains(#""arm":"No supplement""#))
        #expect(chart.description.contains("difference in Coronary artery calcium from “No supplement”"))
    }

    @Test func endsTellWhatIsFound() throws {
        let chart = try #require(EndChart.make(of: "dpucMGP", in: Sample.report, identifier: "a"))
        #expect(chart.specification.text.contains(#""told":true,"words":"Speculation: lower in the model""#))
        let none = try #require(EndChart.make(of: "cac", in: Sample.report, identifier: "a"))
        #expect(!none.specification.text.contains(#""told":true"#))
    }

    /// Tooltips named every course "undefined".
    @Test func tooltipsDoNotRelyOnNearest() throws {
        let chart = try #require(TimeChart.make(.values, of: "cac", in: Sample.result, identifier: "a"))
        #expect(!chart.specification.text.contains("nearest"))
        #expect(chart.specification.text.contains(#""tooltip":[{"field":"arm""#))
        #expect(chart.specification.text.contains(#""title":"median [AU]""#))
    }

    @Test func manyCoursesNeedNoLegend() throws {
        let chart = try #require(TimeChart.make(.values, of: "cac", in: Sample.large.result, identifier: "a"))
        #expect(!chart.specification.text.contains("bind"))
        #expect(Set(zip(ArmScale(Sample.large.result).colors, Sample.large.result.arms).map(\.0)).count == 9)
    }

    @Test func differencesFromSeveralCoursesSaySo() throws {
        let result = Sample.large.result
        #expect(result.comparison == "the course each is compared with")
        #expect(Sample.result.comparison == "“No supplement”" && Sample.result.comparisonSentence.isEmpty)
        let chart = try #require(EndChart.make(of: "cac", in: Sample.large, identifier: "a"))
        #expect(chart.specification.text.contains(#""arm":"MK-4 10 mg by mouth, on warfarin","against":"warfarin""#))
    }

    @Test func valuesHaveFiveDigits() {
        #expect(TimeChart.rounded(123_456.7).text == "123460" && TimeChart.rounded(-0.012345678).text == "-0.012346")
    }

    @Test func aWeekIsDrawnInDaysAndADayInHours() {
        #expect(TimeScale(horizon: 7 * 24).name == "days")
        #expect(TimeScale(horizon: 24).name == "hours")
    }

    @Test func missingValuesAreLeftOut() throws {
        var result = Sample.result
        result.arms[0].series[2].values.upper[0] = .nan
        let chart = try #require(TimeChart.make(.values, of: "cac", in: result, identifier: "a"))
        let rows = try #require(try object(chart)["data"] as? [String: [[String: Any]]])["values"]
        #expect((rows?[0]["upper"] as? [Any])?.first is NSNull)
        #expect(chart.specification.text.contains("isValid(datum.upper)"))
    }

    @Test func textIsSafeInAScript() {
        let value: JSONValue = ["a": "</script>\u{2028}\u{1}", "b": [1, 2.5, nil, true]]
        #expect(value.text == #"{"a":"\u003c/script\u003e\u2028\u0001","b":[1,2.5,null,true]}"#)
        #expect(JSONValue.number(.nan).text == "null")
    }

    private func text(_ value: JSONValue, _ path: String...) -> String? {
        let end = path.reduce(Optional(value)) { $0?[$1] }
        if case .string(let text) = end { return text }
        return nil
    }
}
