import ArgumentParser

@main struct Patency: ParsableCommand {}
