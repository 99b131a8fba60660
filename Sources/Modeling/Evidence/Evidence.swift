/// A work that numbers are taken from, by its key in `References.bib`.
public struct Reference: Hashable, Sendable, CustomStringConvertible {
    public let key: String
    public init(_ key: String) { self.key = key }
    public var description: String { key }
}

/// Where a number comes from and how it was obtained.
public struct Evidence: Hashable, Sendable {
    /// Where a number comes from.
    public enum Origin: Hashable, Sendable {
        /// Read in a work, at a place in it (table, figure, page, abstract).
        case published(Reference, at: String)
        /// Computed from other numbers of the model, named by identifier, by a stated step.
        case derived(from: [String], by: String)
        /// Estimated by `patency fit` from the named calibration study.
        case fitted(study: String)
        /// Chosen, with the reason.
        case assumed(because: String)
        /// Given by the scenario: a person, a diet, a regimen.
        case given(by: String)
    }

    /// How the number was obtained at its origin.
    public enum Method: String, Hashable, Sendable, CaseIterable {
        case inVivo = "in vivo", inVitro = "in vitro", scaled, expert
    }

    public let origin: Origin
    public let method: Method

    public static func published(_ reference: Reference, at place: String, _ method: Method = .inVivo) -> Evidence {
        Evidence(origin: .published(reference, at: place), method: method)
    }
    public static func derived(from sources: [String], by step: String, _ method: Method = .scaled) -> Evidence {
        Evidence(origin: .derived(from: sources, by: step), method: method)
    }
    public static func fitted(study: String, _ method: Method = .inVivo) -> Evidence {
        Evidence(origin: .fitted(study: study), method: method)
    }
    public static func assumed(because reason: String, _ method: Method = .expert) -> Evidence {
        Evidence(origin: .assumed(because: reason), method: method)
    }
    public static func given(by giver: String) -> Evidence {
        Evidence(origin: .given(by: giver), method: .expert)
    }

    /// Whether a reason or place is really stated.
    var isComplete: Bool {
        switch origin {
        case .published(let reference, let place): !reference.key.isEmpty && !place.isEmpty
        case .derived(let sources, let step): !sources.isEmpty && !step.isEmpty
        case .fitted(let text), .assumed(let text), .given(let text): !text.isEmpty
        }
    }
}

extension Evidence: CustomStringConvertible {
    public var description: String {
        switch origin {
        case .published(let reference, let place): "published: \(reference.key), \(place) (\(method.rawValue))"
        case .derived(let sources, let step): "derived from \(sources.joined(separator: ", ")): \(step)"
        case .fitted(let study): "fitted: \(study)"
        case .assumed(let reason): "assumed: \(reason)"
        case .given(let giver): "given by \(giver)"
        }
    }
}

/// How well a mechanism is supported by evidence, from weakest to strongest.
public enum Grade: Int, Comparable, Hashable, Sendable, CaseIterable, CustomStringConvertible {
    case speculative, contested, supported, established

    public static func < (left: Grade, right: Grade) -> Bool { left.rawValue < right.rawValue }

    public var description: String {
        switch self {
        case .speculative: "speculative"
        case .contested: "contested"
        case .supported: "supported"
        case .established: "established"
        }
    }
}

/// How a parameter varies between draws, around its value.
public enum Spread: Hashable, Sendable {
    /// No variation.
    case none
    /// Log-normal with the value as its median; `coefficientOfVariation` is that of the distribution.
    case logNormal(coefficientOfVariation: Double)
    /// Logit-normal with the value as its median, for a share: between 0 and 1; `standardDeviation` is that of its
    /// logit, ln(x / (1 − x)).
    case logitNormal(standardDeviation: Double)
    /// Normal with the value as its mean; `standardDeviation` in the parameter's unit.
    case normal(standardDeviation: Double)
    /// Uniform between two values in the parameter's unit.
    case uniform(Double, Double)
}
