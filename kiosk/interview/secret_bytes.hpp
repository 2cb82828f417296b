// SPDX-License-Identifier: EUPL-1.2
// The bytes of somebody's paper while they are in memory.
#pragma once

#include <cstddef>
#include <span>

namespace parvis::kiosk {

/// A copy outside the ordinary heap: locked in memory as far as the system allows, left out of core dumps,
/// between guard pages, and overwritten when it goes. Any thread may read.
class SecretBytes {
  public:
    /// Throws std::bad_alloc when there is no memory.
    explicit SecretBytes(std::span<std::byte const> bytes);
    ~SecretBytes();
    SecretBytes(SecretBytes const&) = delete;
    SecretBytes& operator=(SecretBytes const&) = delete;

    std::span<std::byte const> view() const { return {start_, size_}; }
    std::size_t size() const { return size_; }

  private:
    std::byte* start_ = nullptr;
    std::size_t size_ = 0;
};

} // namespace parvis::kiosk
