import Foundation
import Modeling

/// Models of any size whose equations have few neighbours each: a chain of saturable steps, and a sheet in which neighbours exchange.
public enum ScalingModel: String, CaseIterable, Sendable {
    case chain, grid

    /// A model with about so many states (a grid takes the next lower square), stiff by rates that spread over four decades.
    public func model(stateCount: Int) -> Model {
        switch self {
        case .chain: Self.chain(stateCount)
        case .grid: Self.grid(Int(Double(stateCount).squareRoot()))
        }
    }

    private static let assumed = Evidence.assumed(because: "test model")

    /// x₀ → x₁ → … → out, each by v·x/(1 + x), the first fed at a constant rate.
    private static func chain(_ count: Int) -> Model {
        let builder = ModelBuilder(name: "chain\(count)", timeUnit: .second)
        let scope = builder.scope("chain", grade: .established, "saturable steps")
        let states = (0..<count).map { scope.state("x\($0)", .dimensionless, typical: 1, "step \($0)") }
        let feed = scope.parameter("feed", 0.5, .dimensionless / .second, assumed, "inflow")
        scope.flow("inflow", from: nil, to: states[0], rate: feed)
        for index in 0..<count {
            let speed = scope.parameter("v\(index)", speed(of: index), .dimensionless / .second, assumed, "speed")
            let saturation = 1 + states[index]
            scope.flow(
                "step\(index)", from: states[index], to: index + 1 < count ? states[index + 1] : nil,
                rate: speed * states[index] / saturation)
        }
        builder.output("last", states[count - 1], .dimensionless, label: "last")
        return builder.model
    }

    /// A square in which neighbours exchange, each place loses x²/(1 + x), and one corner is fed.
    private static func grid(_ side: Int) -> Model {
        let builder = ModelBuilder(name: "grid\(side * side)", timeUnit: .second)
        let scope = builder.scope("grid", grade: .established, "a sheet")
        let states = (0..<side * side).map { scope.state("x\($0)", .dimensionless, typical: 1, "place \($0)") }
        let feed = scope.parameter("feed", 5, .dimensionless / .second, assumed, "inflow")
        let exchange = scope.parameter("exchange", 2, .dimensionless / .second, assumed, "between neighbours")
        scope.flow("inflow", from: nil, to: states[0], rate: feed)
        for index in 0..<side * side {
            let here = states[index]
            let speed = scope.parameter("v\(index)", speed(of: index), .dimensionless / .second, assumed, "speed")
            let lost = here * here / (1 + here)
            scope.flow("loss\(index)", from: here, to: nil, rate: speed * lost)
            var neighbours: [Int] = []
            if index % side + 1 < side { neighbours.append(index + 1) }
            if index + side < side * side { neighbours.append(index + side) }
            for other in neighbours {
                let difference = here - states[other]
                scope.flow("from\(index)to\(other)", from: here, to: states[other], rate: exchange * difference)
            }
        }
        builder.output("far", states[side * side - 1], .dimensionless, label: "far corner")
        return builder.model
    }

    /// 1 to 10⁴, in an order that no neighbour guesses.
    private static func speed(of index: Int) -> Double {
        pow(10, 4 * Double(index * 7919 % 101) / 100)
    }
}
