// SPDX-License-Identifier: EUPL-1.2
#include "platform/db/pool.hpp"

namespace parvis::db {

Pool::Pool(std::size_t size, Connect connect) : connect_(std::move(connect)) {
    for (std::size_t i = 0; i < size; ++i) {
        free_.push_back(open());
    }
}

Pool::~Pool() = default;

std::unique_ptr<Connection> Pool::open() {
    return std::make_unique<Connection>(Connection{connect_(), {}});
}

Pool::Lease Pool::lease(std::chrono::steady_clock::time_point deadline) {
    std::unique_lock lock(mutex_);
    if (!freed_.wait_until(lock, deadline, [&] { return !free_.empty(); })) {
        return {};
    }
    auto connection = std::move(free_.back());
    free_.pop_back();
    lock.unlock();
    if (!connection) {
        try {
            connection = open();
        } catch (...) {
            give_back(nullptr);
            throw;
        }
    }
    return {*this, std::move(connection)};
}

void Pool::give_back(std::unique_ptr<Connection> connection) {
    {
        std::lock_guard const lock(mutex_);
        free_.push_back(std::move(connection));
    }
    freed_.notify_one();
}

Pool::Lease::Lease(Pool& pool, std::unique_ptr<Connection> connection)
    : pool_(&pool), connection_(std::move(connection)) {}

Pool::Lease::Lease(Lease&& other) noexcept
    : pool_(std::exchange(other.pool_, nullptr)), connection_(std::move(other.connection_)) {}

Pool::Lease::~Lease() {
    if (pool_ != nullptr) {
        pool_->give_back(std::move(connection_));
    }
}

void Pool::Lease::discard() {
    connection_.reset();
}

} // namespace parvis::db
