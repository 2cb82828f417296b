// SPDX-License-Identifier: EUPL-1.2
// Supply as forms and pages see it.
#pragma once

#include "server/scheduling/opening/closure.hpp"
#include "server/scheduling/opening/public_holidays.hpp"
#include "server/scheduling/supply/supply.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parvis::scheduling {

BOOST_DESCRIBE_STRUCT(Leg, (), (sites, from_minute, to_minute))
BOOST_DESCRIBE_STRUCT(Recurrence, (), (first_day, rule, except))
BOOST_DESCRIBE_STRUCT(Supply, (),
                      (supply_id, network_id, partner_id, group_id, modality, recurrence, legs, slot_minutes,
                       advisers, walk_in_percent, motives, on_site))
BOOST_DESCRIBE_STRUCT(Opening, (),
                      (supply_id, leg, day, from, to, sites, slot_minutes, advisers, walk_in_percent))
BOOST_DESCRIBE_STRUCT(PublicHoliday, (), (day, name))

/// What a manager fills in. `revision`: 0 for a new one, else that of the supply as it was read.
struct SupplyForm {
    network::AdviserGroupId group_id;
    Modality modality{};
    Recurrence recurrence;
    std::vector<Leg> legs;
    int slot_minutes{};
    int advisers{};
    int walk_in_percent{};
    std::vector<MotiveId> motives; ///< none: all of the body that allow the modality
    std::optional<bool> on_site;   ///< absent: no; a supply stays as it was made
    std::int64_t revision{};
};
BOOST_DESCRIBE_STRUCT(SupplyForm, (),
                      (group_id, modality, recurrence, legs, slot_minutes, advisers, walk_in_percent, motives,
                       on_site, revision))

struct SupplyView {
    Supply supply;
    std::int64_t revision{};
    std::vector<std::string> allowed_actions; ///< "change_supply"
};
BOOST_DESCRIBE_STRUCT(SupplyView, (), (supply, revision, allowed_actions))

struct RegionHolidays {
    HolidayRegion region{};
    std::vector<PublicHoliday> holidays;
};
BOOST_DESCRIBE_STRUCT(RegionHolidays, (), (region, holidays))

/// Appointments that have a place in a supply on one day, booked or served, for one site (nothing: by
/// telephone or from home). `missed`: of these, nobody came.
struct BookedDay {
    SupplyId supply_id;
    LocalDate day;
    std::optional<SiteId> site_id;
    int appointments{};
    int missed{};
    int minutes{};
};
BOOST_DESCRIBE_STRUCT(BookedDay, (), (supply_id, day, site_id, appointments, missed, minutes))

/// All that is planned between two days, both included.
struct Plan {
    LocalDate from_day;
    LocalDate to_day;
    std::string time_zone;
    std::vector<Opening> openings; ///< by time
    std::vector<SupplyView> supplies;
    std::vector<BodyClosure> closures;
    std::vector<RegionHolidays> holidays;
    std::vector<BookedDay> booked; ///< of bodies for which the caller plans; no other is told
};
BOOST_DESCRIBE_STRUCT(Plan, (), (from_day, to_day, time_zone, openings, supplies, closures, holidays, booked))

/// The last day on which it takes place. Before its first day: it never takes place.
struct SupplyEnd {
    LocalDate last_day;
    std::int64_t revision{};
};
BOOST_DESCRIBE_STRUCT(SupplyEnd, (), (last_day, revision))

/// A day on which it does not take place.
struct SupplyExcept {
    LocalDate day;
    std::int64_t revision{};
};
BOOST_DESCRIBE_STRUCT(SupplyExcept, (), (day, revision))

/// One day of a supply, otherwise: that day is excepted, and `instead` is made under `instead_id`.
struct SupplyInstead {
    LocalDate day;
    std::int64_t revision{};
    SupplyId instead_id;
    SupplyForm instead;
};
BOOST_DESCRIBE_STRUCT(SupplyInstead, (), (day, revision, instead_id, instead))

/// From that day on it is `later`, made under `later_id`; what was before stays.
struct SupplyFromDay {
    LocalDate day;
    std::int64_t revision{};
    SupplyId later_id;
    SupplyForm later;
};
BOOST_DESCRIBE_STRUCT(SupplyFromDay, (), (day, revision, later_id, later))

/// One change of a supply that somebody thinks of: exactly one of these.
struct SupplyChange {
    SupplyId supply_id;
    std::optional<SupplyForm> save;
    std::optional<SupplyEnd> end;
    std::optional<SupplyExcept> except;
    std::optional<SupplyInstead> instead;
    std::optional<SupplyFromDay> from_day;
};
BOOST_DESCRIBE_STRUCT(SupplyChange, (), (supply_id, save, end, except, instead, from_day))

/// Both weeks are named by their Monday.
struct WeekCopyForm {
    network::AdviserGroupId group_id;
    LocalDate from_week;
    LocalDate to_week;
};
BOOST_DESCRIBE_STRUCT(WeekCopyForm, (), (group_id, from_week, to_week))

/// `left_out`: days of the new week that have such supply already, that are past, or that are holidays.
struct WeekCopy {
    std::vector<SupplyView> made;
    std::vector<LocalDate> left_out;
};
BOOST_DESCRIBE_STRUCT(WeekCopy, (), (made, left_out))

/// Those that are not over.
struct BodyClosureList {
    std::string time_zone;
    std::vector<BodyClosure> closures; ///< by time
};
BOOST_DESCRIBE_STRUCT(BodyClosureList, (), (time_zone, closures))

struct BodyClosureForm {
    PartnerId partner_id;
    std::optional<network::AdviserGroupId> group_id; ///< absent: the whole body
    Instant from;
    Instant to;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(BodyClosureForm, (), (partner_id, group_id, from, to, reason))

} // namespace parvis::scheduling
