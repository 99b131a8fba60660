/// How each derived number follows from the sourced numbers it names, by area.
enum Derivations {}
