extension Flagship {
    static let proteinFigures = [
        figure(
            "One dose of warfarin", in: "warfarin",
            "Racemic warfarin after 10 mg once: it leaves more slowly in the old.",
            outputs: ["warfarin"], over: "10 days",
            [
                ("at 40", "person: {age: 40 years}, doses: [warfarin 10 mg oral once]"),
                ("at 60", "person: {age: 60 years}, doses: [warfarin 10 mg oral once]"),
                ("at 80", "person: {age: 80 years}, doses: [warfarin 10 mg oral once]"),
            ]),
        figure(
            "Warfarin day after day", in: "warfarin", as: .response,
            "After four weeks of one dose a day: the level is in proportion to it; what INR it gives differs more from person to person.",
            outputs: ["warfarin", "INR"], over: "28 days", axis: "warfarin [mg/d]",
            arms(["1", "2.5", "5", "7.5"]) { "doses: [warfarin \($0) mg oral daily]" }),
        figure(
            "Warfarin starts and stops", in: "clotting",
            "5 mg a day; factor VII falls before prothrombin, and the INR follows.",
            outputs: ["INR", "factorVII", "factorII"], over: "35 days", every: "1 day",
            [
                ("goes on", "doses: [warfarin 5 mg oral daily]"),
                ("stops at day 21", "doses: [warfarin 5 mg oral daily for 21 days]"),
            ]),
        figure(
            "K1 against warfarin", in: "clotting",
            "Three weeks of 5 mg a day, which goes on: a single dose of K1 on day 21 brings the INR down for days.",
            outputs: ["INR", "PIVKA-II", "factorVII"], over: "35 days", every: "1 day",
            [
                ("no K1", "doses: [warfarin 5 mg oral daily]"),
                ("2.5 mg by mouth", "doses: [warfarin 5 mg oral daily, K1 2.5 mg oral once after 21 days]"),
                ("10 mg into a vein", "doses: [warfarin 5 mg oral daily, K1 10 mg intravenous once after 21 days]"),
            ]),
        figure(
            "Vitamin K in food and protein in the wall", in: "cycle", as: .response,
            "At rest on diets with 20 to 1000 µg of K1 a day: the share of finished matrix Gla protein cannot exceed one.",
            outputs: ["carboxylatedMGP", "PIVKA-II"], over: "1 day", axis: "K1 in food [µg/d]",
            arms(["20", "50", "100", "300", "1000"]) { "diet: {K1: \($0) µg/day}" }),
        figure(
            "Warfarin in the cycle", in: "cycle",
            "5 mg a day for three weeks: the epoxide is no longer turned back and piles up, and the wall, whose bypass is weak, finishes less protein.",
            outputs: ["epoxideRatio.liver", "epoxideRatio.vessel", "carboxylatedMGP"], over: "42 days", every: "1 day",
            [
                ("nothing", "doses: []"),
                ("warfarin for 21 days", "doses: [warfarin 5 mg oral daily for 21 days]"),
            ]),
        figure(
            "The blood marker of vitamin K", in: "matrixGla",
            "MK-7 for twelve weeks: dp-ucMGP falls by dose.",
            outputs: ["dpucMGP"], over: "84 days",
            [
                ("nothing", "doses: []"),
                ("MK-7 180 µg", "doses: [MK-7 180 ug oral with 30 g fat daily]"),
                ("MK-7 360 µg", "doses: [MK-7 360 ug oral with 30 g fat daily]"),
            ]),
        figure(
            "Osteocalcin", in: "osteocalcin",
            "MK-4 for twelve weeks, in a small and in the studied high dose.",
            outputs: ["ucOC"], over: "84 days",
            [
                ("nothing", "doses: []"),
                ("MK-4 1.5 mg", "doses: [MK-4 1.5 mg oral with 30 g fat daily]"),
                ("MK-4 45 mg", "doses: [MK-4 15 mg oral with 30 g fat three times a day]"),
            ]),
    ]
}
