import Modeling
import Studies

/// A study's answer with all that a reader needs beside it: what matters most, sources and limits.
///
/// It renders as a page (`html`), tables (`csv`), data (`StudyResult.json`) and terminal text (`summary`), all from
/// the same numbers and words.
public struct Report: Sendable {
    public var result: StudyResult
    /// What is told in words and first, in order; without topics every output is.
    public var topics: [ReportTopic]
    /// Models of the arms, for the list of sources; arms may share one.
    public var models: [Model]
    /// Citation of each reference key.
    public var bibliography: [String: Citation]
    /// Sentences of the section "What this model cannot say".
    public var limits: [String]

    public init(
        _ result: StudyResult, topics: [ReportTopic] = [], models: [Model] = [], bibliography: [String: Citation] = [:],
        limits: [String] = ReportLimits.vascular
    ) {
        self.result = result
        self.topics = topics
        self.models = models
        self.bibliography = bibliography
        self.limits = limits
    }

    /// Topics that the result has outputs for; one without a title for all outputs where none applies.
    var presentTopics: [ReportTopic] {
        let known = Set(result.outputIdentifiers)
        let present = topics.compactMap { topic -> ReportTopic? in
            var topic = topic
            topic.outputs = topic.outputs.filter(known.contains)
            return topic.outputs.isEmpty ? nil : topic
        }
        return present.isEmpty ? [ReportTopic("", outputs: result.outputIdentifiers)] : present
    }

    /// Outputs of the topics, each once, in their order.
    var mainOutputs: [String] {
        var seen: Set<String> = []
        return presentTopics.flatMap(\.outputs).filter { seen.insert($0).inserted }
    }

    /// Main outputs, then the others in the result's order.
    var outputsInOrder: [String] {
        let main = mainOutputs
        return main + result.outputIdentifiers.filter { !main.contains($0) }
    }
}
