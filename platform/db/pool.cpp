// SPDX-License-Identifier: EUPL-1.2
#include "platform/db/pool.hpp"

#include <soci/soci.h>

namespace parvis::db {

Pool::Pool(std::size_t size, Connect connect) : connect_(std::move(connect)) {
    for (std::size_t i = 0; i < size; ++i) {
        free_.push_back(connect_());
    }
}

Pool::~Pool() = default;

Pool::Lease Pool::lease(std::chrono::steady_clock::time_point deadline) {
    std::unique_lock lock(mutex_);
    if (!freed_.wait_until(lock, deadline, [&] { return !free_.empty(); })) {
        return {};
    }
    auto session = std::move(free_.back());
    free_.pop_back();
    lock.unlock();
    if (!session) {
        try {
            session = connect_();
        } catch (...) {
            give_back(nullptr);
            throw;
        }
    }
    return {*this, std::move(session)};
}

void Pool::give_back(std::unique_ptr<soci::session> session) {
    {
        std::lock_guard const lock(mutex_);
        free_.push_back(std::move(session));
    }
    freed_.notify_one();
}

Pool::Lease::Lease(Pool& pool, std::unique_ptr<soci::session> session)
    : pool_(&pool), session_(std::move(session)) {}

Pool::Lease::Lease(Lease&& other) noexcept
    : pool_(std::exchange(other.pool_, nullptr)), session_(std::move(other.session_)) {}

Pool::Lease::~Lease() {
    if (pool_ != nullptr) {
        pool_->give_back(std::move(session_));
    }
}

void Pool::Lease::discard() {
    session_.reset();
}

} // namespace parvis::db
