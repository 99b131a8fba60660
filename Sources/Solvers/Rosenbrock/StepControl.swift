// Goals, in order: accepted errors below the tolerance; few rejections on days that resemble each other; no memory of
// another subject.

import Foundation

/// Chooses the steps of a Rosenbrock method for one subject: the errors of the last two predict the next, and steps end
/// exactly at the stop.
///
/// The factor is the geometric mean of that of the elementary controller and of Gustafsson's predictive one. Taking the
/// smaller of the two, as RODAS does, lost: after a dose errors fall from step to step, and it took 12 % more steps
/// without a single rejection.
/// - Source: Hairer & Wanner, Solving Ordinary Differential Equations II, section IV.8, ISBN 978-3-642-05221-7.
struct StepControl {
    /// What became of the last attempt.
    enum Outcome { case rejected, stepped, reached, failed(StepFailure) }

    private static let safety = 0.93
    private static let largestGrowth = 6.0
    private static let largestShrinkage = 5.0
    private static let noNumberShrinkage = 4.0

    /// Whether there is a subject.
    var isActive = false
    /// The error of a step grows with this power of its length.
    let order: Int
    /// Where a step must end exactly [model time].
    var stop = 0.0
    /// [model time].
    var maximumStep = Double.infinity
    /// An error counts this many times.
    var errorWeight = 1.0
    private(set) var outcome = Outcome.rejected
    /// Ends of the last step and of the attempt in progress [model time].
    private(set) var stepStart = 0.0
    private(set) var target = 0.0
    /// Next step, as if there were no stop [model time].
    private var size = 0.0
    private var endsAtStop = false
    private var isAfterRejection = false
    private var lastStep = 0.0
    private var lastError = 0.0
    /// First step that the first error after the last restart called for; 0 before it is known [model time].
    private(set) var firstStep = 0.0
    /// Since the last restart.
    private(set) var rejectionCount = 0
    /// Since the subject's start.
    private(set) var attemptCount = 0

    init(order: Int) { self.order = order }

    var isAccepted: Bool {
        switch outcome {
        case .stepped, .reached: true
        case .rejected, .failed: false
        }
    }

    mutating func restart(at time: Double, firstStep: Double) {
        stepStart = time
        target = time
        size = firstStep
        lastStep = 0
        self.firstStep = 0
        rejectionCount = 0
        isAfterRejection = false
        outcome = .rejected
    }

    /// Factor by which a step must shrink to lower its error by `value`.
    private func root(_ value: Double) -> Double {
        order == 4 ? value.squareRoot().squareRoot() : pow(value, 1 / Double(order))
    }

    /// The step to try from `time`: two steps before the stop are made equal.
    mutating func chooseStep(from time: Double) -> Double {
        stepStart = time
        attemptCount += 1
        var step = min(size, maximumStep)
        let rest = stop - time
        endsAtStop = step >= 0.99 * rest
        if endsAtStop {
            step = rest
        } else if step > 0.5 * rest {
            step = 0.5 * rest
        }
        target = endsAtStop ? stop : time + step
        return step
    }

    /// Judges an attempt by its error in units of the tolerance; NaN counts as an error without bound.
    mutating func judge(_ estimate: Double, step: Double) {
        let error = estimate * errorWeight
        guard error <= 1 else {
            rejectionCount += 1
            isAfterRejection = true
            let shrinkage =
                error.isFinite ? min(root(error) / Self.safety, Self.largestShrinkage) : Self.noNumberShrinkage
            size = step / shrinkage
            let isTooSmall = size <= 16 * max(abs(stepStart), abs(target)).ulp
            outcome = !isTooSmall ? .rejected : .failed(error.isFinite ? .stepTooSmall : .notFinite)
            return
        }
        var shrinkage = max(root(error) / Self.safety, 1 / Self.largestGrowth)
        if firstStep == 0 { firstStep = step / shrinkage }
        if lastStep > 0 {
            let predicted = lastStep / step * root(error * error / lastError) / Self.safety
            let bounded = min(max(predicted, 1 / Self.largestGrowth), Self.largestShrinkage)
            shrinkage = (shrinkage * bounded).squareRoot()
        }
        lastStep = step
        lastError = max(0.01, error)
        // A step cut short by a stop says nothing against the one that was meant.
        var next = max(step / shrinkage, shrinkage <= 1 ? size : 0)
        if isAfterRejection { next = min(next, step) }
        isAfterRejection = false
        size = next
        outcome = endsAtStop ? .reached : .stepped
    }
}
