// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/page/page_token.hpp"

#include "kiosk/store/state_folder.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/json/json.hpp"

#include <stdexcept>

namespace parvis::kiosk {

namespace {

constexpr std::size_t largest_file = 4 * 1024;

struct BootToken {
    std::string boot_id;
    std::string token;
};
BOOST_DESCRIBE_STRUCT(BootToken, (), (boot_id, token))

} // namespace

std::string current_boot_id() {
    auto text = read_file("/proc/sys/kernel/random/boot_id");
    if (!text || !*text || (*text)->empty()) {
        throw std::runtime_error("the system does not tell its boot id");
    }
    auto boot_id = std::move(**text);
    boot_id.erase(boot_id.find_last_not_of('\n') + 1);
    return boot_id;
}

Result<std::string> load_or_make_page_token(std::filesystem::path const& runtime_folder,
                                            std::string const& boot_id) {
    auto const file = runtime_folder / "page-token.json";
    auto const text = read_file(file);
    if (!text) {
        return text.error();
    }
    if (*text) {
        auto const parsed = json::parse(**text, largest_file);
        auto const kept = parsed ? json::decode<BootToken>(*parsed, json::Unknown::ignore) : parsed.error();
        if (kept && kept->boot_id == boot_id && !kept->token.empty()) {
            return kept->token;
        }
    }
    BootToken const fresh{boot_id, crypto::random_token()};
    if (auto written = write_file_durably(file, json::serialize(json::encode(fresh))); !written) {
        return written.error();
    }
    return fresh.token;
}

} // namespace parvis::kiosk
