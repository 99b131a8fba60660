/// The rules that turn findings into a verdict, in the order in which they are asked; the first that fits decides.
///
/// Trials come before the model: where people were studied, no simulation enters the verdict. The model alone settles nothing: it gives
/// at most "partly supported", and only where its output is graded established or supported, and it never contradicts.
public enum VerdictRule: String, Codable, Sendable, CaseIterable {
    case harm, refuted, needUnmet, proven
    case trialsContradict, trialsContradictWeakly
    case trialsSupport, trialsSupportAll, trialsSupportLow, trialsSupportWeakly
    case trialsMixed, trialsMixedForSome, trialsMixedWeakly
    case trialsInconclusive
    case modelAgrees, modelDisagrees, plausibleOnly, implausibleOnly, modelOpen, modelSilent
    case citationCarries, citationPartly, citationFails
    case nobodyTested, nothingToTest

    public var verdict: Verdict {
        switch self {
        case .harm, .refuted, .needUnmet, .trialsContradict: .contradicted
        case .proven, .trialsSupport, .trialsMixedForSome, .citationCarries: .supported
        case .trialsSupportAll, .trialsSupportLow, .trialsMixed, .modelAgrees, .citationPartly: .partlySupported
        case .trialsContradictWeakly, .trialsSupportWeakly, .trialsMixedWeakly, .trialsInconclusive, .modelDisagrees,
            .plausibleOnly, .implausibleOnly, .modelOpen, .citationFails, .nobodyTested:
            .notSupported
        case .modelSilent, .nothingToTest: .untestable
        }
    }

    /// The kind of test that it rests on; `nil` where there is none.
    public var kind: TestResult.Kind? {
        switch self {
        case .harm: .safety
        case .refuted, .needUnmet, .proven: .arithmetic
        case .trialsContradict, .trialsContradictWeakly, .trialsSupport, .trialsSupportAll, .trialsSupportLow,
            .trialsSupportWeakly, .trialsMixed, .trialsMixedForSome, .trialsMixedWeakly, .trialsInconclusive,
            .nobodyTested:
            .trial
        case .modelAgrees, .modelDisagrees, .plausibleOnly, .implausibleOnly, .modelOpen, .modelSilent: .simulation
        case .citationCarries, .citationPartly, .citationFails: .citation
        case .nothingToTest: nil
        }
    }

    /// The rule in words.
    public var text: String {
        switch self {
        case .harm: "A known harm contradicts the claim."
        case .refuted: "The claim is a comparison of numbers, and it fails."
        case .needUnmet: "The claim needs a comparison of numbers to hold, and it fails."
        case .proven: "The claim is a comparison of numbers, and it holds."
        case .trialsContradict: "Studies in people contradict it, with at least low certainty."
        case .trialsContradictWeakly: "Studies in people speak against it, with very low certainty."
        case .trialsSupport: "Studies in people support it, with at least moderate certainty."
        case .trialsSupportAll: "Studies in people support it on average; an average cannot show it of everybody."
        case .trialsSupportLow: "Studies in people support it, with low certainty."
        case .trialsSupportWeakly: "Studies in people point that way, with very low certainty, which is too little."
        case .trialsMixed: "Some studies in people support it and others do not, with at least moderate certainty."
        case .trialsMixedForSome:
            "The claim is about some, and some studies in people support it, with at least moderate certainty."
        case .trialsMixedWeakly: "Some studies in people support it and others do not, with low or very low certainty."
        case .trialsInconclusive: "Studies in people found no such effect and do not exclude one."
        case .modelAgrees: "No study in people; it follows from mechanisms that are well supported."
        case .modelDisagrees:
            "No study in people; it goes against mechanisms that are well supported, which alone settle nothing."
        case .plausibleOnly: "No study in people; plausible in the model, ungraded by trials, which supports nothing."
        case .implausibleOnly: "No study in people; the model does not show it, and its grade is too low to exclude it."
        case .modelOpen: "No study in people; the model cannot tell."
        case .modelSilent: "No study in people was looked for, and the model does not reach the question."
        case .citationCarries: "The work it rests on carries it."
        case .citationPartly: "The work it rests on carries a part of it."
        case .citationFails: "The work it rests on does not carry it."
        case .nobodyTested: "Studies in people were looked for and none was found."
        case .nothingToTest: "No outcome of the model, no study and no number can test it."
        }
    }

    /// The rule that decides.
    public static func deciding(_ findings: ClaimFindings) -> VerdictRule {
        if findings.isHarmful { return .harm }
        switch findings.arithmetic {
        case .refuted: return .refuted
        case .needUnmet: return .needUnmet
        case .proven: return .proven
        case .needMet, nil: break
        }
        return ofTrials(findings) ?? ofModel(findings) ?? ofCitation(findings)
            ?? (findings.trial == nil ? .nothingToTest : .nobodyTested)
    }

    private static func ofTrials(_ findings: ClaimFindings) -> VerdictRule? {
        let certainty = findings.certainty
        switch findings.trial {
        case .contradicts: return certainty >= .low ? .trialsContradict : .trialsContradictWeakly
        case .supports:
            if certainty >= .moderate { return findings.quantifier == .all ? .trialsSupportAll : .trialsSupport }
            return certainty == .low ? .trialsSupportLow : .trialsSupportWeakly
        case .mixed:
            guard certainty >= .moderate else { return .trialsMixedWeakly }
            return findings.quantifier == .some ? .trialsMixedForSome : .trialsMixed
        case .inconclusive: return .trialsInconclusive
        case .nothing, nil: return nil
        }
    }

    private static func ofModel(_ findings: ClaimFindings) -> VerdictRule? {
        switch findings.simulation {
        case .agrees: findings.isGraded ? .modelAgrees : .plausibleOnly
        case .disagrees: findings.isGraded ? .modelDisagrees : .implausibleOnly
        case .open: .modelOpen
        case .outside, .failed: findings.trial == nil ? .modelSilent : .nobodyTested
        case nil: nil
        }
    }

    /// A citation decides where it is all there is.
    private static func ofCitation(_ findings: ClaimFindings) -> VerdictRule? {
        guard findings.trial == nil else { return nil }
        switch findings.citation {
        case .carries: return .citationCarries
        case .partly: return .citationPartly
        case .fails: return .citationFails
        case .notVerified, nil: return nil
        }
    }
}
