import ArgumentParser
import Claims
import Foundation
import Physiology
import Reports
import Studies

/// `patency claims`: the claims of a file, tested and written up.
struct ClaimsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claims", abstract: "Tests the claims of a file and gives each a verdict.",
        discussion: """
            A claim is tested by studies in people, by the model, by arithmetic, by what a cited work carries and by known harms
            (docs/claims.md). Each gets a verdict and two scores that never mix: the certainty of the evidence in people, and the
            plausibility in the model.

            Exit code 1 where a claim marked 'expected: holds' is not supported; 2 where the file has faults.

            Examples:
              patency claims Claims/newsletter.yaml
              patency claims Claims/newsletter.yaml --out out --json out/claims.json
            """)

    @Argument(help: "Claim file (YAML).", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @Option(
        help: "Folder for claims.html and claims.jsonld; it is made where it does not exist.", completion: .directory)
    var out = "out"

    @Option(help: "File for the results as JSON; - is standard output.", completion: .file())
    var json: String?

    @Option(
        help: ArgumentHelp(
            "Address the page will have, for the ids in claims.jsonld; without it they are relative to claims.html.",
            valueName: "url"))
    var address: String?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard let address else { return }
        guard let url = URL(string: address), ["http", "https"].contains(url.scheme), url.host?.isEmpty == false,
            url.fragment == nil
        else {
            throw ValidationError(
                "'\(address)' is no address of a page (write for example https://example.org/claims.html)")
        }
    }

    func run() throws {
        let context = try Installed.claimContext()
        let claims = try ClaimFile(contentsOf: URL(fileURLWithPath: file), in: context)
        // Whatever would stop the results from being kept is found before the time is spent.
        let bundle = try VegaBundle.load()
        let folder = try OutputFolder(out)
        let bar = ProgressBar(isQuiet: shared.quiet || json == "-")
        var runner = ClaimRunner(family: Installed.family, solver: .standard, threadCount: shared.threads)
        runner.progress = { bar.update(done: $0, of: $1) }
        Interruption.watch()
        runner.isCancelled = { Interruption.isAsked }
        defer { bar.finish() }
        let (results, studies) = try runner.run(claims)
        bar.finish()
        let report = ClaimsReport(
            results, studies: studies, bibliography: Installed.bibliography,
            nullEffect: try FittedPosterior.evidence.nullEffect,
            unidentified: Installed.family.qualification.unidentified, address: address)
        try folder.write(Data(report.html(bundle: bundle).utf8), to: "claims.html")
        try folder.write(report.claimReviewFile, to: "claims.jsonld")
        if let json { try OutputFile.write(String(decoding: try results.json, as: UTF8.self), to: json) }
        if !shared.quiet, json != "-" {
            print(report.summary(), terminator: "")
            print("\nWritten: \(out)/claims.html, \(out)/claims.jsonld" + (json.map { ", \($0)" } ?? ""))
        }
        if let first = results.brokenExpectations.first {
            throw Failure(
                .checkFailed,
                "\(results.brokenExpectations.count) claims expected to hold do not, such as '\(first.id)': "
                    + "\(first.verdict.rawValue), since: \(first.rule.text)")
        }
    }
}
