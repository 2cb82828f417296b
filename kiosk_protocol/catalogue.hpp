// SPDX-License-Identifier: EUPL-1.2
// What a kiosk needs to know to welcome somebody: its place, its hours, and the subjects it offers.
#pragma once

#include "kiosk_protocol/ids.hpp"
#include "platform/time/instant.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parvis::kiosk_protocol {

/// The same words in both languages; French is what most people read.
struct PlainWords {
    std::string fr;
    std::string en;
};
BOOST_DESCRIBE_STRUCT(PlainWords, (), (fr, en))

/// open: an adviser is signed in and the window is on; nobody_there: the window is on but no adviser has
/// signed in; closed: outside the window, `opens_at` says when the next one starts (absent when none is
/// planned within 14 days).
BOOST_DEFINE_ENUM_CLASS(OfferState, open, nobody_there, closed)

/// One public body reachable under a subject.
struct OfferEntry {
    OfferId offer_id;
    PartnerId partner_id;
    std::string acronym;
    PlainWords partner_name;
    OfferState state{};
    std::optional<Instant> opens_at;
};
BOOST_DESCRIBE_STRUCT(OfferEntry, (), (offer_id, partner_id, acronym, partner_name, state, opens_at))

/// A big tile of the first screen. `subject` is a stable word: retirement, family, health, work, farming,
/// youth, home_help, taxes, justice, other. `pictogram` names a drawing of the page. At most six tiles are
/// ever sent; rarer subjects are gathered under `other`.
struct SubjectTile {
    std::string subject;
    PlainWords label;
    std::string pictogram;
    std::vector<OfferEntry> offers;
};
BOOST_DESCRIBE_STRUCT(SubjectTile, (), (subject, label, pictogram, offers))

/// Local opening time; weekday 1 = Monday, minutes since local midnight.
struct OpeningPeriod {
    std::int32_t weekday{};
    std::int32_t from_minute{};
    std::int32_t to_minute{};
};
BOOST_DESCRIBE_STRUCT(OpeningPeriod, (), (weekday, from_minute, to_minute))

struct SiteCard {
    SiteId site_id;
    std::string name;
    std::string commune;
    std::string address;
    std::string telephone;
    std::string time_zone;
    std::vector<OpeningPeriod> hours;
};
BOOST_DESCRIBE_STRUCT(SiteCard, (), (site_id, name, commune, address, telephone, time_zone, hours))

struct KioskCard {
    KioskId kiosk_id;
    std::string name;
    std::string room;
};
BOOST_DESCRIBE_STRUCT(KioskCard, (), (kiosk_id, name, room))

} // namespace parvis::kiosk_protocol
