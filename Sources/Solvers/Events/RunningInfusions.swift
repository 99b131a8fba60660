/// Infusions that have started and not ended, and the rates they add to parameters.
struct RunningInfusions {
    private struct Infusion {
        let parameter: Int
        let rate: Double
        let end: Double
    }

    private var running: [Infusion] = []
    /// Value of each parameter without infusions, while one runs.
    private var baselines: [Int: Double] = [:]

    /// Time of the first end [model time]; ∞ if none runs.
    var nextEnd: Double { running.reduce(.infinity) { min($0, $1.end) } }

    /// Adds `rate` to a parameter until `end`.
    mutating func start(parameter: Int, rate: Double, end: Double, _ parameters: UnsafeMutablePointer<Double>) {
        if baselines[parameter] == nil { baselines[parameter] = parameters[parameter] }
        running.append(Infusion(parameter: parameter, rate: rate, end: end))
        set(parameter, parameters)
    }

    /// Takes off the rates of infusions that end at or before `time`.
    mutating func end(upTo time: Double, _ parameters: UnsafeMutablePointer<Double>) {
        let ended = running.filter { $0.end <= time }.map(\.parameter)
        running.removeAll { $0.end <= time }
        for parameter in Set(ended).sorted() {
            set(parameter, parameters)
            if !running.contains(where: { $0.parameter == parameter }) { baselines[parameter] = nil }
        }
    }

    /// Baseline plus the sum of what runs, so that no rounding is left when all have ended.
    private func set(_ parameter: Int, _ parameters: UnsafeMutablePointer<Double>) {
        let sum = running.reduce(0) { $1.parameter == parameter ? $0 + $1.rate : $0 }
        parameters[parameter] = baselines[parameter]! + sum
    }
}
