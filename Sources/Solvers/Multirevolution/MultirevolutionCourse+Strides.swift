import Foundation

extension MultirevolutionCourse {
    /// Weights of the new point and of the last ones at the number after the new one.
    private var growthWeights: (new: Double, old: [Double], used: ArraySlice<Point>) {
        let used = points.suffix(order)
        let number = Double(newNumber)
        let weights = LagrangeWeights.at(number + 1, points: [number] + used.map { Double($0.number) })
        return (weights[0], Array(weights.dropFirst()), used)
    }

    /// A polynomial through the last points, at the new one.
    private func prediction(order: Int) -> [Double] {
        let used = points.suffix(order + 1)
        let weights = LagrangeWeights.at(Double(newNumber), points: used.map { Double($0.number) })
        return layout.states.indices.map { index in
            zip(weights, used).reduce(0) { $0 + $1.0 * $1.1.state[index] }
        }
    }

    /// Largest of the values in units of the tolerance.
    private func size(_ values: [Double], _ state: [Double]) -> Double {
        var largest = 0.0
        for index in values.indices {
            let ratio = abs(values[index]) / (settings.relativeTolerance * (abs(state[index]) + floors[index]))
            // NaN must not pass for small.
            if !(ratio <= largest) { largest = ratio.isNaN ? .infinity : ratio }
        }
        return largest
    }

    /// Size of what a period carries on of a change, or of a share of the change itself where that is larger.
    private func lastingSize(_ change: [Double], _ state: [Double], share: Double) -> Double {
        guard newton!.derivative != nil else { return size(change, state) }
        return max(size(newton!.carried(change), state), share * size(change, state))
    }

    func receivePeriod(_ result: Trajectory) -> Task {
        guard result.isCompleted else { return shorten(by: 4) }
        let trial = newton!.trial
        if points.isEmpty || isExact {
            takeDerivative(of: result)
            let point = Point(number: newNumber, state: trial, profile: result.values)
            image = result.finalState
            return points.count < 2 ? take(point, growth: 1) : judge(point)
        }
        takeDerivative(of: result)
        guard newton!.derivative != nil else { return shorten(by: 4) }
        return correct(result.finalState, profile: result.values)
    }

    /// Whether the new point follows from the last one by its period alone.
    private var isExact: Bool { stride == 1 && image != nil }

    /// Whether ∂Φ/∂x of the trial's period is wanted: from the third period on errors are judged by it.
    var needsDerivative: Bool { newton!.derivative == nil && points.count >= 2 }

    private func takeDerivative(of result: Trajectory) {
        guard let derivative = result.tangent else { return }
        newton!.setDerivative(derivative)
        work.derivativesTaken += 1
    }

    /// One correction by Newton's method; the point is taken once corrections are small.
    private func correct(_ image: [Double], profile: [Double]) -> Task {
        let weights = growthWeights
        let trial = newton!.trial
        var correction = layout.states.indices.map { index in
            let old = zip(weights.old, weights.used).reduce(0) { $0 + $1.0 * $1.1.state[index] }
            return image[index] - weights.new * trial[index] - old
        }
        guard newton!.solve(shift: weights.new, &correction) else { return shorten(by: 4) }
        let size = lastingSize(
            correction, trial, share: settings.correctionShare * settings.shareOfPassingErrors)
        newton!.corrections += 1
        let state = zip(trial, correction).map { $0 + $1 }
        if newton!.lastSize.isFinite { newton!.rate = max(size / newton!.lastSize, 0.01) }
        let isLast = size <= settings.largestLastCorrection && size * newton!.rate <= settings.correctionShare
        if size <= settings.correctionShare || isLast {
            self.image = nil
            return judge(Point(number: newNumber, state: state, profile: profile))
        }
        if size > 0.5 * newton!.lastSize || newton!.corrections > settings.mostCorrections {
            guard !newton!.isFresh, size.isFinite else { return shorten(by: 4) }
            newton!.derivative = nil
            return .period
        }
        newton!.lastSize = size
        newton!.trial = state
        return .period
    }

    /// Takes or refuses a point by its distance from the prediction; the next stride has the order that allows the longest.
    ///
    /// A high order sees further where days follow a smooth course, and multiplies the errors of the single days where they do not.
    private func judge(_ point: Point) -> Task {
        var (error, growth, best, least) = (Double.infinity, 0.0, order, Double.infinity)
        for candidate in 1...min(settings.highestOrder + 1, points.count - 1) {
            let earliest = points[points.count - 1 - candidate].number
            let distance = zip(point.state, prediction(order: candidate)).map { $0 - $1 }
            let size = lastingSize(distance, point.state, share: settings.shareOfPassingErrors)
            if size <= least { (least, predictionOrder) = (size, candidate) }
            guard candidate <= settings.highestOrder else { break }
            let own = size * Double(stride) / Double(point.number - earliest)
            let allowed = own > 0 ? 0.9 * pow(own, -1 / Double(candidate + 1)) : settings.largestGrowth
            if candidate == order { error = own }
            if allowed >= growth { (growth, best) = (allowed, candidate) }
        }
        order = best
        guard error <= 1 || isExact else { return shorten(by: min(max(1.25, 1 / growth), 5)) }
        return take(point, growth: growth)
    }

    private func take(_ point: Point, growth: Double) -> Task {
        points.append(point)
        order = min(max(order, 1), points.count - 1)
        report(before: point.number + 1)
        if points.count > settings.highestOrder + 2 { points.removeFirst() }
        work.stridesTaken += 1
        trouble = max(0, trouble - 0.25)
        let factor = min(max(growth, 0.2), settings.largestGrowth)
        stride = max(1, Int((Double(stride) * factor).rounded(factor > 1.25 ? .up : .down)))
        return beginStride()
    }

    /// Begins a stride, not beyond the last period.
    private func beginStride() -> Task {
        let rest = periodCount - 1 - points.last!.number
        guard rest >= 1 else { return leaveSegment(at: points.last!) }
        if stride >= rest { stride = rest } else if 2 * stride > rest { stride = (rest + 1) / 2 }
        newton!.begin(at: isExact ? image! : prediction(order: predictionOrder))
        return .period
    }

    private func shorten(by factor: Double) -> Task {
        if stride <= settings.shortStride { trouble += 1 }
        if errorWeight == 1, !points.isEmpty, trouble >= settings.mostTrouble || stride == 1 {
            errorWeight = settings.preciseErrorWeight
        } else if stride == 1 {
            restartCount += 1
            return leaveSegment(at: points.last ?? startPoint)
        }
        work.stridesRejected += 1
        image = nil
        stride = max(1, Int(Double(stride) / factor))
        newton!.begin(at: prediction(order: predictionOrder))
        return .period
    }

    /// Where a segment whose first period fails is simulated from, dose by dose.
    private var startPoint: Point { Point(number: 0, state: newton!.trial, profile: []) }
}
