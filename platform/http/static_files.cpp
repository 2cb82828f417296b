// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/static_files.hpp"

#include "platform/crypto/crypto.hpp"
#include "platform/http/encoding.hpp"
#include "platform/http/target.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cctype>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <stdexcept>

namespace parvis::http {

namespace fs = std::filesystem;

namespace {

struct MediaType {
    std::string_view ending;
    std::string_view type;
    bool shrinks; ///< false: compressed already
};

constexpr std::array<MediaType, 24> media_types{{
    {".html", "text/html; charset=utf-8", true},
    {".js", "text/javascript; charset=utf-8", true},
    {".mjs", "text/javascript; charset=utf-8", true},
    {".css", "text/css; charset=utf-8", true},
    {".json", "application/json", true},
    {".map", "application/json", true},
    {".webmanifest", "application/manifest+json", true},
    {".geojson", "application/geo+json", true},
    {".svg", "image/svg+xml", true},
    {".txt", "text/plain; charset=utf-8", true},
    {".md", "text/markdown; charset=utf-8", true},
    {".xml", "application/xml", true},
    {".wasm", "application/wasm", true},
    {".wav", "audio/wav", true},
    {".ogg", "audio/ogg", false},
    {".opus", "audio/ogg", false},
    {".mp3", "audio/mpeg", false},
    {".webm", "video/webm", false},
    {".png", "image/png", false},
    {".jpg", "image/jpeg", false},
    {".webp", "image/webp", false},
    {".ico", "image/x-icon", true},
    {".woff2", "font/woff2", false},
    {".pdf", "application/pdf", false},
}};

MediaType find_media_type(std::string_view file_name) {
    auto const found = std::ranges::find_if(media_types, [&](MediaType const& entry) {
        return file_name.size() > entry.ending.size() &&
               equal_without_case(file_name.substr(file_name.size() - entry.ending.size()), entry.ending);
    });
    return found != media_types.end() ? *found : MediaType{"", "application/octet-stream", false};
}

/// Bundlers write "assets/index-BxT3k9_a.js": 8 characters of base64url before the ending. Elsewhere a name
/// says nothing.
bool is_hashed(fs::path const& name) {
    auto const stem = name.stem().string();
    if (stem.size() < 10 || std::ranges::find(name, fs::path("assets")) == name.end()) {
        return false;
    }
    auto const before = stem[stem.size() - 9];
    auto const is_hash_character = [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '_' || c == '-';
    };
    return (before == '-' || before == '.') &&
           std::ranges::all_of(std::string_view(stem).substr(stem.size() - 8), is_hash_character);
}

std::string joined(std::vector<std::string> const& segments) {
    std::string out;
    for (auto const& segment : segments) {
        out += out.empty() ? segment : "/" + segment;
    }
    if (!segments.empty() && segments.back().empty()) {
        out += "index.html";
    }
    return out;
}

std::string read_whole(fs::path const& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw std::runtime_error("cannot read the file " + path.filename().string());
    }
    return {std::istreambuf_iterator<char>(file), {}};
}

bool is_below(fs::path const& path, fs::path const& folder) {
    auto const [end, _] = std::ranges::mismatch(folder, path);
    return end == folder.end();
}

struct File {
    fs::path path;
    std::string_view type;
    bool shrinks = false;
    bool hashed = false;

    std::mutex mutex;
    std::string etag;
    std::map<Encoding, std::shared_ptr<std::string const>> contents; ///< null: not smaller than identity
};

} // namespace

struct StaticFiles::Folder {
    std::unordered_map<std::string, std::unique_ptr<File>> files;
    std::atomic<std::uint64_t> memory_bytes = 0;

    File* find(std::vector<std::string> const& segments) const {
        auto const found = files.find(joined(segments));
        return found == files.end() ? nullptr : found->second.get();
    }

    void keep(File& file, Encoding encoding, std::optional<std::string> content) {
        if (content) {
            memory_bytes += content->size();
            file.contents[encoding] = std::make_shared<std::string const>(*std::move(content));
        } else {
            file.contents[encoding] = nullptr;
        }
    }

    /// The file's mutex is held.
    void load(File& file, Encoding wanted) {
        if (!file.contents.contains(Encoding::identity)) {
            auto content = read_whole(file.path);
            auto const digest = crypto::sha256(crypto::bytes_of(content));
            file.etag = crypto::base64url(crypto::ByteView(digest).first(12));
            keep(file, Encoding::identity, std::move(content));
        }
        if (!file.contents.contains(wanted)) {
            keep(file, wanted, compress(*file.contents.at(Encoding::identity), wanted));
        }
    }

    void add(fs::path const& root, fs::path const& path) {
        auto name = path.lexically_relative(root).generic_string();
        auto file = std::make_unique<File>();
        auto const media = find_media_type(name);
        file->path = path;
        file->type = media.type;
        file->shrinks = media.shrinks;
        file->hashed = is_hashed(path.lexically_relative(root));
        files.emplace(std::move(name), std::move(file));
    }
};

StaticFiles::StaticFiles(std::unique_ptr<Folder> folder) : folder_(std::move(folder)) {}
StaticFiles::StaticFiles(StaticFiles&&) noexcept = default;
StaticFiles& StaticFiles::operator=(StaticFiles&&) noexcept = default;
StaticFiles::~StaticFiles() = default;

Result<StaticFiles> StaticFiles::open(fs::path path) {
    std::error_code error;
    auto const root = fs::canonical(path, error);
    if (error || !fs::is_directory(root, error)) {
        return fail(ErrorCode::not_found, "folder_missing", {}, {{"path", path.string()}});
    }
    auto folder = std::make_unique<Folder>();
    auto entry = fs::recursive_directory_iterator(root, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        std::error_code unreadable;
        if (entry->path().filename().string().starts_with('.')) {
            entry.disable_recursion_pending();
        } else if (entry->is_regular_file(unreadable) &&
                   is_below(fs::canonical(entry->path(), unreadable), root)) {
            folder->add(root, entry->path());
        }
    }
    return StaticFiles(std::move(folder));
}

bool StaticFiles::contains(std::vector<std::string> const& segments) const {
    return folder_->find(segments) != nullptr;
}

bool StaticFiles::is_folder(std::vector<std::string> const& segments) const {
    auto inside = segments;
    inside.emplace_back();
    return !segments.empty() && !segments.back().empty() && contains(inside);
}

bool StaticFiles::is_ready(std::vector<std::string> const& segments, std::string_view accept_encoding) const {
    auto* file = folder_->find(segments);
    if (file == nullptr) {
        return false;
    }
    auto const encoding = file->shrinks ? choose_encoding(accept_encoding) : Encoding::identity;
    std::unique_lock const lock(file->mutex, std::try_to_lock);
    return lock.owns_lock() && file->contents.contains(encoding);
}

Response StaticFiles::respond(std::vector<std::string> const& segments, std::string_view accept_encoding) {
    auto* file = folder_->find(segments);
    if (file == nullptr) {
        throw std::out_of_range("no such file");
    }
    auto encoding = file->shrinks ? choose_encoding(accept_encoding) : Encoding::identity;
    Response response;
    std::lock_guard const lock(file->mutex);
    folder_->load(*file, encoding);
    if (file->contents.at(encoding) == nullptr) {
        encoding = Encoding::identity;
    }
    response.shared_body = file->contents.at(encoding);
    response.content_type = file->type;
    auto const suffix = encoding == Encoding::identity ? "" : "-" + std::string(to_string(encoding));
    response.headers.emplace_back("ETag", "\"" + file->etag + suffix + "\"");
    response.headers.emplace_back("Cache-Control",
                                  file->hashed ? "public, max-age=31536000, immutable" : "no-cache");
    if (file->shrinks) {
        response.headers.emplace_back("Vary", "Accept-Encoding");
    }
    if (encoding != Encoding::identity) {
        response.headers.emplace_back("Content-Encoding", to_string(encoding));
    }
    return response;
}

std::size_t StaticFiles::file_count() const {
    return folder_->files.size();
}

std::uint64_t StaticFiles::memory_bytes() const {
    return folder_->memory_bytes;
}

std::string_view media_type(std::string_view file_name) {
    return find_media_type(file_name).type;
}

} // namespace parvis::http
