// Goals, in order: never wrong for stiff systems; the same choice for the same subject; accurate for oscillations.
// Norms of the Jacobian lost: they change with the units of states. LSODA's switching lost: its history hides in steps.

/// Chooses between Adams and BDF.
enum MethodChoice {
    /// Rate of the fastest process, from the Jacobian: the largest of |∂fᵢ/∂yᵢ| and √|∂fᵢ/∂yⱼ · ∂fⱼ/∂yᵢ| [1/time].
    ///
    /// Both stay the same when states change their units. ∞ where the Jacobian is not finite.
    static func fastestRate(_ system: SubjectSystem, at time: Double, _ state: UnsafePointer<Double>) -> Double {
        guard system.updateJacobian(time, state) else { return .infinity }
        var fastest = 0.0
        var fastestSquare = 0.0
        system.forEachMirroredPair { value, mirrored in fastestSquare = max(fastestSquare, abs(value * mirrored)) }
        system.forEachDiagonalElement { fastest = max(fastest, abs($0)) }
        return max(fastest, fastestSquare.squareRoot())
    }
}
