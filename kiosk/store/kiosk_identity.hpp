// SPDX-License-Identifier: EUPL-1.2
// Who this kiosk is: its Ed25519 key, and which server knows it under which id.
#pragma once

#include "kiosk_protocol/ids.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/result/result.hpp"

#include <boost/describe.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace parvis::kiosk {

/// The key in `file`, made at the first start and on disk before this returns. Errors: unavailable
/// "file_unreadable", "file_unwritable"; "kiosk_key_damaged" (path) when the file holds no key: it is left as
/// it is.
Result<crypto::KeyPair> load_or_make_key(std::filesystem::path const& file);

/// base64url of the signature of `purpose` followed by `text`. Purposes: see kiosk_protocol (pairing,
/// kiosk_link).
std::string sign_for(crypto::KeyPair const& key, std::string_view purpose, std::string_view text);

/// What pairing taught the kiosk.
struct PairedWith {
    std::string server; ///< URL: another server means another pairing
    KioskId kiosk_id;
    std::string server_public_key; ///< Ed25519, base64url: verifies grants
};
BOOST_DESCRIBE_STRUCT(PairedWith, (), (server, kiosk_id, server_public_key))

/// Nothing when there is no pairing, or one with another server. Errors: unavailable "file_unreadable",
/// "pairing_damaged" (path).
Result<std::optional<PairedWith>> load_pairing(std::filesystem::path const& file, std::string_view server);
/// Blocks until the disk has it.
Result<void> save_pairing(std::filesystem::path const& file, PairedWith const& paired);
/// After a revocation. Blocks; harmless when there is none.
Result<void> forget_pairing(std::filesystem::path const& file);

} // namespace parvis::kiosk
