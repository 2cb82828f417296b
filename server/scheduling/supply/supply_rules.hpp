// SPDX-License-Identifier: EUPL-1.2
// What a supply must look like, and what follows from it: its openings. Pure; any thread.
#pragma once

#include "platform/result/result.hpp"
#include "server/scheduling/opening/opening_calendar.hpp"
#include "server/scheduling/supply/supply.hpp"

#include <map>
#include <set>
#include <vector>

namespace parvis::scheduling {

/// Bookings are guarded by ticks of five minutes: nothing in a supply is finer.
inline constexpr int tick_minutes = 5;

/// What openings depend on besides the supply itself.
struct SupplySurroundings {
    std::string time_zone;
    std::map<SiteId, HolidayRegion> regions; ///< of the sites; one that is missing has no holidays
    std::vector<OpenSpan> closures;          ///< of the group and of its whole body
};

/// Sound by itself, at sites where the group answers (`served`). Errors (invalid_input, with pointer):
/// those of check_recurrence at /recurrence/rule; except_too_many (most); legs_missing, legs_too_many (most);
/// at /legs/<n>: leg_hours_wrong, leg_not_on_tick (minutes), leg_out_of_order (legs follow one another: the
/// same advisers cannot be in two at once), leg_sites_missing, leg_site_twice, site_not_served;
/// slot_length_wrong (minutes: a multiple of five, up to the shortest leg); advisers_wrong (1 to 99);
/// walk_in_share_wrong (0 to 100). On site: on_site_by_appointment (no time window), on_site_no_walk_ins
/// (walk_in_percent is 0), on_site_one_place (of a leg).
Result<void> check_supply(Supply const& supply, std::set<SiteId> const& served);

/// The openings between two instants, by time: one for each leg of each day that the rule names, without the
/// closures (what remains of a leg may be several openings, each beginning and ending on a tick) and without
/// the sites that have a public holiday. Not cut at `from` and `to`: an opening that lies partly in the span
/// is whole. Errors: those of recurring_days.
Result<std::vector<Opening>> openings(Supply const& supply, Instant from, Instant to,
                                      SupplySurroundings const& around);

/// The first day on which both promise the same advisers at one site at one time: same group, same modality,
/// a common site, overlapping hours. More advisers in one supply say the same without the muddle. Days before
/// `from` do not count; looks one year and a month ahead. Errors: those of recurring_days.
Result<std::optional<LocalDate>> first_clash(Supply const& a, Supply const& b, LocalDate from);

/// How `standing` goes on when it is changed into `later` from a day on: a rule that counts its days (COUNT)
/// and was left as it was ends where it would have ended. Later rules of their own stay.
Recurrence continued(Recurrence const& standing, Recurrence later);

/// Sites of a leg, excepted days and motives in order, each once: their order says nothing. A site that is
/// named twice stays, for check_supply to refuse.
Supply in_order(Supply supply);
/// Of two supplies in order.
bool says_the_same(Supply const& a, Supply const& b);

} // namespace parvis::scheduling
