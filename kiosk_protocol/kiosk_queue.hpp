// SPDX-License-Identifier: EUPL-1.2
// What a kiosk shows of the queue, on its way from the server through the daemon to the page. Numbers and
// bodies only: whoever passes by reads the screen.
#pragma once

#include "kiosk_protocol/ids.hpp"
#include "platform/time/instant.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parvis::kiosk_protocol {

/// Somebody is called to this kiosk.
struct KioskTurn {
    std::int32_t number{};
    std::optional<PartnerId> partner_id; // two bodies may share an acronym
    std::string acronym;
    std::int32_t calls{}; // how often by now; the last one is the third
};
BOOST_DESCRIBE_STRUCT(KioskTurn, (), (number, partner_id, acronym, calls))

/// Somebody who will be called to this kiosk.
struct KioskWait {
    std::int32_t number{};
    std::string acronym;
    std::optional<std::int32_t> position;     // in its line over all sites, 1: next; nothing while away
    bool promised{};                          // they asked to be called back at this kiosk
    std::optional<std::int32_t> from_minutes; // both, or neither: nobody can say
    std::optional<std::int32_t> to_minutes;
    bool nobody_there{};                // no adviser is there just now
    std::optional<Instant> back_at;     // their place is kept until then
    std::optional<Instant> expected_at; // told to be ready then
};
BOOST_DESCRIBE_STRUCT(KioskWait, (),
                      (number, acronym, position, promised, from_minutes, to_minutes, nobody_there, back_at,
                       expected_at))

/// A body receives nobody any more here today.
struct KioskLineClosed {
    std::optional<PartnerId> partner_id; // two bodies may share an acronym
    std::string acronym;
    std::string message;
};
BOOST_DESCRIBE_STRUCT(KioskLineClosed, (), (partner_id, acronym, message))

/// The queue as far as it concerns one kiosk.
struct KioskQueue {
    std::optional<KioskTurn> turn;
    std::vector<KioskWait> waits; // who is likely to be called first comes first
    std::vector<KioskLineClosed> closed;
};
BOOST_DESCRIBE_STRUCT(KioskQueue, (), (turn, waits, closed))

namespace to_kiosk { // server -> daemon

/// After the snapshot, and whenever it changes.
struct Queue {
    static constexpr std::string_view type = "queue";
    static constexpr std::string_view schema_name = "ToKioskQueue";
    KioskQueue queue;
};
BOOST_DESCRIBE_STRUCT(Queue, (), (queue))

} // namespace to_kiosk
} // namespace parvis::kiosk_protocol
