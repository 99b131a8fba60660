extension LaneIntegrator {
    /// Makes a lane ready for a subject.
    func begin(_ lane: Int, maximumStep: Double?, errorWeight: Double) {
        controls[lane] = StepControl(order: tableau.order)
        controls[lane].isActive = true
        controls[lane].maximumStep = maximumStep ?? .infinity
        controls[lane].errorWeight = errorWeight
    }

    /// Begins anew in a lane.
    func place(_ lane: Int, at time: Double, state: UnsafePointer<Double>, firstStep: Double) {
        self.time[lane] = time
        accepted[lane] = 0
        base.set(lane, from: state, count: stateCount)
        controls[lane].restart(at: time, firstStep: firstStep)
    }

    /// Takes over those parameters that the continuous programs read; costs a comparison where none has changed.
    func setParameters(_ lane: Int, from source: UnsafePointer<Double>) {
        for index in layout.continuousParameters where parameters.start[8 * index + lane] != source[index] {
            parameters.start[8 * index + lane] = source[index]
            haveParametersChanged = true
        }
    }

    /// Copies another lane's subject, so that an empty lane computes with harmless numbers.
    func pad(_ lane: Int, from other: Int) {
        time[lane] = time[other]
        step[lane] = 1
        accepted[lane] = 0
        let source = accepted[other] == 0 ? base : next
        for index in 0..<stateCount { base.start[8 * index + lane] = source.start[8 * index + other] }
        parameters.copy(other, to: lane, count: layout.parameters.count)
        controls[lane].isActive = false
        haveParametersChanged = true
    }

    /// States at the lane's time [stateCount].
    func copyState(_ lane: Int, into result: UnsafeMutablePointer<Double>) {
        (accepted[lane] == 0 ? base : next).get(lane, into: result, count: stateCount)
    }

    /// States within the lane's last step, which was accepted [stateCount].
    func interpolate(_ lane: Int, fraction: Double, into result: UnsafeMutablePointer<Double>) {
        tableau.interpolation(at: fraction).values(
            stateCount, from: base.start + lane, to: next.start + lane, stages: terms.start + lane,
            stageStride: 8 * stateCount, stride: 8, into: result)
    }

    /// Estimated error of each state in the last attempt, in units of its tolerance [stateCount].
    func localErrors(_ lane: Int, into result: UnsafeMutablePointer<Double>) {
        let error = terms.start + 8 * (tableau.stageCount - 1) * stateCount
        for index in 0..<stateCount {
            let size = max(abs(base.start[8 * index + lane]), abs(next.start[8 * index + lane]))
            let ratio = abs(error[8 * index + lane]) / (relativeTolerance * size + absoluteTolerances[index])
            result[index] = ratio.isNaN ? .infinity : ratio
        }
    }
}
