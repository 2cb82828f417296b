// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/store/kiosk_identity.hpp"

#include "kiosk/store/state_folder.hpp"
#include "platform/json/json.hpp"

#include <system_error>

namespace parvis::kiosk {

namespace {
constexpr std::size_t largest_pairing = 16 * 1024;
}

Result<crypto::KeyPair> load_or_make_key(std::filesystem::path const& file) {
    auto text = read_file(file);
    if (!text) {
        return text.error();
    }
    if (*text) {
        auto const seed = crypto::from_base64url(**text);
        crypto::wipe(**text);
        auto key = seed ? crypto::KeyPair::from_seed(*seed) : std::nullopt;
        if (!key) {
            return fail(ErrorCode::unavailable, "kiosk_key_damaged", {}, {{"path", file.string()}});
        }
        return std::move(*key);
    }
    auto key = crypto::KeyPair::generate();
    auto seed = key.seed();
    auto encoded = crypto::base64url(seed);
    crypto::wipe(seed);
    auto const written = write_file_durably(file, encoded);
    crypto::wipe(encoded);
    if (!written) {
        return written.error();
    }
    return key;
}

std::string sign_for(crypto::KeyPair const& key, std::string_view purpose, std::string_view text) {
    std::string message(purpose);
    message += text;
    return crypto::base64url(key.sign(crypto::bytes_of(message)));
}

Result<std::optional<PairedWith>> load_pairing(std::filesystem::path const& file, std::string_view server) {
    auto const text = read_file(file);
    if (!text) {
        return text.error();
    }
    if (!*text) {
        return std::optional<PairedWith>{};
    }
    auto const parsed = json::parse(**text, largest_pairing);
    auto paired = parsed ? json::decode<PairedWith>(*parsed, json::Unknown::ignore) : parsed.error();
    if (!paired) {
        return fail(ErrorCode::unavailable, "pairing_damaged", {}, {{"path", file.string()}});
    }
    if (paired->server != server) {
        return std::optional<PairedWith>{};
    }
    return std::optional(std::move(*paired));
}

Result<void> save_pairing(std::filesystem::path const& file, PairedWith const& paired) {
    return write_file_durably(file, json::serialize(json::encode(paired)));
}

Result<void> forget_pairing(std::filesystem::path const& file) {
    std::error_code failure;
    std::filesystem::remove(file, failure);
    if (failure) {
        return fail(ErrorCode::unavailable, "file_unwritable", {},
                    {{"path", file.string()}, {"cause", failure.message()}});
    }
    return sync_folder(file.parent_path());
}

} // namespace parvis::kiosk
