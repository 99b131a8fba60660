import Foundation

/// Writing whole files: a reader sees the old content or the new, never a part.
public enum AtomicFile {
    /// Writes beside the path, waits until the data are on the disk, then renames.
    ///
    /// A link is followed; an existing file keeps its permissions; a pipe or a device such as `/dev/stdout` is written to
    /// directly, since a rename would replace it.
    ///
    /// - Throws: `ReportError.unwritable` where any step fails; the old file is then untouched and nothing is left beside it.
    public static func write(_ data: Data, to path: String) throws {
        var status = stat()
        let exists = stat(path, &status) == 0
        let kind = status.st_mode & S_IFMT
        if exists, kind == S_IFDIR { throw failure(path, EISDIR) }
        if exists, kind != S_IFREG { return try writeDirectly(data, to: path) }
        let target = exists ? URL(fileURLWithPath: path).resolvingSymlinksInPath().path : path
        try replace(target, with: data, mode: exists ? status.st_mode & 0o777 : nil, named: path)
    }

    /// Text as UTF-8.
    ///
    /// - Throws: `ReportError.unwritable`, as `write(_:to:)` for data does.
    public static func write(_ text: String, to path: String) throws {
        try write(Data(text.utf8), to: path)
    }

    private static func replace(_ target: String, with data: Data, mode: mode_t?, named path: String) throws {
        let url = URL(fileURLWithPath: target)
        let partial = url.deletingLastPathComponent()
            .appendingPathComponent(".\(url.lastPathComponent).\(UUID().uuidString.prefix(8)).partial").path
        let descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure(path, errno) }
        var number: Int32 = 0
        if let mode, fchmod(descriptor, mode) != 0 { number = errno }
        if number == 0 { number = put(data, into: descriptor) }
        if number == 0, fsync(descriptor) != 0 { number = errno }
        if close(descriptor) != 0, number == 0 { number = errno }
        if number == 0, rename(partial, target) != 0 { number = errno }
        guard number == 0 else {
            unlink(partial)
            throw failure(path, number)
        }
        syncFolder(url.deletingLastPathComponent().path)
    }

    private static func writeDirectly(_ data: Data, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path, errno) }
        var number = put(data, into: descriptor)
        if close(descriptor) != 0, number == 0 { number = errno }
        guard number == 0 else { throw failure(path, number) }
    }

    /// - Returns: 0, or the number of the error.
    private static func put(_ data: Data, into descriptor: Int32) -> Int32 {
        data.withUnsafeBytes { bytes in
            var offset = 0
            while offset < bytes.count {
                let count = Foundation.write(descriptor, bytes.baseAddress! + offset, bytes.count - offset)
                if count > 0 { offset += count } else if errno != EINTR { return count == 0 ? EIO : errno }
            }
            return 0
        }
    }

    /// The rename itself survives a power cut only once the folder is on the disk; a folder that cannot be synced is no error.
    private static func syncFolder(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private static func failure(_ path: String, _ number: Int32) -> ReportError {
        let remedy =
            switch number {
            case ENOSPC, EDQUOT: "free some space on that disk, or choose a path on another one"
            case EFBIG: "raise the limit on file size, or ask for fewer report times"
            case ENOENT, ENOTDIR: "make the folder first, or correct the path"
            case EACCES, EPERM, EROFS: "choose a folder you may write to"
            case EISDIR: "give the name of a file in that folder"
            default: "check the path and the disk, or choose another path"
            }
        return .unwritable(path: path, reason: String(cString: strerror(number)), remedy: remedy)
    }
}
