import Modeling

/// How each grade of evidence sounds; nothing in a report sounds surer.
struct GradeWords: Sendable {
    let grade: Grade

    /// What the grade means, as a clause.
    var meaning: String {
        switch grade {
        case .established: "the mechanism is textbook knowledge"
        case .supported: "studies in people agree with it, with gaps"
        case .contested: "studies disagree about it"
        case .speculative: "a hypothesis without good data in people"
        }
    }

    /// In front of what changes: "is", "is probably" …
    var verb: String {
        switch grade {
        case .established: "is"
        case .supported: "is probably"
        case .contested, .speculative: "comes out"
        }
    }

    /// After what changes; empty where the verb says enough.
    var caveat: String {
        switch grade {
        case .established, .supported: ""
        case .contested: "disputed"
        case .speculative: "speculation"
        }
    }

    /// How many of four dots are full: the grade without colour.
    var strength: Int { grade.rawValue + 1 }
}
