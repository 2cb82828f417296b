// SPDX-License-Identifier: EUPL-1.2
// Replaces the program's operator delete: whatever is given back is overwritten first. Papers pass through
// buffers of libraries (sockets, texts of HTTP bodies) on their way between scanner, page and printer; none
// of these may keep them. Linked into the daemon and into the test that searches its memory.
// What C libraries give back is overwritten by the allocator, when it is told so: see main.cpp, and below for
// AddressSanitizer's, which keeps it for a while.
#include <cstdlib>
#include <malloc.h>
#include <new>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
/// Asked for by name when the sanitizer starts.
// NOLINTNEXTLINE(bugprone-reserved-identifier,readability-identifier-naming)
extern "C" char const* __asan_default_options();
// NOLINTNEXTLINE(bugprone-reserved-identifier,readability-identifier-naming)
extern "C" char const* __asan_default_options() {
    return "max_free_fill_size=1073741824:free_fill_byte=165";
}
#endif

namespace {

void* take(std::size_t size) {
    if (void* const start = std::malloc(size == 0 ? 1 : size)) {
        return start;
    }
    throw std::bad_alloc();
}

void* take_aligned(std::size_t size, std::align_val_t alignment) {
    void* start = nullptr;
    if (::posix_memalign(&start, static_cast<std::size_t>(alignment), size == 0 ? 1 : size) != 0) {
        throw std::bad_alloc();
    }
    return start;
}

void give_back(void* start) noexcept {
    if (start != nullptr) {
        ::explicit_bzero(start, ::malloc_usable_size(start));
        std::free(start);
    }
}

} // namespace

void* operator new(std::size_t size) {
    return take(size);
}
void* operator new[](std::size_t size) {
    return take(size);
}
void* operator new(std::size_t size, std::align_val_t alignment) {
    return take_aligned(size, alignment);
}
void* operator new[](std::size_t size, std::align_val_t alignment) {
    return take_aligned(size, alignment);
}
void* operator new(std::size_t size, std::nothrow_t const&) noexcept {
    return std::malloc(size == 0 ? 1 : size);
}
void* operator new[](std::size_t size, std::nothrow_t const&) noexcept {
    return std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* start) noexcept {
    give_back(start);
}
void operator delete[](void* start) noexcept {
    give_back(start);
}
void operator delete(void* start, std::size_t) noexcept {
    give_back(start);
}
void operator delete[](void* start, std::size_t) noexcept {
    give_back(start);
}
void operator delete(void* start, std::align_val_t) noexcept {
    give_back(start);
}
void operator delete[](void* start, std::align_val_t) noexcept {
    give_back(start);
}
void operator delete(void* start, std::size_t, std::align_val_t) noexcept {
    give_back(start);
}
void operator delete[](void* start, std::size_t, std::align_val_t) noexcept {
    give_back(start);
}
void operator delete(void* start, std::nothrow_t const&) noexcept {
    give_back(start);
}
void operator delete[](void* start, std::nothrow_t const&) noexcept {
    give_back(start);
}
