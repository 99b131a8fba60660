import ArgumentParser
import Foundation
import Physiology
import Studies

/// `patency fit`: the fitted numbers again, from the calibration studies, and how well the studies tell them.
struct FitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fit", abstract: "Fits the fitted numbers to the calibration studies again.",
        discussion: """
            Validation and context studies are not opened. Each number starts at its first estimate, which holds it back as
            an observation with a standard error of a factor of e would. Where a study gives no standard error, the one
            assumed in its file counts; an observation with neither does not. The result is the same for any --threads.

            --posterior samples all fitted numbers together, which studies then draw them from, and prints what tells
            whether to trust the sample: k̂ of its weights (up to 0.7), R̂ of each number (near 1), effective draws.
            --profile holds each number away from its best value while the others give way, priors left out: what the
            studies alone say of it. --null asks what the trials of calcification say of vitamin K, none included.

            Examples:
              patency fit
              patency fit --starts 3 --posterior --profile --null --write
              patency fit --committed --profile
            """)

    @Flag(help: "Write the values, and what else was asked for, into the source files.")
    var write = false

    @Option(help: "The source file of the values.", completion: .file(extensions: ["swift"]))
    var to = "Sources/Physiology/FittedValues.swift"

    @Option(help: "The source file of the posterior.", completion: .file(extensions: ["swift"]))
    var posteriorTo = "Sources/Physiology/FittedPosterior.swift"

    @Option(help: "Iterations at most.")
    var iterations = 30

    @Option(help: "Searches: one from the estimates, the others from the best of 16 points drawn from the priors.")
    var starts = 1

    @Flag(help: "Begin at the committed values instead of at the estimates.")
    var committed = false

    @Flag(help: "Sample the posterior of the fitted numbers.")
    var posterior = false

    @Flag(help: "Profile the likelihood of each fitted number.")
    var profile = false

    @Flag(help: "The posterior of the effect of vitamin K on calcification, and the chance that it is negligible.")
    var null = false

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if !(1...1000).contains(iterations) {
            throw ValidationError("--iterations must be from 1 to 1000, not \(iterations)")
        }
        if !(1...16).contains(starts) { throw ValidationError("--starts must be from 1 to 16, not \(starts)") }
    }

    func run() throws {
        let source = write ? try FittedSource(contentsOf: to) : nil
        let posteriorSource = write ? try PosteriorSource(contentsOf: posteriorTo) : nil
        var fit = Calibration.fit(threadCount: shared.threads)
        fit.leastSquares.maximumIterations = iterations
        fit.startCount = starts
        Interruption.watch()
        fit.isCancelled = { Interruption.isAsked }
        if committed {
            fit.start = (
                Dictionary(uniqueKeysWithValues: FittedValues.all.map { ($0.identifier, $0.value) }),
                FittedValues.nuisance
            )
        }
        let isShown = !shared.quiet && StandardError.isTerminal
        func show(_ text: String) { if isShown { StandardError.write("\r\(text)\u{1B}[K") } }
        fit.progress = { [isShown] count in
            if isShown { StandardError.write("\r\(count) evaluations\u{1B}[K") }
        }
        defer { show("") }
        func report(_ text: String) {
            show("")
            if !shared.quiet {
                print(text)
                fflush(nil)
            }
        }
        let result = try fit.run()
        report(FitListing.text(of: result))
        let values = try source?.updated(with: result)
        var evidence = try FittedPosterior.evidence
        var draws = FittedPosterior.draws
        if posterior {
            let sample = try fit.posterior(around: result)
            report("\n" + FitListing.text(of: sample))
            evidence.posterior = .init(sample)
            draws = sample.draws
        }
        if profile {
            let profiles = try fit.profiles(around: result)
            report("\n" + FitListing.text(of: profiles))
            evidence.profiles = profiles
        }
        if null {
            let found = result.values.filter { $0.study == nil }.map { ($0.identifier, $0.value) }
            var fit = try Calibration.nullAwareFit(
                threadCount: shared.threads, fixed: Dictionary(uniqueKeysWithValues: found))
            fit.isCancelled = { Interruption.isAsked }
            let effect = try fit.nullEffect(
                on: Calibration.nullAwareOutputs, threshold: Calibration.negligibleShare, sampler: PosteriorSampler())
            report("\n" + FitListing.text(of: effect))
            evidence.nullEffect = effect
        }
        // Values and their posterior belong together: both are written when both are known, or neither.
        if let values { try OutputFile.write(values, to: to) }
        if let posteriorSource, posterior || profile || null {
            try OutputFile.write(try posteriorSource.updated(draws: draws, evidence: evidence), to: posteriorTo)
        }
    }
}
