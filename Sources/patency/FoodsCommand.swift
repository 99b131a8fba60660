import ArgumentParser
import Modeling
import Physiology
import Reports

/// `patency foods`: the food table.
struct FoodsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "foods", abstract: "Lists what foods hold of vitamin K, with sources.",
        discussion: """
            Per 100 g; a dash is not measured, which is not the same as none. A content after ~ is quoted by another page
            from the work named.

            Examples:
              patency foods
              patency foods cheese
            """)

    @Argument(help: "Only foods whose name holds this.")
    var word: String?

    func run() throws {
        let wanted = word?.lowercased()
        let foods = FoodTable.foods.filter { wanted.map($0.name.lowercased().contains) ?? true }
        guard !foods.isEmpty else {
            throw ValidationError("no food has '\(word ?? "")' in its name; 'patency foods' lists all")
        }
        print(FoodListing(foods.map(FoodListing.Row.init)).text(), terminator: "")
    }
}

extension FoodListing.Row {
    init(_ food: Food) {
        let contents = [food.phylloquinone, food.menaquinone4, food.menaquinone7, food.longMenaquinones]
        self.init(
            name: food.name, contents: contents.map { $0?.amount },
            sources: contents.compactMap { $0.map { Self.source($0.evidence.origin) } })
    }

    private static func source(_ origin: Evidence.Origin) -> String {
        switch origin {
        case .published(let reference, let place): "\(reference.key), \(place)"
        case .assumed(let reason): "~ \(reason)"
        default: "\(origin)"
        }
    }
}
