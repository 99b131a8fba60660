extension Flagship {
    /// Headings of chapters whose component's name says too little by itself.
    static let bookTitles = [
        "meal": "Fat of meals", "vitaminK": "Vitamin K", "vitaminK.k1": "Vitamin K1", "vitaminK.mk4": "MK-4",
        "vitaminK.mk7": "MK-7", "vitaminK.formation": "MK-4 made from K1", "vitaminK.tissue": "Levels in tissue",
        "cycle": "The vitamin K cycle", "cycle.liver": "The cycle in the liver",
        "cycle.vessel": "The cycle in the vessel wall", "cycle.bone": "The cycle in bone",
        "matrixGla": "Matrix Gla protein", "matrixGla.vessel": "In the vessel wall", "matrixGla.plasma": "In plasma",
        "mineral": "Calcium, phosphate and hormones", "mineral.gutCalcium": "Calcium in the gut",
        "mineral.gutPhosphate": "Phosphate in the gut", "mineral.cellPhosphate": "Phosphate in cells",
        "mineral.phosphatonin": "FGF23", "mineral.renalCalcium": "Calcium in the kidney",
        "mineral.renalPhosphate": "Phosphate in the kidney", "mineral.pthControl": "Parathyroid gland",
        "mineral.calcitriolControl": "Calcitriol", "mineral.resistance": "Resistance of bone to PTH",
        "mineral.growthFactor": "TGF-β", "mineral.survival": "Survival of osteoblasts",
        "mineral.rank": "RANK, RANKL and OPG", "mineral.bone": "Mineral of bone",
        "mineral.pthDose": "PTH that is given",
        "calcification.drivers": "What drives it", "calcification.vitaminK": "The effect of vitamin K",
        "calcification.inhibitors": "What inhibits it", "calcification.inhibitors.particles": "Calciprotein particles",
        "calcification.deposits": "How deposits grow", "calcification.coronary": "Coronary arteries",
        "calcification.peripheral": "Arteries of the leg", "calcification.valve": "Aortic valve",
        "calcification.scalp": "Arteries of the scalp", "calcification.scan": "What a scan reads",
        "circulation.oxygen": "Oxygen in blood", "circulation.output": "Cardiac output",
        "circulation.stiffness.reference": "Reference curves", "circulation.flow": "Flow to each region",
        "hair.age": "By age", "hair.pattern": "By androgens", "risk": "Risk at the start",
    ]
}
