import Modeling

/// What stops a whole study; one bad subject does not.
public enum StudyError: Error, CustomStringConvertible {
    /// The caller asked to stop.
    case cancelled
    /// A field of the vocabulary and the model input it fills have different dimensions.
    case unitMismatch(input: String, field: Unit, model: Unit)
    /// A value was given for something that is no free parameter of the model.
    case notSettable(identifier: String, model: String)
    /// A dose goes to an input that the model of its arm lacks.
    case missingDoseInput(identifier: String, model: String)
    /// An output that the model of an arm lacks.
    case missingOutput(identifier: String, model: String)
    /// A standing regimen of something whose steady intake the family does not know.
    case notStanding(substance: String, doseInput: String)
    /// No draw of an arm could be simulated.
    case armFailed(arm: String, drawCount: Int, first: String)
    /// The temporary folder has too little room for every draw of the study [B].
    case noRoom(folder: String, needed: Int, available: Int)
    /// The temporary folder takes no file.
    case noTemporaryFile(folder: String, reason: String)
    /// A figure of the model book is of a species that the family lacks.
    case unknownSpecies(String, figure: String)
    /// A person's states do not come to rest before day 0.
    case noBalance(String)

    /// Whether numbers, not the input, are at fault.
    public var isSolverFailure: Bool {
        switch self {
        case .armFailed, .noBalance: true
        default: false
        }
    }

    public var description: String {
        switch self {
        case .cancelled: "stopped before the end"
        case .unitMismatch(let input, let field, let model):
            "\(input): the scenario's unit \(field) does not convert to the model's \(model) (the physiology must state one dimension)"
        case .notSettable(let identifier, let model):
            "\(identifier) is not a free parameter of model \(model) (see 'patency model parameters')"
        case .missingDoseInput(let identifier, let model): "model \(model) has no dose input \(identifier)"
        case .missingOutput(let identifier, let model): "model \(model) has no output \(identifier)"
        case .notStanding(let substance, let doseInput):
            "\(substance) cannot be standing, since no steady intake is defined for \(doseInput) (leave 'standing' out)"
        case .armFailed(let arm, let drawCount, let first):
            "arm '\(arm)': none of \(drawCount) draws could be simulated; the first failed with: \(first)"
        case .noRoom(let folder, let needed, let available):
            "the draws of this study take \(Self.mebibytes(needed)), and \(folder) has \(Self.mebibytes(available)) "
                + "(let TMPDIR name a folder with room, or ask for fewer draws, outputs or report times)"
        case .noTemporaryFile(let folder, let reason):
            "cannot keep the draws of this study in \(folder): \(reason) (let TMPDIR name a folder that can be written to)"
        case .unknownSpecies(let species, let figure):
            "figure '\(figure)' is of a \(species), which is no species of this family"
        case .noBalance(let failure): "no balanced start: \(failure)"
        }
    }

    private static func mebibytes(_ bytes: Int) -> String { "\(bytes >> 20) MiB" }
}
