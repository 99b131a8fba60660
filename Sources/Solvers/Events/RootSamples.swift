// Steps of smooth solutions grow far beyond what a change to and fro may last; to shorten them to that took twice the
// steps of a model of thirty states. The dense output between a step's ends tells as much, at a small part of the price.

import Modeling

/// Says where within a step roots have to be looked at, so that none changes its sign to and fro unseen.
///
/// A smooth root is taken at quarters of the step. Where it comes nearer to zero than four times what its second
/// differences let it bend between two of them, it is looked at as often as changes must not be missed.
final class RootSamples {
    private static let largestPartCount = 4

    private let system: SubjectSystem
    /// Roots that states move; others cannot turn back within a step.
    private let smooth: [Int]
    /// Time within which changes to and fro may be missed [model time].
    private let shortest: Double
    private let stride: Int
    /// [instant][root]
    private let values: UnsafeMutablePointer<Double>
    private let state: UnsafeMutablePointer<Double>
    @exclusivity(unchecked) private var instants: [Double] = []

    init(system: SubjectSystem, shortest: Double) {
        self.system = system
        self.shortest = shortest
        smooth = system.layout.roots.indices.filter { system.layout.roots[$0] != .straight }
        stride = system.layout.resultCount(of: .roots)
        values = .zeroed((Self.largestPartCount + 1) * stride)
        state = .zeroed(system.stateCount)
    }

    deinit { for memory in [values, state] { memory.deallocate() } }

    /// Instants before a step's end at which to look, ascending.
    ///
    /// - Parameters:
    ///   - start: within the step; what lies before has been looked at [model time].
    ///   - left: roots at `start` [rootCount].
    func instants(from start: Double, _ left: UnsafePointer<Double>, in step: some DenseOutput) -> [Double] {
        instants.removeAll(keepingCapacity: true)
        let span = step.stepEnd - start
        guard !smooth.isEmpty, span > shortest else { return instants }
        let partCount = Int(min(span / shortest, Double(Self.largestPartCount)).rounded(.up))
        let part = span / Double(partCount)
        values.update(from: left, count: system.layout.rootCount)
        for index in 1...partCount {
            let time = index == partCount ? step.stepEnd : start + Double(index) * part
            step.interpolate(at: time, into: state)
            system.evaluate(.roots, time, state, into: values + index * stride)
        }
        let pieceCount = Int((part / shortest).rounded(.up))
        for index in 0..<partCount {
            let place = start + Double(index) * part
            if pieceCount > 1, mayTurnBack(in: index, of: partCount) {
                for piece in 1..<pieceCount { instants.append(place + part * Double(piece) / Double(pieceCount)) }
            }
            if index + 1 < partCount, changesSign(in: index) { instants.append(place + part) }
        }
        return instants
    }

    private func changesSign(in part: Int) -> Bool {
        let (left, right) = (values + part * stride, values + (part + 1) * stride)
        return smooth.contains { left[$0].signum != right[$0].signum }
    }

    /// Whether a root of one sign at both ends of a part may have had the other between them, as may one that leaves zero.
    private func mayTurnBack(in part: Int, of partCount: Int) -> Bool {
        let (left, right) = (values + part * stride, values + (part + 1) * stride)
        return smooth.contains { root in
            guard left[root] == 0 || left[root].signum == right[root].signum else { return false }
            var bend = 0.0
            for index in 1..<partCount {
                let place = values + index * stride + root
                bend = max(bend, abs(place[-stride] - 2 * place[0] + place[stride]))
            }
            return !(min(abs(left[root]), abs(right[root])) > 0.5 * bend)
        }
    }
}
