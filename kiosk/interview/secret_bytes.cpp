// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/interview/secret_bytes.hpp"

#include <sodium/core.h>
#include <sodium/utils.h>

#include <algorithm>
#include <new>

namespace parvis::kiosk {

SecretBytes::SecretBytes(std::span<std::byte const> bytes) : size_(bytes.size()) {
    if (sodium_init() < 0) {
        throw std::bad_alloc();
    }
    start_ = static_cast<std::byte*>(sodium_malloc(std::max<std::size_t>(size_, 1)));
    if (start_ == nullptr) {
        throw std::bad_alloc();
    }
    std::ranges::copy(bytes, start_);
}

SecretBytes::~SecretBytes() {
    sodium_free(start_);
}

} // namespace parvis::kiosk
