// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/interview/secret_bytes.hpp"

#include <sodium/core.h>
#include <sodium/utils.h>

#include <algorithm>
#include <new>

namespace parvis::kiosk {

SecretBytes::SecretBytes(std::span<std::byte const> bytes) {
    allocate(bytes.size());
    std::ranges::copy(bytes, start_);
}

SecretBytes::SecretBytes(std::vector<std::vector<std::byte>> pieces) {
    std::size_t size = 0;
    for (auto const& piece : pieces) {
        size += piece.size();
    }
    allocate(size);
    auto* end = start_;
    for (auto& piece : pieces) {
        end = std::ranges::copy(piece, end).out;
        std::vector<std::byte>().swap(piece);
    }
}

void SecretBytes::allocate(std::size_t size) {
    if (sodium_init() < 0) {
        throw std::bad_alloc();
    }
    start_ = static_cast<std::byte*>(sodium_malloc(std::max<std::size_t>(size, 1)));
    if (start_ == nullptr) {
        throw std::bad_alloc();
    }
    size_ = size;
}

SecretBytes::~SecretBytes() {
    sodium_free(start_);
}

} // namespace parvis::kiosk
