// SPDX-License-Identifier: EUPL-1.2
// Files of a folder over HTTP: pages, scripts, pictures, voices.
#pragma once

#include "platform/http/message.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace parvis::http {

/// The list of files is read once, so that no request can name anything else. Content and its gzip and brotli
/// forms are read and computed at the first request for each, then kept in memory. Any thread.
class StaticFiles {
  public:
    /// Files and folders whose name starts with "." are left out, so are links that leave the folder. Errors:
    /// not_found "folder_missing" (argument path).
    static Result<StaticFiles> open(std::filesystem::path folder);
    StaticFiles(StaticFiles&&) noexcept;
    StaticFiles& operator=(StaticFiles&&) noexcept;
    ~StaticFiles();

    /// Percent-decoded segments below the place where the folder is mounted; "a/" ends in an empty segment
    /// and means a/index.html. Nothing when there is no such file.
    bool contains(std::vector<std::string> const& segments) const;
    /// True when the segments name a folder with an index.html, so that "/adviser" goes to "/adviser/".
    bool is_folder(std::vector<std::string> const& segments) const;
    /// True when the answer to this Accept-Encoding is in memory: then respond() does not block.
    bool is_ready(std::vector<std::string> const& segments, std::string_view accept_encoding) const;
    /// 200 with ETag, Vary, Cache-Control (a year and immutable for hashed names in a folder "assets", else
    /// no-cache) and the best encoding the caller takes. May block: reads and compresses. Throws
    /// std::runtime_error when the file cannot be read any more.
    Response respond(std::vector<std::string> const& segments, std::string_view accept_encoding);

    std::size_t file_count() const;
    /// Bytes kept in memory by now.
    std::uint64_t memory_bytes() const;

  private:
    struct Folder;
    explicit StaticFiles(std::unique_ptr<Folder> folder);
    std::unique_ptr<Folder> folder_;
};

/// By file ending; application/octet-stream when unknown.
std::string_view media_type(std::string_view file_name);

} // namespace parvis::http
