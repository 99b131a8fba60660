import Foundation
import Testing

@testable import Reports
@testable import Studies

@Suite struct FileTests {
    @Test func tidyTableReadsBackExactly() throws {
        let rows = RecordReader.records(Sample.report.csv)
        #expect(rows[0] == ["arm", "draw-quantile", "time", "variable", "value", "unit", "grade"])
        #expect(rows.count == 1 + 121 * 3 * (8 * 4 + 7 * 3))
        #expect(rows.allSatisfy { $0.count == 7 })
        #expect(!rows.contains { $0[3] == "difference:risk" })
        let last = try #require(
            rows.last { $0[0] == "K1 <0.5 mg> & \"diet\"" && $0[1] == "0.95" && $0[3] == "difference:cac" })
        let series = Sample.result.arms[3].series[2]
        #expect(Double(last[4]) == series.difference?.upper.last)
        #expect(last[2] == "3652.5" && last[5] == "AU" && last[6] == "contested")
    }

    @Test func missingValuesAreEmptyFields() {
        var report = Sample.report
        report.result.arms[0].series[0].values.lower[0] = .nan
        #expect(report.csv.contains("No supplement,0.05,0,plasma.mk4,,ng/mL,supported\r\n"))
    }

    @Test func anotherReferenceIsNamed() {
        var report = Sample.report
        report.result.arms[2].reference = report.result.arms[1].name
        let variables = Set(
            RecordReader.records(report.csv).filter { $0[0] == report.result.arms[2].name }.map { $0[3] })
        #expect(variables.contains("difference from \(report.result.arms[1].name):cac"))
        #expect(!variables.contains("difference:cac"))
    }

    @Test func resultsAreStableBytesAndReadBack() throws {
        var result = Sample.result
        result.arms[0].series[0].values.lower[0] = .nan
        result.arms[0].series[0].values.upper[0] = .infinity
        result.arms[0].series[0].values.median[0] = 0.1
        let bytes = try result.json
        #expect(try Sample.result.json == Sample.result.json)
        #expect(try StudyResult(json: bytes).json == bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("\"NaN\"") && text.contains("\"Infinity\"") && text.contains("            0.1,"))
        #expect(text.hasSuffix("}\n"))
    }

    @Test func brokenResultsAreNamed() {
        #expect {
            try StudyResult(json: Data("{\"title\": 3}".utf8))
        } throws: { "\($0)".contains("this is not a study result: at ") }
    }
}

/// Reads RFC 4180 text.
enum RecordReader {
    static func records(_ text: String) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var field = ""
        var isQuoted = false
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch (scalar, isQuoted) {
            case ("\"", true):
                if scalars.first == "\"" {
                    field.unicodeScalars.append(scalars.removeFirst())
                } else {
                    isQuoted = false
                }
            case ("\"", false): isQuoted = true
            case (",", false):
                record.append(field)
                field = ""
            case ("\r", false): break
            case ("\n", false):
                records.append(record + [field])
                (record, field) = ([], "")
            default: field.unicodeScalars.append(scalar)
            }
        }
        return records
    }
}
