// SPDX-License-Identifier: EUPL-1.2
// The bytes of somebody's paper while they are in memory.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace parvis::kiosk {

/// A copy outside the ordinary heap: locked in memory as far as the system allows, left out of core dumps,
/// between guard pages, and overwritten when it goes. Any thread may read.
class SecretBytes {
  public:
    /// Throws std::bad_alloc when there is no memory.
    explicit SecretBytes(std::span<std::byte const> bytes);
    /// One behind the other. Each piece is freed as soon as it was copied: a large page is there only once.
    explicit SecretBytes(std::vector<std::vector<std::byte>> pieces);
    ~SecretBytes();
    SecretBytes(SecretBytes const&) = delete;
    SecretBytes& operator=(SecretBytes const&) = delete;

    std::span<std::byte const> view() const { return {start_, size_}; }
    std::size_t size() const { return size_; }

  private:
    void allocate(std::size_t size);

    std::byte* start_ = nullptr;
    std::size_t size_ = 0;
};

} // namespace parvis::kiosk
