// SPDX-License-Identifier: EUPL-1.2
// Rules of the waiting list: who wants to be told when a place is freed, which place suits them, when they
// may be asked, and until when they may answer. Pure: the moment is given.
#pragma once

#include "server/scheduling/appointments/appointment.hpp"
#include "server/scheduling/slots/unmet_request.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace parvis::scheduling {

using WaitingId = Id<struct WaitingTag>;

/// waiting: in the list. offered: a place is held for them, and they were asked. accepted, refused, expired
/// (no answer in time), withdrawn, unmet (their last day went by): it is over.
BOOST_DEFINE_ENUM_CLASS(WaitingState, waiting, offered, accepted, refused, expired, withdrawn, unmet)

/// A family asks further ahead than this with a telephone call.
inline constexpr int waiting_days_most = 120;
/// Who is offered a place must still be able to come.
inline constexpr std::chrono::milliseconds answer_before_start = std::chrono::hours(1);
/// Less than this to answer in is no offer.
inline constexpr std::chrono::milliseconds answer_least = std::chrono::minutes(20);
/// A place outlives the answer that did not come by so long, so that it goes to the next in order and not to
/// whoever happens to look.
inline constexpr std::chrono::milliseconds offer_grace = std::chrono::minutes(2);

/// When people may be asked, in local time; a time to answer counts these hours alone. Never on Sundays
/// unless said.
struct AskingHours {
    int from_minute = 8 * 60;
    int to_minute = 20 * 60;
    bool on_sundays = false;
    std::chrono::milliseconds answer_within = std::chrono::hours(2);
};

/// Days and hours that suit, in local time of the network.
struct SuitableTimes {
    LocalDate from_day;
    LocalDate to_day;          ///< included
    std::vector<int> weekdays; ///< 1 = Monday .. 7 = Sunday; empty: every day
    int from_minute = 0;
    int to_minute = 24 * 60; ///< an appointment begins before

    friend bool operator==(SuitableTimes const&, SuitableTimes const&) = default;
};

struct Offer {
    AppointmentId appointment_id; ///< held for them
    Instant answer_until;

    friend bool operator==(Offer const&, Offer const&) = default;
};

struct WaitingEntry {
    WaitingId entry_id;
    NetworkId network_id;
    PartnerId partner_id;
    SiteId site_id;
    std::optional<UnmetId> unmet_id; ///< under which their request may have been counted already
    std::vector<MotiveId> motives;
    std::vector<Door> doors; ///< in the order in which they are liked
    SuitableTimes times;
    Visitor visitor;  ///< first name, telephone, e-mail, language
    std::string code; ///< theirs; that of the appointment they accept, too
    WaitingState state{};
    std::int64_t revision = 1;
    std::optional<Offer> offer; ///< while offered, and the accepted one
    Instant made_at;
    std::optional<Instant> ended_at;

    friend bool operator==(WaitingEntry const&, WaitingEntry const&) = default;
};

bool is_over(WaitingState state);

/// invalid_input "waiting_doors_missing" (/doors), "waiting_days_wrong" (/to_day; most),
/// "waiting_weekdays_wrong"
/// (/weekdays), "waiting_hours_wrong" (/to_minute), "waiting_contact_missing" (/visitor/telephone).
Result<void> check_wish(WaitingEntry const& entry, LocalDate today);

bool suits(SuitableTimes const& times, Instant starts_at, std::string_view time_zone);

/// Nobody is asked at night.
bool may_ask(AskingHours const& hours, Instant now, std::string_view time_zone);
/// Until when somebody who is asked now may answer: so many asking hours later, but while there is time to
/// come. Nothing when that would be no time at all, or when nobody may be asked now.
std::optional<Instant> answer_until(AskingHours const& hours, Instant now, Instant starts_at,
                                    std::string_view time_zone);

// What a step makes of an entry. A step that has been taken already gives it back unchanged. Errors:
// conflict "waiting_step_impossible" (state).

Result<WaitingEntry> offered(WaitingEntry entry, Offer offer);
/// Expired "offer_expired" after its time.
Result<WaitingEntry> accepted(WaitingEntry entry, Instant now);
/// `stays`: that one does not suit, and they go on waiting at their place in the order.
Result<WaitingEntry> refused(WaitingEntry entry, bool stays, Instant now);
Result<WaitingEntry> withdrawn(WaitingEntry entry, Instant now);
/// No answer came, or the place is gone for another reason.
WaitingEntry offer_expired(WaitingEntry entry, Instant now);
/// Their last day went by.
WaitingEntry unmet(WaitingEntry entry, Instant now);

} // namespace parvis::scheduling
