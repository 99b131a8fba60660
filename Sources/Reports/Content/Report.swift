import Modeling
import Studies

/// A study's answer with all that a reader needs beside it: what matters most, sources and limits.
///
/// It renders as a page (`html`), tables (`csv`), data (`StudyResult.json`) and terminal text (`summary`), all from
/// the same numbers and words.
public struct Report: Sendable {
    public var result: StudyResult
    /// What is told first and how, and what cannot be said.
    public var guide: ReportGuide
    /// Models of the arms, for the list of sources; arms may share one.
    public var models: [Model]
    /// Citation of each reference key.
    public var bibliography: [String: Citation]

    public init(
        _ result: StudyResult, guide: ReportGuide = ReportGuide(), models: [Model] = [],
        bibliography: [String: Citation] = [:]
    ) {
        self.result = result
        self.guide = guide
        self.models = models
        self.bibliography = bibliography
    }

    /// Topics that the result has outputs for; one without a title for all outputs where none applies.
    var presentTopics: [ReportTopic] {
        let present = topics(ofTheStart: false)
        let others = result.outputIdentifiers.filter { !guide.outputsOfTheStart.contains($0) }
        return present.isEmpty && !others.isEmpty ? [ReportTopic("", outputs: others)] : present
    }

    /// Topics of the start alone that the result has outputs for.
    var startTopics: [ReportTopic] { topics(ofTheStart: true) }

    private func topics(ofTheStart: Bool) -> [ReportTopic] {
        let known = Set(result.outputIdentifiers)
        return guide.topics.filter { $0.isOfTheStart == ofTheStart }.compactMap { topic in
            var topic = topic
            topic.outputs = topic.outputs.filter(known.contains)
            return topic.outputs.isEmpty ? nil : topic
        }
    }

    /// Outputs of the topics, each once, in their order.
    var mainOutputs: [String] {
        var seen: Set<String> = []
        return presentTopics.flatMap(\.outputs).filter { seen.insert($0).inserted }
    }

    /// Main outputs, then the others in the result's order, without those of the start alone.
    var outputsInOrder: [String] {
        let main = mainOutputs
        let known = guide.outputsOfTheStart.union(main)
        return main + result.outputIdentifiers.filter { !known.contains($0) }
    }
}
