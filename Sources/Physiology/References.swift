import Modeling

/// Works that numbers and foods refer to; the keys are those of `References.bib`.
extension Reference {
    static let budoff2013 = Reference("budoff2013")
    static let budoff2018 = Reference("budoff2018")
    static let diederichsen2022 = Reference("diederichsen2022")
    static let dunlop2022 = Reference("dunlop2022")
    static let erbel2014 = Reference("erbel2014")
    static let goto2019 = Reference("goto2019")
    static let guytonHall2011 = Reference("guytonHall2011")
    static let inoue2009 = Reference("inoue2009")
    static let jones2007 = Reference("jones2007")
    static let klemp1989 = Reference("klemp1989")
    static let kronmal2007 = Reference("kronmal2007")
    static let lopes2007 = Reference("lopes2007")
    static let mattaceRaso2010 = Reference("mattaceRaso2010")
    static let meija2016 = Reference("meija2016")
    static let petersonRiggs2010 = Reference("petersonRiggs2010")
    static let schurgers2007 = Reference("schurgers2007")
    static let schurgersVermeer2000 = Reference("schurgersVermeer2000")
    static let shea2010 = Reference("shea2010")
    static let wajima2009 = Reference("wajima2009")
}
