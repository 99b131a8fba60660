/// One regimen: equal doses into one input, at one time or at equal intervals.
public struct Regimen: Hashable, Sendable {
    /// Index of the dose input in `KernelLayout.doses`.
    public var doseIndex: Int
    /// Amount of each dose [unit of the dose input].
    public var amount: Double
    /// Time of the first dose [model time].
    public var start: Double
    /// Time from one dose to the next [model time]; `nil` for a single dose.
    public var interval: Double?
    /// No dose at or after this time [model time].
    public var end: Double
    /// Time over which each dose is infused [model time]; 0 for a dose given at once.
    public var duration: Double
    /// Values of the input's attributes, by parameter index; the others keep what they have.
    public var attributes: [Int: Double]

    public init(
        doseIndex: Int, amount: Double, start: Double, interval: Double? = nil, end: Double = .infinity,
        duration: Double = 0, attributes: [Int: Double] = [:]
    ) {
        self.doseIndex = doseIndex
        self.amount = amount
        self.start = start
        self.interval = interval
        self.end = end
        self.duration = duration
        self.attributes = attributes
    }

    /// Time of the dose with this number, counted from 0; ∞ after the last.
    ///
    /// Computed as start + number × interval, so that ten years of daily doses gather no rounding.
    func time(of number: Int) -> Double {
        guard number > 0 else { return start < end ? start : .infinity }
        guard let interval else { return .infinity }
        let time = start + Double(number) * interval
        return time < end ? time : .infinity
    }
}

/// All doses of one subject, merged in time as they are asked for.
///
/// Doses before the start of a run are not given; doses at one instant are given in the order of the regimens.
public struct DoseSchedule: Hashable, Sendable, ExpressibleByArrayLiteral {
    public var regimens: [Regimen]

    public init(_ regimens: [Regimen]) { self.regimens = regimens }
    public init(arrayLiteral elements: Regimen...) { regimens = elements }

    /// No dose at all.
    public static let none = DoseSchedule([])
}

/// Walks through a schedule in time; holds one number per regimen.
struct DoseCursor {
    private let regimens: [Regimen]
    private var numbers: [Int]
    /// Time of the next dose of each regimen.
    private var times: [Double]
    /// Time of the next dose of all; ∞ after the last.
    private(set) var nextTime: Double

    init(_ schedule: DoseSchedule, from start: Double) {
        regimens = schedule.regimens
        numbers = regimens.map { regimen in
            guard regimen.start < start, let interval = regimen.interval else { return regimen.start < start ? 1 : 0 }
            var number = Int(((start - regimen.start) / interval).rounded(.down))
            while regimen.time(of: number) < start { number += 1 }
            return number
        }
        times = zip(regimens, numbers).map { $0.time(of: $1) }
        nextTime = times.min() ?? .infinity
    }

    /// The next dose at or before `time`; `nil` if there is none.
    mutating func next(upTo time: Double) -> Regimen? {
        guard nextTime <= time, let index = times.firstIndex(of: nextTime) else { return nil }
        numbers[index] += 1
        times[index] = regimens[index].time(of: numbers[index])
        nextTime = times.min() ?? .infinity
        return regimens[index]
    }
}

extension DoseSchedule {
    /// The schedule without doses at or after a time.
    func ending(before time: Double) -> DoseSchedule {
        DoseSchedule(
            regimens.filter { $0.start < time }.map { regimen in
                var regimen = regimen
                regimen.end = min(regimen.end, time)
                return regimen
            })
    }
}
