// SPDX-License-Identifier: EUPL-1.2
// The waiting list as people use it.
#include "server/scheduling/waiting/waiting_service.hpp"

#include "server/scheduling/appointments/appointment_code.hpp"
#include "server/scheduling/appointments/appointment_store.hpp"
#include "server/scheduling/appointments/code_guess_service.hpp"
#include "server/scheduling/opening/place_store.hpp"
#include "server/scheduling/supply/supply_shared_store.hpp"
#include "server/scheduling/waiting/waiting_offer_store.hpp"
#include "server/scheduling/waiting/waiting_store.hpp"

namespace parvis::scheduling {

namespace {

constexpr int minutes_of_a_day = 24 * 60;

Error unknown() {
    return fail(ErrorCode::not_found, "waiting_unknown");
}

WaitingEntry entry_of(WaitingId const& id, WaitingForm const& form, Terms const& terms, Instant now) {
    WaitingEntry entry;
    entry.entry_id = id;
    entry.network_id = terms.network_id;
    entry.partner_id = terms.partner_id;
    entry.site_id = form.site_id;
    entry.unmet_id = form.unmet_id;
    entry.motives = form.motives;
    entry.doors = form.doors;
    auto const weekdays = form.weekdays.value_or(std::vector<std::int32_t>());
    entry.times = {form.from_day,
                   form.to_day,
                   {weekdays.begin(), weekdays.end()},
                   form.from_minute.value_or(0),
                   form.to_minute.value_or(minutes_of_a_day)};
    entry.visitor = visitor_of(form.visitor);
    entry.visitor.language = parse_language(form.language.value_or("")).value_or(Language::fr);
    entry.state = WaitingState::waiting;
    entry.made_at = now;
    return entry;
}

/// A second telling of the same wish.
bool is_same_wish(WaitingEntry const& one, WaitingEntry const& other) {
    return one.site_id == other.site_id && one.motives == other.motives && one.doors == other.doors &&
           one.times == other.times && one.visitor == other.visitor;
}

std::string fresh_code(db::Session& session) {
    auto code = make_appointment_code();
    while (find_appointment_by_code(session, code) || find_waiting_by_code(session, code)) {
        code = make_appointment_code();
    }
    return code;
}

} // namespace

WaitingList::WaitingList(db::Database& database, Clock const& clock, SupplyBook const& book,
                         AppointmentService& appointments, SlotSearchService& search,
                         WaitingSettings settings)
    : database_(database), clock_(clock), book_(book), appointments_(appointments), search_(search),
      settings_(settings) {}

std::vector<MessageChannel> WaitingList::channels_to(Visitor const& visitor) const {
    std::vector<MessageChannel> open;
    if (settings_.email_offered && !visitor.email.empty()) {
        open.push_back(MessageChannel::email);
    }
    if (settings_.text_messages_offered && mobile_number(visitor.telephone)) {
        open.push_back(MessageChannel::text_message);
    }
    return open;
}

// ---- joined

Result<WaitingEntry> WaitingList::begin(Requester const& by, WaitingId const& id, WaitingForm const& form) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<WaitingEntry> {
        auto const terms = book_.terms(session, form.motives);
        if (!terms) {
            return terms.error();
        }
        auto const network = network_of(session, form.site_id);
        if (!network || *network != terms->network_id) {
            return fail(ErrorCode::not_found, "site_unknown", "/site_id");
        }
        if (!acting_for(by, terms->network_id, terms->partner_id, form.site_id)) {
            return fail(ErrorCode::forbidden, "not_your_booking");
        }
        auto entry = entry_of(id, form, *terms, now);
        if (auto const known = find_waiting(session, id)) {
            return is_same_wish(*known, entry) ? Result<WaitingEntry>(*known)
                                               : fail(ErrorCode::conflict, "waiting_id_taken", "/entry_id");
        }
        if (auto const sound = check_visitor(entry.visitor); !sound) {
            return sound.error();
        }
        auto const zone = time_zone_of(session, terms->network_id).value();
        if (auto const sound = check_wish(entry, to_local(now, zone).date()); !sound) {
            return sound.error();
        }
        if (!by.staff && channels_to(entry.visitor).empty()) {
            auto const* both = settings_.text_messages_offered ? "both" : "email";
            auto const* ways = settings_.email_offered ? both : "text_message";
            return fail(ErrorCode::invalid_input, "waiting_contact_unreachable", "/visitor/telephone",
                        {{"ways", ways}});
        }
        entry.code = fresh_code(session);
        return insert_waiting(session, entry, now)
                   ? Result<WaitingEntry>(entry)
                   : fail(ErrorCode::conflict, "waiting_id_taken", "/entry_id");
    });
}

Result<WaitingView> WaitingList::join(Requester const& by, WaitingId const& id, WaitingForm const& form) {
    return view(begin(by, id, form));
}

WaitingWays WaitingList::ways() const {
    auto const answer = std::chrono::duration_cast<std::chrono::minutes>(settings_.hours.answer_within);
    return {settings_.email_offered, settings_.text_messages_offered,
            static_cast<std::int32_t>(answer.count())};
}

Result<PublicWaiting> WaitingList::join_own(std::string const& client_address, WaitingId const& id,
                                            WaitingForm const& form) {
    {
        std::scoped_lock const lock(mutex_);
        auto const counted = AppointmentId::parse(id.text()).value();
        if (auto const welcome = joined_.note(client_address, counted, clock_.now()); !welcome) {
            return welcome.error();
        }
    }
    return public_view(begin(Requester::citizen(), id, form));
}

// ---- answered

Result<WaitingEntry> WaitingList::change(Requester const& by, WaitingId const& id, Step const& step) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<WaitingEntry> {
        auto const before = find_waiting(session, id);
        auto const acting =
            before ? acting_for(by, before->network_id, before->partner_id, before->site_id) : std::nullopt;
        if (!acting) {
            return unknown();
        }
        auto after = step(session, *before, *acting, now);
        if (after && after->revision != before->revision && !save_waiting(session, *after)) {
            return fail(ErrorCode::conflict, "appointment_changed_meanwhile");
        }
        return after;
    });
}

WaitingList::Step WaitingList::accepting() const {
    return [](db::Session& session, WaitingEntry const& before, ActingAs by, Instant now) {
        auto after = accepted(before, now);
        if (after && after->revision != before.revision) {
            if (auto const taken = take_offered_place(session, *before.offer, by, now); !taken) {
                bool const gone = taken.error().reason == "hold_expired";
                return Result<WaitingEntry>(gone ? fail(ErrorCode::expired, "offer_expired") : taken.error());
            }
        }
        return after;
    };
}

WaitingList::Step WaitingList::refusing(bool stays) {
    return [this, stays](db::Session& session, WaitingEntry const& before, ActingAs by, Instant now) {
        auto after = refused(before, stays, now);
        if (after && before.offer && after->revision != before.revision) {
            auto const held = find_appointment(session, before.offer->appointment_id).value();
            insert_refusal(session, before.entry_id, held.starts_at);
            auto const given =
                give_back_offered_place(session, *before.offer, by, CancelReason::hold_given_up, now);
            if (!given) {
                return Result<WaitingEntry>(given.error());
            }
            something_changed_ = true;
        }
        return after;
    };
}

WaitingList::Step WaitingList::withdrawing() {
    return [this](db::Session& session, WaitingEntry const& before, ActingAs by, Instant now) {
        auto after = withdrawn(before, now);
        if (after && before.state == WaitingState::offered) {
            auto const given =
                give_back_offered_place(session, *before.offer, by, CancelReason::hold_given_up, now);
            if (!given) {
                return Result<WaitingEntry>(given.error());
            }
            something_changed_ = true;
        }
        return after;
    };
}

Result<WaitingView> WaitingList::accept(Requester const& by, WaitingId const& id) {
    return view(change(by, id, accepting()));
}

Result<WaitingView> WaitingList::refuse(Requester const& by, WaitingId const& id, bool stays) {
    return view(change(by, id, refusing(stays)));
}

Result<WaitingView> WaitingList::withdraw(Requester const& by, WaitingId const& id) {
    return view(change(by, id, withdrawing()));
}

Result<WaitingEntry> WaitingList::own(std::string const& client_address, std::string const& code) {
    auto const now = clock_.now();
    if (auto const welcome = check_code_delay(database_, client_address, now); !welcome) {
        return welcome.error();
    }
    auto const normal = normal_appointment_code(code);
    auto const found = database_.read([&](db::Session& session) -> Result<std::optional<WaitingEntry>> {
        return normal ? find_waiting_by_code(session, *normal) : std::nullopt;
    });
    if (!found) {
        return found.error();
    }
    return *found ? Result<WaitingEntry>(**found)
                  : note_wrong_code(database_, client_address, now, "waiting_unknown");
}

Result<PublicWaiting> WaitingList::change_own(std::string const& client_address, std::string const& code,
                                              Step const& step) {
    auto const found = own(client_address, code);
    return found ? public_view(change(Requester::citizen(), found->entry_id, step)) : found.error();
}

Result<PublicWaiting> WaitingList::read_own(std::string const& client_address, CodeForm const& form) {
    return public_view(own(client_address, form.code));
}

Result<PublicWaiting> WaitingList::accept_own(std::string const& client_address, CodeForm const& form) {
    return change_own(client_address, form.code, accepting());
}

Result<PublicWaiting> WaitingList::refuse_own(std::string const& client_address, CodeRefusal const& form) {
    return change_own(client_address, form.code, refusing(form.stays));
}

Result<PublicWaiting> WaitingList::withdraw_own(std::string const& client_address, CodeForm const& form) {
    return change_own(client_address, form.code, withdrawing());
}

} // namespace parvis::scheduling
