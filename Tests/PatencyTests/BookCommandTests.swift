import Foundation
import Modeling
import Physiology
import Studies
import Testing

@testable import patency

/// `patency book` as a user gets it. In a debug build the simulations take minutes.
#if !DEBUG
    @Suite(.serialized) struct BookCommandTests {
        /// With one thread, with two, and with two again.
        private static let pages: [Data] = (try? [1, 2, 2].map(page)) ?? []
        private static let text = pages.last.map { String(decoding: $0, as: UTF8.self) } ?? ""
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

        @Test func oneThreadAndTwoAndTwoAgainGiveEqualBytes() throws {
            try #require(Self.pages.count == 3)
            let isEqual = Self.pages[0] == Self.pages[1] && Self.pages[1] == Self.pages[2]
            #expect(isEqual && Self.pages[0].count > 1_000_000)
        }

        /// Warfarin is the first thing that the page says.
        @Test func warfarinStandsFirst() throws {
            let body = try #require(Self.text.range(of: "<body>")).upperBound
            let words = Self.text[body...].replacing(/<[^>]*>/, with: " ")
            #expect(words.prefix(400).contains("On warfarin or another vitamin K antagonist, do not start"))
        }

        @Test func allChaptersStandInIt() {
            for section in ["assumptions", "limits", "outputs", "works"] {
                #expect(Self.text.contains("<section id=\"\(section)\">"), "\(section)")
            }
            for component in Self.model.components {
                let count = Self.text.components(separatedBy: "id=\"part-\(component.name)\"").count - 1
                #expect(count == 1, "\(component.name)")
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
                let count = Self.text.components(separatedBy: "id=\"q-\(name)\"").count - 1
                #expect(count == 1, "\(name)")
            }
            let assigned = Self.model.rules.compactMap { rule in
                if case .assignment(let name, _) = rule { name } else { nil }
            }
            for name in assigned + Self.model.reactions.map(\.identifier) {
                let start = try #require(Self.text.range(of: "<div class=\"equation\" id=\"q-\(name)\">"), "\(name)")
                #expect(Self.text[start.upperBound...].prefix(300).contains("<math display=\"block\">"), "\(name)")
            }
        }

        @Test func everyAssumedNumberAndEveryReferenceIsListed() {
            for quantity in Self.model.quantities {
                guard let evidence = quantity.evidence else { continue }
                switch evidence.origin {
                case .assumed:
                    let places = Self.text.components(separatedBy: "href=\"#q-\(quantity.identifier)\"").count - 1
                    #expect(places >= 1, "\(quantity.identifier)")
                case .published(let reference, _):
                    #expect(Self.text.contains("<li id=\"work-\(reference.key)\">"), "\(reference.key)")
                default: break
                }
            }
        }

        @Test func everyFigureIsThereWithAChartForEachOutput() throws {
            for (position, figure) in Installed.family.book.figures.enumerated() {
                let outputs = try figure.question(of: Installed.family).scenario.outputs
                #expect(Self.text.contains("data-group=\"figure-\(position)\""), "\(figure.title)")
                for index in outputs.indices {
                    let isDrawn = Self.text.contains("id=\"figure-\(position)-\(index)-spec\"")
                    #expect(isDrawn, "\(figure.title): \(outputs[index])")
                }
            }
        }

        @Test func quickLeavesTheStudiesOut() { #expect(!Self.text.contains("id=\"validation\"")) }
    }
#endif
