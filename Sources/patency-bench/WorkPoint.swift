import Foundation

/// One solver at one tolerance: how exact it was and how long it took.
struct WorkPoint {
    let solver: String
    let tolerance: Double
    var seconds: [Double] = []
    let error: Double
    var median: Double { seconds.isEmpty ? .nan : seconds.sorted()[seconds.count / 2] }
}

extension [WorkPoint] {
    /// Time at an error, on a line between neighbours in logarithms; `nil` below all that was reached.
    ///
    /// Coarser than all points, the fastest that is exact enough counts.
    func seconds(atError error: Double) -> Double? {
        let sorted = sorted { $0.error < $1.error }
        for (fine, coarse) in zip(sorted, sorted.dropFirst()) where fine.error <= error && error <= coarse.error {
            guard coarse.error > fine.error else { return Swift.min(fine.median, coarse.median) }
            let share = log(error / fine.error) / log(coarse.error / fine.error)
            return exp(log(fine.median) + share * log(coarse.median / fine.median))
        }
        return sorted.filter { $0.error <= error }.map(\.median).min()
    }
}
