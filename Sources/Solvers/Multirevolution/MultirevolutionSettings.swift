/// How periods of dosing are passed over; every default is stated here.
public struct MultirevolutionSettings: Hashable, Sendable {
    /// Error allowed in one stride relative to a state's size; 7e-5.
    public var relativeTolerance = 7e-5
    /// States below this share of their typical magnitude count as if they had it; 0.001.
    public var floorShare = 0.001
    /// What a period does not carry on of an error counts by this share; 0.1.
    public var shareOfPassingErrors = 0.1
    /// Highest order of the formula; 4.
    public var highestOrder = 4
    /// A stride is at most this many times as long as the one before; 1.6.
    public var largestGrowth = 1.6
    /// A regimen with fewer periods is simulated dose by dose, which is faster for a month of daily doses; 40.
    public var fewestPeriods = 40
    /// Newton's corrections of one stride before it is shortened; 5.
    public var mostCorrections = 5
    /// Newton's iteration ends when what is left to correct is below this share of the tolerance; 0.1.
    public var correctionShare = 0.1
    /// A first correction may end it only below this many tolerances, since the reports are those before it; 2.
    public var largestLastCorrection = 2.0
    /// Strides of at most so many periods are short; 8.
    public var shortStride = 8
    /// Short strides refused, less a quarter of all taken, from which on periods are simulated more precisely; 3.
    public var mostTrouble = 3.0
    /// How many times an error then counts; 10.
    public var preciseErrorWeight = 10.0
    /// Times a course begins anew where even a stride of one period fails, before the rest of a segment is simulated dose by dose; 8.
    public var mostRestarts = 8

    public init() {}
}

/// What passing over periods saved.
public struct MultirevolutionWork: Hashable, Sendable {
    /// Periods simulated to find the points of the polynomials, those for derivatives included.
    public internal(set) var periodsSimulated = 0
    /// Time simulated dose by dose: before the first period, after the last, and where nothing repeats [model time].
    public internal(set) var timeSimulatedDirectly = 0.0
    /// Strides that were tried again with fewer periods.
    public internal(set) var stridesRejected = 0
    public internal(set) var stridesTaken = 0
    public internal(set) var derivativesTaken = 0

    public init() {}
}
