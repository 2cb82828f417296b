// SPDX-License-Identifier: EUPL-1.2
// One WebSocket connection, either end, without a word of the link protocol. Keeps Beast out of every other
// file.
#pragma once

#include "platform/http/target.hpp"
#include "platform/http/upgrade.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace boost::asio {
class io_context;
}

namespace parvis::ws {

/// Certificates to trust, read once: reading those of the system takes milliseconds.
struct Trust;
/// `file`: PEM, or "" for the system's. invalid_input "trust_file_unreadable" (path, cause).
Result<std::shared_ptr<Trust>> load_trust(std::string const& file);

struct SocketLimits {
    std::size_t text_bytes = 256 * 1024;
    std::size_t binary_bytes = 1024 * 1024;
};

/// How it ended. `code` is what the peer or this side said; 1006 when the connection broke without a word.
struct Closed {
    std::uint16_t code = 1006;
    std::string reason;
    std::optional<Error>
        failure; ///< of dial only: "connect_failed", "tls_untrusted" or "upgrade_refused" (status)
};

/// All on the io thread; never called from inside a call of Socket. After `closed`, which comes exactly once,
/// none comes.
struct SocketEvents {
    std::function<void()> opened;
    std::function<void(std::string text)> text;
    std::function<void(std::vector<std::byte> bytes)> binary;
    /// A message above the limit. It is not read on, nor is anything after it: close.
    std::function<void()> too_large;
    std::function<void(Closed const& closed)> closed;
};

struct DialTarget {
    http::LinkUrl url;
    std::shared_ptr<Trust> trust; ///< for wss
    std::vector<std::pair<std::string, std::string>> headers;
};

/// What happens to messages that are queued when a socket is closed.
enum class Unsent { goes_first, is_dropped };

/// Lives while somebody holds it or the connection lives; on the io thread.
class Socket {
  public:
    static std::shared_ptr<Socket> accept(boost::asio::io_context& io, http::Upgrade upgrade,
                                          SocketLimits limits, SocketEvents events);
    static std::shared_ptr<Socket> dial(boost::asio::io_context& io, DialTarget target, SocketLimits limits,
                                        SocketEvents events);
    virtual ~Socket() = default;

    virtual void send_text(std::string text) = 0;
    virtual void send_binary(std::vector<std::byte> bytes) = 0;
    /// Says goodbye and closes; after `patience` without a reply the connection is cut.
    virtual void close(std::uint16_t code, std::string_view reason, Unsent unsent,
                       std::chrono::milliseconds patience) = 0;
    /// Cuts the connection. `closed` still comes.
    virtual void abort() = 0;
    /// Not yet given to the operating system.
    virtual std::size_t unsent_text_bytes() const = 0;
    virtual std::size_t unsent_binary_bytes() const = 0;
    /// How long the network has taken nothing of what is queued; zero when nothing is.
    virtual std::chrono::milliseconds stalled_for() const = 0;
};

} // namespace parvis::ws
