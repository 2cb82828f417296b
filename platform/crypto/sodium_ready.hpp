// SPDX-License-Identifier: EUPL-1.2
// For the sources of platform/crypto only.
#pragma once

#include "platform/crypto/crypto.hpp"

namespace parvis::crypto {

/// Starts libsodium once; throws std::runtime_error when the machine gives no randomness.
void ensure_sodium();

} // namespace parvis::crypto
