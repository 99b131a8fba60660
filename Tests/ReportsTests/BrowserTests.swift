import Foundation
import Testing

@testable import Reports

/// The page in a real browser, where one and the chart bundle are installed.
@Suite struct BrowserTests {
    static let browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
        .first(where: FileManager.default.isExecutableFile)
    static let bundle = try? VegaBundle.load()

    @Test(.enabled(if: browser != nil && bundle != nil, "needs Chromium and PATENCY_VEGA"))
    func everyPictureIsDrawn() throws {
        let bundle = try #require(Self.bundle)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("patency-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let page = folder.appendingPathComponent("page.html")
        try AtomicFile.write(Sample.report.html(bundle: bundle), to: page.path)
        let (document, log) = try open(page, profile: folder)
        let isDrawn = document.contains("data-drawn=\"yes\"")
        #expect(isDrawn)
        #expect(document.components(separatedBy: "<svg").count - 1 >= Sample.report.charts.count)
        let hasFailed = document.contains("data-failed=")
        #expect(!hasFailed)
        let complaints = log.split(separator: "\n").filter { $0.contains(":CONSOLE") }
        #expect(complaints.isEmpty)
    }

    private func open(_ page: URL, profile: URL) throws -> (document: String, log: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.browser))
        process.arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--virtual-time-budget=60000",
            "--user-data-dir=\(profile.path)/profile", "--dump-dom", page.absoluteString,
        ]
        let documentFile = profile.appendingPathComponent("document.html").path
        let logFile = profile.appendingPathComponent("log.txt").path
        try AtomicFile.write("", to: documentFile)
        try AtomicFile.write("", to: logFile)
        process.standardOutput = FileHandle(forWritingAtPath: documentFile)
        process.standardError = FileHandle(forWritingAtPath: logFile)
        try process.run()
        process.waitUntilExit()
        return (
            try String(contentsOfFile: documentFile, encoding: .utf8),
            try String(contentsOfFile: logFile, encoding: .utf8)
        )
    }
}
