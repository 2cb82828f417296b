// SPDX-License-Identifier: EUPL-1.2
// Proof towards a program that knows the same secret (RFC 2104, RFC 4231).
#pragma once

#include "platform/crypto/crypto.hpp"

namespace parvis::crypto {

Hash256 hmac_sha256(std::string_view key, std::string_view message);

} // namespace parvis::crypto
