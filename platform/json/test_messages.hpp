// SPDX-License-Identifier: EUPL-1.2
// Described types for the tests of platform/json.
#pragma once

#include "platform/json/json.hpp"

#include <cstdint>

namespace parvis::json::test_messages {

using KioskId = Id<struct KioskTag>;

enum class Mode { grey, colour };
BOOST_DESCRIBE_ENUM(Mode, grey, colour)

struct Page {
    int width = 0;
    std::uint16_t dpi = 300;
    bool turned = false;
    Mode mode = Mode::grey;
    std::string title;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(Page, (), (width, dpi, turned, mode, title, note))

struct Batch {
    std::vector<Page> pages;
    std::map<std::string, Page> by_name;
};
BOOST_DESCRIBE_STRUCT(Batch, (), (pages, by_name))

struct Scalars {
    std::string text;
    bool flag = false;
    std::int8_t small = 0;
    std::uint64_t large = 0;
    double ratio = 0;
    Instant at;
    KioskId id;
};
BOOST_DESCRIBE_STRUCT(Scalars, (), (text, flag, small, large, ratio, at, id))

struct RingKiosk {
    static constexpr std::string_view type = "ring_kiosk";
    KioskId kiosk_id;
    std::optional<std::string> subject;
};
BOOST_DESCRIBE_STRUCT(RingKiosk, (), (kiosk_id, subject))

struct RingBell {
    static constexpr std::string_view type = "ring_bell";
    bool loud = false;
};
BOOST_DESCRIBE_STRUCT(RingBell, (), (loud))

using Message = std::variant<RingKiosk, RingBell>;

struct Room {
    std::string type;
};
BOOST_DESCRIBE_STRUCT(Room, (), (type))

/// Holds itself, through a list.
struct Folder {
    std::string name;
    std::vector<Folder> folders;
    std::optional<Message> last;
};
BOOST_DESCRIBE_STRUCT(Folder, (), (name, folders, last))

} // namespace parvis::json::test_messages
