import Foundation
import Modeling
import Physiology
import Studies
import Testing

@testable import patency

/// `patency book` as a user gets it. In a debug build the simulations take minutes.
#if !DEBUG
    @Suite(.serialized) struct BookCommandTests {
        /// Made twice: with one thread and with two.
        private static let pages: [Data] = (try? [1, 2].map(page)) ?? []
        private static let text = pages.last.map { String(decoding: $0, as: UTF8.self) } ?? ""
        /// How often each id stands in the page, found in one pass: the page has three million characters.
        private static let ids: [Substring: Int] = counts(of: "id=\"")
        /// The same of links within the page.
        private static let links: [Substring: Int] = counts(of: "href=\"#")

        private static func counts(of start: String) -> [Substring: Int] {
            var counts: [Substring: Int] = [:]
            let bytes = text.utf8
            var rest = bytes[...]
            let mark = Array(start.utf8)
            while let place = rest.firstRange(of: mark) {
                let end = rest[place.upperBound...].firstIndex(of: UInt8(ascii: "\"")) ?? rest.endIndex
                counts[text[place.upperBound..<end], default: 0] += 1
                rest = rest[end...]
            }
            return counts
        }

        private static let model: Model = {
            let family = Installed.family
            return family.model(using: Set(family.vocabulary.substances.flatMap(\.routes).map(\.doseInput)))
        }()

        private static func page(threads: Int) throws -> Data {
            let folder = try ScratchFolder()
            let outcome = try Program.run(
                "book", "--quick", "--draws", "2", "--threads", "\(threads)", "--out", "book.html", in: folder.url)
            #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
            #expect(outcome.output == "Written: book.html\n")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["book.html"])
            return try Data(contentsOf: folder.url.appending(path: "book.html"))
        }

        @Test func oneThreadAndTwoGiveEqualBytes() throws {
            try #require(Self.pages.count == 2)
            let isEqual = Self.pages[0] == Self.pages[1]
            #expect(isEqual && Self.pages[0].count > 1_000_000)
        }

        /// Warfarin is the first thing that the page says.
        @Test func warfarinStandsFirst() throws {
            let body = try #require(Self.text.range(of: "<body>")).upperBound
            let words = Self.text[body...].prefix(2000).replacing(/<[^>]*>/, with: " ")
            #expect(words.prefix(400).contains("On warfarin or another vitamin K antagonist, do not start"))
        }

        @Test func allChaptersStandInIt() {
            for section in ["assumptions", "limits", "outputs", "works"] {
                #expect(Self.text.contains("<section id=\"\(section)\">"), "\(section)")
            }
            for component in Self.model.components {
                #expect(Self.ids["part-\(component.name)"] == 1, "\(component.name)")
            }
            for limit in Installed.family.guide.limits {
                let isSaid = Self.text.contains(limit.replacing("&", with: "&amp;").replacing("'", with: "&#39;"))
                #expect(isSaid, "\(limit)")
            }
        }

        /// Each quantity and flow has one place, and what has a formula has it there.
        @Test func everyEquationAndNumberStandsInIt() throws {
            let held = Set(Self.model.doseInputs.flatMap { [$0.amount] + $0.attributes.values })
            let names = Self.model.quantities.map(\.identifier).filter { !held.contains($0) }
            for name in names + Self.model.reactions.map(\.identifier) {
                #expect(Self.ids["q-\(name)"] == 1, "\(name)")
            }
            let assigned = Self.model.rules.compactMap { rule in
                if case .assignment(let name, _) = rule { name } else { nil }
            }
            // Up to its first line: a block of mathematics, not a mention.
            let typeset = Set(
                Self.text.split(separator: "\n").joined().components(separatedBy: "<div class=\"equation\" id=\"q-")
                    .dropFirst()
                    .filter { $0.prefix(400).contains("<math display=\"block\">") }.map { $0.prefix { $0 != "\"" } })
            for name in assigned + Self.model.reactions.map(\.identifier) {
                #expect(typeset.contains(name[...]), "\(name)")
            }
        }

        @Test func everyAssumedNumberAndEveryReferenceIsListed() {
            for quantity in Self.model.quantities {
                guard let evidence = quantity.evidence else { continue }
                switch evidence.origin {
                case .assumed:
                    #expect(Self.links["q-\(quantity.identifier)", default: 0] >= 1, "\(quantity.identifier)")
                case .published(let reference, _):
                    #expect(Self.ids["work-\(reference.key)"] == 1, "\(reference.key)")
                default: break
                }
            }
        }

        @Test func everyFigureIsThereWithAChartForEachOutput() throws {
            for (position, figure) in Installed.family.book.figures.enumerated() {
                let outputs = try figure.question(of: Installed.family).scenario.outputs
                for index in outputs.indices {
                    #expect(Self.ids["figure-\(position)-\(index)-spec"] == 1, "\(figure.title): \(outputs[index])")
                }
            }
        }

        @Test func quickLeavesTheStudiesOut() { #expect(!Self.text.contains("id=\"validation\"")) }
    }
#endif
