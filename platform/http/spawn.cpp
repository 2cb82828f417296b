// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/spawn.hpp"

#include "platform/log/log.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <exception>

namespace parvis::http {

void spawn(boost::asio::io_context& io, boost::asio::awaitable<void> work, std::string name) {
    boost::asio::co_spawn(io, std::move(work), [name = std::move(name)](std::exception_ptr failure) {
        if (!failure) {
            return;
        }
        try {
            std::rethrow_exception(failure);
        } catch (std::exception const& cause) {
            log::error("coroutine_failed", {{"name", name}, {"cause", cause.what()}});
        } catch (...) {
            log::error("coroutine_failed", {{"name", name}, {"cause", "unknown"}});
        }
    });
}

} // namespace parvis::http
