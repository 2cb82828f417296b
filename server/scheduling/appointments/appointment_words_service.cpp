// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/appointment_words_service.hpp"

#include "platform/json/encode.hpp"
#include "server/network/directory_shared_store.hpp"
#include "server/network/listing_shared_store.hpp"
#include "server/scheduling/appointments/motive_card.hpp"
#include "server/scheduling/motives/motive_shared_store.hpp"
#include "server/scheduling/supply/supply_shared_store.hpp"

#include <algorithm>
#include <map>

namespace parvis::scheduling {

using kiosk_protocol::PlainWords;

namespace {

constexpr int most_days = 62;

/// Names of one answer, each read once.
class Names {
  public:
    explicit Names(db::Session& session) : session_(session) {}

    network::PartnerRow const& body(PartnerId const& id) {
        auto [place, is_new] = bodies_.try_emplace(id);
        if (is_new) {
            place->second = network::partner_row(session_, id).value();
        }
        return place->second;
    }
    kiosk_protocol::SiteCard const& site(SiteId const& id) {
        auto [place, is_new] = sites_.try_emplace(id);
        if (is_new) {
            place->second = network::site_card(session_, id).value();
        }
        return place->second;
    }
    std::vector<MotiveCard> motives(Appointment const& appointment) {
        std::vector<MotiveCard> cards;
        for (auto const& id : appointment.motives) {
            auto [place, is_new] = motives_.try_emplace(id);
            if (is_new) {
                place->second = card_of(motive(session_, id).value());
            }
            cards.push_back(place->second);
        }
        return cards;
    }
    std::optional<kiosk_protocol::KioskCard> kiosk(Appointment const& appointment) {
        auto const id = appointment.place ? appointment.place->kiosk_id : std::nullopt;
        return id ? std::optional(network::place_of_kiosk(session_, *id).value().kiosk) : std::nullopt;
    }

  private:
    db::Session& session_;
    std::map<PartnerId, network::PartnerRow> bodies_;
    std::map<SiteId, kiosk_protocol::SiteCard> sites_;
    std::map<MotiveId, MotiveCard> motives_;
};

SlotPlace slot_place(kiosk_protocol::SiteCard const& card) {
    return {card.site_id, card.name, card.commune};
}

std::optional<PlaceToCome> place_to_come(Names& names, Appointment const& appointment) {
    if (!appointment.site_id) {
        return std::nullopt;
    }
    auto const& site = names.site(*appointment.site_id);
    auto const kiosk = names.kiosk(appointment);
    return PlaceToCome{site.site_id, site.name,      site.commune,
                       site.address, site.telephone, kiosk ? std::optional(kiosk->room) : std::nullopt};
}

/// A code that was told to nobody stays untold.
std::optional<std::string> told_code(Appointment const& appointment) {
    bool const is_told = appointment.confirmed_at || appointment.state == AppointmentState::requested;
    return is_told && !appointment.code.empty() ? std::optional(appointment.code) : std::nullopt;
}

bool by_screen(Door door) {
    return door == Door::kiosk || door == Door::home;
}

int limit_of(db::Session& session, SupplyBook const& book, Appointment const& appointment) {
    auto const terms = book.terms(session, appointment.motives);
    return terms ? terms->cancellation_limit_minutes : 0;
}

std::optional<Instant> cancel_until(Appointment const& appointment, int limit_minutes) {
    return appointment.state == AppointmentState::confirmed
               ? std::optional(appointment.starts_at - std::chrono::minutes(limit_minutes))
               : std::nullopt;
}

AppointmentView view_of(Names& names, Requester const& by, Appointment const& from, int limit_minutes,
                        Instant now) {
    AppointmentView view;
    view.appointment_id = from.appointment_id;
    view.state = from.state;
    view.revision = from.revision;
    view.door = from.door;
    view.starts_at = from.starts_at;
    view.ends_at = ends_at(from);
    view.minutes = from.minutes;
    view.supply_id = from.supply_id;
    view.group_id = from.group_id;
    view.body = names.body(from.partner_id);
    view.motives = names.motives(from);
    if (from.site_id) {
        view.site = slot_place(names.site(*from.site_id));
    }
    view.kiosk = names.kiosk(from);
    view.held_until = from.held_until;
    view.code = told_code(from);
    view.visitor = from.visitor;
    view.created_at = from.created_at;
    view.confirmed_at = from.confirmed_at;
    view.arrived_at = from.arrived_at;
    view.ended_at = from.ended_at;
    view.cancelled_by = from.cancelled_by;
    view.cancel_reason = from.cancel_reason;
    view.moved_to = from.moved_to;
    view.cancel_until = cancel_until(from, limit_minutes);
    if (auto const acting = acting_on(by, from)) {
        view.allowed_actions = allowed_actions(*acting, from, limit_minutes, now);
    }
    return view;
}

Result<AppointmentWords::Days> days_of(LocalDate from, LocalDate to, std::string const& zone) {
    if (to < from || add_days(from, most_days) <= to) {
        return fail(ErrorCode::invalid_input, "plan_span_wrong", "/to",
                    {{"most", std::to_string(most_days)}});
    }
    return AppointmentWords::Days{to_instant(from, 0, zone), to_instant(add_days(to, 1), 0, zone), zone};
}

} // namespace

AppointmentWords::AppointmentWords(db::Database& database, Clock const& clock, SupplyBook const& book)
    : database_(database), clock_(clock), book_(book) {}

Result<AppointmentView> AppointmentWords::view(Requester const& by, Appointment const& appointment) {
    auto const now = clock_.now();
    return database_.read([&](db::Session& session) -> Result<AppointmentView> {
        Names names(session);
        return view_of(names, by, appointment, limit_of(session, book_, appointment), now);
    });
}

Result<AppointmentList> AppointmentWords::list(Requester const& by,
                                               std::vector<Appointment> const& appointments,
                                               std::string time_zone) {
    auto const now = clock_.now();
    return database_.read([&](db::Session& session) -> Result<AppointmentList> {
        Names names(session);
        AppointmentList list{time_zone, {}};
        for (auto const& one : appointments) {
            list.appointments.push_back(view_of(names, by, one, limit_of(session, book_, one), now));
        }
        return list;
    });
}

Result<PublicAppointment> AppointmentWords::public_view(Appointment const& from) {
    auto const now = clock_.now();
    return database_.read([&](db::Session& session) -> Result<PublicAppointment> {
        Names names(session);
        auto const limit = limit_of(session, book_, from);
        PublicAppointment view;
        view.appointment_id = from.appointment_id;
        view.state = from.state;
        view.door = from.door;
        view.by_screen = by_screen(from.door);
        view.time_zone = time_zone_of(session, from.network_id).value();
        view.day = to_local(from.starts_at, view.time_zone).date();
        view.starts_at = from.starts_at;
        view.ends_at = ends_at(from);
        view.held_until = from.held_until;
        view.code = told_code(from);
        view.first_name = from.visitor.first_name;
        view.body = names.body(from.partner_id);
        view.motives = names.motives(from);
        view.papers = papers_of(view.motives);
        view.place = place_to_come(names, from);
        view.cancel_until = cancel_until(from, limit);
        for (auto const action : allowed_actions(ActingAs::citizen, from, limit, now)) {
            if (action == AppointmentAction::move || action == AppointmentAction::cancel) {
                view.allowed_actions.push_back(action);
            }
        }
        return view;
    });
}

Result<AppointmentTicket> AppointmentWords::ticket(Appointment const& from) {
    bool const has_come_about = from.confirmed_at && from.state != AppointmentState::cancelled;
    if (!has_come_about || from.code.empty()) {
        return fail(ErrorCode::conflict, "appointment_step_impossible", "",
                    {{"state", std::string(json::enum_name(from.state))}, {"step", "printed"}});
    }
    return database_.read([&](db::Session& session) -> Result<AppointmentTicket> {
        Names names(session);
        AppointmentTicket ticket;
        ticket.code = from.code;
        ticket.time_zone = time_zone_of(session, from.network_id).value();
        ticket.day = to_local(from.starts_at, ticket.time_zone).date();
        ticket.starts_at = from.starts_at;
        ticket.ends_at = ends_at(from);
        ticket.door = from.door;
        ticket.by_screen = by_screen(from.door);
        ticket.first_name = from.visitor.first_name;
        ticket.companions = from.visitor.companions;
        ticket.body = names.body(from.partner_id);
        auto const motives = names.motives(from);
        for (auto const& motive : motives) {
            ticket.motives.push_back(motive.label);
        }
        ticket.papers = papers_of(motives);
        ticket.place = place_to_come(names, from);
        return ticket;
    });
}

Result<ProposalsView> AppointmentWords::proposals(SiteId const& site, Proposals const& found) {
    return database_.read([&](db::Session& session) -> Result<ProposalsView> {
        Names names(session);
        ProposalsView view;
        view.time_zone = names.site(site).time_zone;
        auto const told = [&](Proposal const& one) {
            auto const& site_id = one.slot.site_id;
            auto place = site_id ? std::optional(slot_place(names.site(*site_id))) : std::nullopt;
            return ProposalView{one.kind,  one.slot.supply_id, one.slot.from, one.slot.to,
                                one.doors, std::move(place),   one.metres};
        };
        std::ranges::transform(found.proposals, std::back_inserter(view.proposals), told);
        if (found.in_person) {
            view.in_person = told(*found.in_person);
        }
        view.windows = found.windows;
        for (auto const& one : found.nearby_windows) {
            view.nearby_windows.push_back(
                {slot_place(names.site(one.site_id)), one.span.from, one.span.to, one.metres});
        }
        view.unmet = found.unmet;
        return view;
    });
}

Result<std::string> AppointmentWords::time_zone_at(SiteId const& site) {
    return database_.read([&](db::Session& session) -> Result<std::string> {
        auto const card = network::site_card(session, site);
        return card ? Result<std::string>(card->time_zone) : card.error();
    });
}

Result<AppointmentWords::Days> AppointmentWords::days_at(SiteId const& site, LocalDate from, LocalDate to) {
    auto const zone = time_zone_at(site);
    return zone ? days_of(from, to, *zone) : zone.error();
}

Result<AppointmentWords::Days> AppointmentWords::days_in(NetworkId const& network, LocalDate from,
                                                         LocalDate to) {
    return database_.read([&](db::Session& session) -> Result<Days> {
        auto const zone = time_zone_of(session, network);
        return zone ? days_of(from, to, *zone) : zone.error();
    });
}

} // namespace parvis::scheduling
