// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/last_known.hpp"

#include "kiosk/store/state_folder.hpp"
#include "platform/json/json.hpp"
#include "platform/log/log.hpp"

namespace parvis::kiosk {

namespace {
constexpr std::size_t largest_file = 1024 * 1024;
}

std::optional<LastKnown> load_last_known(std::filesystem::path const& file) {
    auto const text = read_file(file);
    if (!text) {
        log::warn("last_known_unreadable", {{"cause", describe(text.error())}});
        return std::nullopt;
    }
    if (!*text) {
        return std::nullopt;
    }
    auto const parsed = json::parse(**text, largest_file);
    auto known = parsed ? json::decode<LastKnown>(*parsed, json::Unknown::ignore) : parsed.error();
    if (!known) {
        log::warn("last_known_unreadable", {{"cause", describe(known.error())}});
        return std::nullopt;
    }
    return std::move(*known);
}

Result<void> save_last_known(std::filesystem::path const& file, LastKnown const& known) {
    return write_file_durably(file, json::serialize(json::encode(known)));
}

} // namespace parvis::kiosk
