// Goals, in order: what is read back is the same model; every double to its last bit; a text that people can read.
// libSBML's own writer lost: it prints 15 digits, of a double that needs 17. What is written is checked through libSBML.

import Modeling

/// Writes a model as SBML Level 3 Version 2.
///
/// Identifiers that SBML does not allow are mapped as `docs/sbml.md` says, with the original as `name`. A model with fast
/// reactions is written as Level 3 Version 1, the last that knows them; a flux balance problem with package fbc.
public enum SBMLWriter {
    /// A document as text.
    ///
    /// - Parameters:
    ///   - model: what is written; its outputs become parameters under assignment rules.
    ///   - fluxBalance: the flux balance problem that came with it.
    ///   - annotations: what its parts are elsewhere.
    public static func text(
        of model: Model, fluxBalance: FluxBalance? = nil, annotations: ModelAnnotations = ModelAnnotations()
    ) -> String {
        // Formulas may be deeper than the stack of an ordinary thread.
        DeepStack.run {
            var writing = ModelWriting(model, fluxBalance: fluxBalance, annotations: annotations)
            return writing.text()
        }
    }
}
