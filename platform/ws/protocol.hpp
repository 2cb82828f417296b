// SPDX-License-Identifier: EUPL-1.2
// The link protocol: one WebSocket per page or daemon, commands one way, numbered messages the other.
// Messages of the protocol itself, as values; what they carry is the application's.
#pragma once

#include "platform/ids/id.hpp"
#include "platform/result/result.hpp"
#include "platform/text/language.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parvis::ws {

using LinkId = Id<struct LinkTag>;
using EpochId = Id<struct EpochTag>; ///< one life of a server process

/// Why a socket was closed by this protocol (RFC 6455 leaves 4000 to 4999 to applications).
enum class CloseReason : std::uint16_t {
    normal = 1000,
    going_away = 1001,
    protocol_error = 4000,
    unauthenticated = 4001,
    forbidden = 4003,
    slow_reader = 4008,
    replaced = 4009,
    shutting_down = 4010,
    too_large = 4013,
    unavailable = 4014 ///< could not be checked just now: try again later
};
/// "slow_reader", ...
std::string_view to_string(CloseReason reason);

/// Where a link that lost its socket goes on.
struct Resume {
    std::string epoch;
    std::string link;
    std::uint64_t received = 0; ///< highest `seq` seen
};

/// First message of a client:
/// {"type":"hello","protocol":{"lowest","highest"},"language","resume"?,"proof"?,"token"?,...}.
struct Hello {
    int lowest = 1;
    int highest = 2;
    Language language = Language::fr;
    std::optional<Resume> resume{};
    boost::json::object proof{}; ///< empty: none
    std::string token{};         ///< empty: none
    boost::json::object extra{}; ///< every other member, e.g. "surface", "site_id"
};

/// Errors: invalid_input with the pointer of the field; conflict "hello_expected" when it is another message.
Result<Hello> parse_hello(boost::json::object message);
boost::json::object to_json(Hello const& hello);

/// A text member of an object, "" when there is none. The view lives as long as the object.
std::string_view text_member(boost::json::object const& object, std::string_view name);

/// What a client asks for; ends in exactly one "done" or "refused" with the same id.
struct Command {
    std::string id; ///< chosen by the client, 1 to 64 characters; the same again when it is re-sent
    std::string type;
    boost::json::object message; ///< the whole message, "id" and "type" included
};

/// Who is at the other end, as the application found.
struct Peer {
    std::string kind;    ///< "adviser", "desk", "kiosk", "page"
    std::string subject; ///< account or kiosk id
    Language language = Language::fr;
    int protocol = 0; ///< filled by LinkServer: the version agreed on
};

} // namespace parvis::ws
