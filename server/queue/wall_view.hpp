// SPDX-License-Identifier: EUPL-1.2
// What the screen of a waiting room shows: numbers, bodies and hours. Nobody's name, subject or
// circumstances.
#pragma once

#include "server/network/offer.hpp"
#include "server/queue/ticket.hpp"

#include <boost/describe.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace parvis::queue {

using WallId = Id<struct WallTag>;

/// A site as its screens need it; read again now and then.
struct WallPlace {
    kiosk_protocol::SiteCard site;
    std::vector<network::Offer> offers;
    std::vector<kiosk_protocol::KioskCard> kiosks;
};

/// Somebody is called, and not there yet.
struct WallCall {
    std::int32_t number{};
    std::string kiosk_name;
    std::string room;
    std::int32_t calls{}; ///< how often by now
    Instant called_at;
};
BOOST_DESCRIBE_STRUCT(WallCall, (), (number, kiosk_name, room, calls, called_at))

/// Told to be ready.
struct WallExpected {
    std::int32_t number{};
    Instant expected_at;
};
BOOST_DESCRIBE_STRUCT(WallExpected, (), (number, expected_at))

/// One body's line, as far as it concerns the site.
struct WallLine {
    AdviserGroupId group_id;
    std::string acronym;
    kiosk_protocol::PlainWords partner_name;
    kiosk_protocol::OfferState state{};
    std::optional<Instant> opens_at;        ///< while closed, when planned
    std::optional<std::string> closed_with; ///< the message of a closed line
    std::vector<WallCall> calls;            ///< the newest first
    std::vector<std::int32_t> next;         ///< who waits here, in the order of the line
    std::int32_t waiting{};                 ///< here
    std::vector<WallExpected> expected;
};
BOOST_DESCRIBE_STRUCT(WallLine, (),
                      (group_id, acronym, partner_name, state, opens_at, closed_with, calls, next, waiting,
                       expected))

namespace to_wall { // server -> screen

/// First message of a link, and after every restart of the server.
struct Snapshot {
    static constexpr std::string_view type = "snapshot";
    static constexpr std::string_view schema_name = "ToWallSnapshot";
    kiosk_protocol::SiteCard site;
    std::vector<WallLine> lines; ///< by acronym
    Instant server_time;
};
BOOST_DESCRIBE_STRUCT(Snapshot, (), (site, lines, server_time))

struct Lines {
    static constexpr std::string_view type = "lines";
    static constexpr std::string_view schema_name = "ToWallLines";
    std::vector<WallLine> lines;
};
BOOST_DESCRIBE_STRUCT(Lines, (), (lines))

} // namespace to_wall

/// A screen that may be opened.
struct WallView {
    WallId wall_id;
    SiteId site_id;
    std::string name;
    Instant made_at;
};
BOOST_DESCRIBE_STRUCT(WallView, (), (wall_id, site_id, name, made_at))

struct WallList {
    std::vector<WallView> walls;
};
BOOST_DESCRIBE_STRUCT(WallList, (), (walls))

struct MakeWall {
    SiteId site_id;
    std::string name; ///< for whoever looks after the screens; 1 to 60 letters
};
BOOST_DESCRIBE_STRUCT(MakeWall, (), (site_id, name))

/// The secret is told this once.
struct WallMade {
    WallView wall;
    std::string secret;
};
BOOST_DESCRIBE_STRUCT(WallMade, (), (wall, secret))

} // namespace parvis::queue
