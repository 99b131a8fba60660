import Foundation
import Modeling
import Studies
import Testing

@testable import Reports

@Suite struct BookPicturesTests {
    private static func page(_ form: BookFigure.Form, axis: String = "", showsRanges: Bool = true) -> String {
        let builder = ModelBuilder(name: "Tiny", timeUnit: .hour)
        _ = builder.scope("gut", grade: .established, "where doses enter")
        let figure = BookFigure(
            "A figure", component: "gut.wall", form, caption: "What to see.", scenario: "", axis: axis,
            showsRanges: showsRanges)
        return ModelBook(
            builder.model, book: BookGuide(figures: [figure]), figureResults: [0: Sample.result], version: "1"
        ).html(bundle: PageTests.bundle)
    }

    private static func specification(_ page: String) throws -> [String: Any] {
        let start = try #require(page.range(of: "id=\"figure-0-0-spec\">")).upperBound
        let end = try #require(page.range(of: "</script>", range: start..<page.endIndex)).lowerBound
        return try #require(try JSONSerialization.jsonObject(with: Data(page[start..<end].utf8)) as? [String: Any])
    }

    /// The chapter of the component that is not there is that of the one around it.
    @Test func aFigureStandsInTheNearestChapter() throws {
        let page = Self.page(.course)
        let chapter = try #require(page.range(of: "id=\"part-gut\""))
        let figure = try #require(page.range(of: "data-group=\"figure-0\""))
        #expect(chapter.upperBound < figure.lowerBound)
    }

    /// Lines are named once for all panels: in a narrow panel a legend was cut off.
    @Test func linesAreNamedOnceAndInNoPanel() throws {
        let page = Self.page(.course)
        #expect(page.components(separatedBy: "<ul class=\"key\">").count == 2)
        for arm in Sample.result.arms {
            #expect(page.contains("</svg>\(Markup.escaped(arm.name))</li>"), "\(arm.name)")
        }
        let text = String(
            decoding: try JSONSerialization.data(withJSONObject: try Self.specification(page)), as: UTF8.self)
        #expect(!text.contains("\"bind\":\"legend\""))
        #expect(!Self.page(.response).contains("<ul class=\"key\">"))
    }

    @Test func theAxisOfAResponseIsNamed() throws {
        let specification = try Self.specification(Self.page(.response, axis: "dose [mg/d]"))
        let encoding = specification["encoding"] as? [String: Any]
        #expect((encoding?["x"] as? [String: Any])?["title"] as? String == "dose [mg/d]")
        #expect((specification["description"] as? String)?.contains("by dose [mg/d]") == true)
    }

    @Test func rangesCanBeLeftOut() throws {
        func rows(_ page: String) throws -> [[String: Any]] {
            try #require((try Self.specification(page)["data"] as? [String: Any])?["values"] as? [[String: Any]])
        }
        for row in try rows(Self.page(.course, showsRanges: false)) {
            #expect(row["lower"] as? [Double] == row["median"] as? [Double])
        }
        #expect(
            try rows(Self.page(.course)).contains { $0["lower"] as? [Double] != $0["median"] as? [Double] })
        #expect(Self.page(.course).contains("with the range that holds"))
        #expect(!Self.page(.course, showsRanges: false).contains("with the range that holds"))
    }
}
