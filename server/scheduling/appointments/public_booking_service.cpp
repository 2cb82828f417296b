// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/public_booking_service.hpp"

#include "server/network/directory_shared_store.hpp"
#include "server/network/listing_shared_store.hpp"
#include "server/scheduling/appointments/code_guess_service.hpp"
#include "server/scheduling/appointments/motive_card.hpp"
#include "server/scheduling/motives/motive_shared_store.hpp"
#include "server/scheduling/opening/calendar_shared_store.hpp"
#include "server/scheduling/opening/network_calendar_store.hpp"
#include "server/scheduling/opening/place_store.hpp"

#include <map>

namespace parvis::scheduling {

namespace {

/// Today, and as far as the same day of next week.
constexpr int days_told = 8;

PublicSite public_site(kiosk_protocol::SiteCard card, std::map<SiteId, SitePosition> const& positions) {
    PublicSite site{card.site_id, card.name, card.commune, card.address, card.telephone,
                    card.hours,   {},        std::nullopt, std::nullopt};
    if (auto const position = positions.find(card.site_id); position != positions.end()) {
        site.latitude_microdegrees = position->second.latitude_microdegrees;
        site.longitude_microdegrees = position->second.longitude_microdegrees;
    }
    return site;
}

} // namespace

PublicBooking::PublicBooking(db::Database& database, Clock const& clock, AppointmentService& appointments,
                             AppointmentDesk& desk, AppointmentWords& words)
    : database_(database), clock_(clock), appointments_(appointments), desk_(desk), words_(words) {}

Result<PublicNetworks> PublicBooking::networks() {
    return database_.read([&](db::Session& session) -> Result<PublicNetworks> {
        PublicNetworks seen;
        for (auto const& card : network::networks(session)) {
            seen.networks.push_back({card.network_id, card.name, card.is_demo});
        }
        return seen;
    });
}

Result<PublicNetwork> PublicBooking::network(NetworkId const& id) {
    return database_.read([&](db::Session& session) -> Result<PublicNetwork> {
        auto const card = network::network_card(session, id);
        if (!card) {
            return card.error();
        }
        PublicNetwork seen{card->network_id, card->name, card->time_zone, {}, {}, {}, {}};
        for (auto const& subject : network::subjects_of(session, id)) {
            seen.subjects.push_back({subject.subject, subject.label, subject.pictogram});
        }
        seen.bodies = network::partners_of(session, id);
        for (auto const& motive : motives_of_network(session, id)) {
            seen.motives.push_back(card_of(motive));
        }
        std::map<SiteId, SitePosition> positions;
        for (auto const& position : site_positions(session, id)) {
            positions.emplace(position.site_id, position);
        }
        auto const today = to_local(clock_.now(), card->time_zone).date();
        auto calendars =
            network_calendars(session, id, card->time_zone, today, add_days(today, days_told - 1));
        for (auto const& site : network::sites_of(session, id)) {
            seen.sites.push_back(public_site(network::site_card(session, site).value(), positions));
            auto& [calendar, closures] = calendars[site];
            calendar.time_zone = card->time_zone;
            calendar.week = seen.sites.back().hours;
            seen.sites.back().days = coming_days(calendar, closures, today, days_told);
        }
        return seen;
    });
}

Result<NetworkId> PublicBooking::network_of_site(SiteId const& site) {
    return database_.read([&](db::Session& session) { return network_of(session, site); });
}

Result<ProposalsView> PublicBooking::propose(SiteId const& site, ProposalForm const& form) {
    return desk_.propose(Requester::citizen(), site, form);
}

Result<SlotList> PublicBooking::slots(SiteId const& site, SlotQuery const& query) {
    return desk_.slots(site, query);
}

Result<PublicAppointment> PublicBooking::view(Result<Appointment> const& outcome) {
    return outcome ? words_.public_view(*outcome) : outcome.error();
}

Result<PublicAppointment> PublicBooking::hold(std::string const& client_address, AppointmentId const& id,
                                              PublicBookingForm const& form) {
    {
        std::scoped_lock const lock(mutex_);
        if (auto const welcome = holds_.note(client_address, id, clock_.now()); !welcome) {
            return welcome.error();
        }
    }
    auto const held = appointments_.hold(
        Requester::citizen(), {{id, form.supply_id, form.starts_at, form.door, form.site_id}, form.motives});
    if (held && held->cancel_reason == CancelReason::hold_expired) {
        return fail(ErrorCode::expired, "hold_expired");
    }
    if (held && held->state != AppointmentState::held) {
        return fail(ErrorCode::conflict, "appointment_id_taken", "/appointment_id");
    }
    return view(held);
}

Result<PublicAppointment> PublicBooking::confirm(AppointmentId const& id, ConfirmForm const& form) {
    return view(appointments_.confirm_own(id, visitor_of(form.visitor)));
}

Result<void> PublicBooking::give_up(AppointmentId const& id) {
    auto const given_up = appointments_.give_up_own(id);
    return given_up ? Result<void>() : given_up.error();
}

Result<Appointment> PublicBooking::by_code(std::string const& client_address, std::string const& code) {
    auto const now = clock_.now();
    if (auto const welcome = check_code_delay(database_, client_address, now); !welcome) {
        return welcome.error();
    }
    auto found = appointments_.read_by_code(code);
    if (found || found.error().reason != "appointment_unknown") {
        return found;
    }
    return note_wrong_code(database_, client_address, now, "appointment_unknown");
}

Result<PublicAppointment> PublicBooking::read(std::string const& client_address, CodeForm const& form) {
    return view(by_code(client_address, form.code));
}

Result<PublicAppointment> PublicBooking::cancel(std::string const& client_address, CodeForm const& form) {
    auto const found = by_code(client_address, form.code);
    if (!found) {
        return found.error();
    }
    return view(appointments_.cancel(Requester::citizen(found->code), found->appointment_id,
                                     CancelReason::no_longer_needed));
}

Result<PublicAppointment> PublicBooking::move(std::string const& client_address, CodeMoveForm const& form) {
    auto const found = by_code(client_address, form.code);
    if (!found) {
        return found.error();
    }
    // The code has gone on to the new one already: the answer was lost.
    if (found->appointment_id == form.appointment_id) {
        return words_.public_view(*found);
    }
    return view(appointments_.move(Requester::citizen(found->code), found->appointment_id,
                                   {form.appointment_id, form.supply_id, form.starts_at, form.door,
                                    form.site_id, form.telephone.value_or("")}));
}

} // namespace parvis::scheduling
