// SPDX-License-Identifier: EUPL-1.2
// The one way to start a coroutine.
#pragma once

#include <boost/asio/awaitable.hpp>

#include <string>

namespace boost::asio {
class io_context;
}

namespace parvis::http {

/// Runs `work` on `io`. An exception that leaves it is logged under `name` and ends this coroutine only.
/// Parameters of coroutines are values, or references to what `main` owns: never views of, or references to,
/// temporaries.
void spawn(boost::asio::io_context& io, boost::asio::awaitable<void> work, std::string name);

} // namespace parvis::http
