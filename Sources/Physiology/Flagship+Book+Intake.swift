extension Flagship {
    static let intakeFigures = [
        figure(
            "A dose in small and large people", in: "person",
            "10 mg of warfarin once, by body weight: the same dose is more in a smaller body.",
            outputs: ["warfarin"], over: "7 days",
            [
                ("50 kg", "person: {weight: 50 kg}, doses: [warfarin 10 mg oral once]"),
                ("75 kg", "person: {weight: 75 kg}, doses: [warfarin 10 mg oral once]"),
                ("110 kg", "person: {weight: 110 kg}, doses: [warfarin 10 mg oral once]"),
            ]),
        figure(
            "Vitamin K from a plate", in: "diet", as: .response,
            "At rest with 100 g a day of one food more: greens bring K1, of which tissue makes some MK-4; natto brings MK-7.",
            outputs: ["plasma.k1", "plasma.mk4", "plasma.mk7"], over: "1 day",
            [
                ("usual", "diet: {}"),
                ("spinach", "diet: {foods: {spinach: 100 g}}"),
                ("natto", "diet: {foods: {natto: 100 g}}"),
                ("cheese", "diet: {foods: {hard cheese: 100 g}}"),
            ]),
        figure(
            "The second meal", in: "meal",
            "15 mg of MK-4 with a light breakfast, and with a lunch of 25 g fat at hour 5: what the gut wall still holds leaves with the fat of lunch.",
            outputs: ["meal.fat", "plasma.mk4"], over: "12 h",
            [
                ("breakfast alone", "diet: {fat: 0 g/d}, doses: [MK-4 15 mg oral with 8.8 g fat once]"),
                (
                    "and lunch",
                    "diet: {fat: 0 g/d}, doses: [MK-4 15 mg oral with 8.8 g fat once, meal 25 g oral once after 5 h]"
                ),
            ]),
        figure(
            "K1 after one dose", in: "vitaminK.k1",
            "One milligram by mouth with 30 g of fat: hours in plasma, longer in the liver.",
            outputs: ["plasma.k1", "liver.k1"], over: "72 h",
            [
                ("K1 1 mg", "doses: [K1 1 mg oral with 30 g fat once]")
            ]),
        figure(
            "MK-4 and the fat of the meal", in: "vitaminK.mk4",
            "15 mg by mouth: absorption grows with the fat it is taken with.",
            outputs: ["plasma.mk4"], over: "24 h",
            [
                ("8.8 g fat", "doses: [MK-4 15 mg oral with 8.8 g fat once]"),
                ("20 g fat", "doses: [MK-4 15 mg oral with 20 g fat once]"),
                ("35 g fat", "doses: [MK-4 15 mg oral with 35 g fat once]"),
            ]),
        figure(
            "MK-7 builds up", in: "vitaminK.mk7",
            "180 µg a day for three weeks: each dose finds most of the one before.",
            outputs: ["plasma.mk7"], over: "20 days", every: "8 h",
            [
                ("MK-7 180 µg", "doses: [MK-7 180 ug oral with 30 g fat daily]")
            ]),
        figure(
            "On the skin", in: "skin",
            "10 mg on 50 cm² once, in each vehicle; no person has been measured.",
            outputs: ["skin.mk4", "subcutaneous.mk4", "plasma.mk4"], over: "7 days",
            [
                ("in petrolatum", "doses: [MK-4 10 mg topical on 50 cm2 in petrolatum once]"),
                ("in gel", "doses: [MK-4 10 mg topical on 50 cm2 in gel once]"),
            ]),
    ]
}
