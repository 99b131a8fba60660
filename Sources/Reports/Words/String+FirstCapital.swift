extension String {
    /// With a capital for its first letter, and the rest as it stands.
    var firstCapital: String { prefix(1).uppercased() + dropFirst() }
}
