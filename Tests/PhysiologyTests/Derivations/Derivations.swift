/// Recomputations of derived numbers, by area: from the values of the parameters that the evidence names, in their order.
enum Derivations {}
