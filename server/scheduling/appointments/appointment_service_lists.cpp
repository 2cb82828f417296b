// SPDX-License-Identifier: EUPL-1.2
// Appointments of a day, of a search, and those that a person must settle.
#include "platform/text/folding.hpp"
#include "server/network/directory_shared_store.hpp"
#include "server/scheduling/appointments/appointment_code.hpp"
#include "server/scheduling/appointments/appointment_service.hpp"
#include "server/scheduling/appointments/appointment_store.hpp"
#include "server/scheduling/displacement/displacement_store.hpp"
#include "server/scheduling/opening/place_store.hpp"

#include <algorithm>
#include <set>

namespace parvis::scheduling {

namespace {

constexpr std::chrono::milliseconds searched_back = std::chrono::hours(7 * 24);
constexpr std::size_t most_found = 20;
/// Somebody whose place is gone, and who stands there at their time.
constexpr std::chrono::milliseconds shown_after_begin = std::chrono::hours(2);

Result<void> check_looks_at(db::Session& session, Requester const& by, SiteId const& site) {
    auto const network = network_of(session, site);
    if (!network) {
        return network.error();
    }
    return may_look_at(by, *network, site) ? Result<void>() : fail(ErrorCode::forbidden, "not_your_site");
}

/// A place that was held and not wanted is not worth a line in anybody's day.
bool came_to_nothing(Appointment const& appointment) {
    return appointment.cancel_reason == CancelReason::hold_expired ||
           appointment.cancel_reason == CancelReason::hold_given_up;
}

std::vector<Appointment> seen_by(Requester const& by, std::vector<Appointment> appointments) {
    std::vector<Appointment> shown;
    for (auto& one : appointments) {
        auto const acting = came_to_nothing(one) ? std::nullopt : acting_on(by, one);
        if (acting) {
            shown.push_back(shown_to(*acting, std::move(one)));
        }
    }
    return shown;
}

/// Nearest in time first.
std::vector<NamedAppointment> named_like(db::Session& session, SiteId const& site, std::string const& folded,
                                         Instant now) {
    auto named = named_appointments_at(session, site, now - searched_back);
    std::erase_if(named, [&](NamedAppointment const& one) {
        return !text::has_word_beginning_with(text::fold(one.first_name), folded);
    });
    std::ranges::stable_sort(named, {}, [&](NamedAppointment const& one) {
        return std::max(one.starts_at - now, now - one.starts_at);
    });
    named.resize(std::min(named.size(), most_found));
    return named;
}

} // namespace

Result<std::vector<Appointment>> AppointmentService::list(Requester const& by, SiteId const& site,
                                                          Instant from, Instant to) {
    return database_.read([&](db::Session& session) -> Result<std::vector<Appointment>> {
        auto const welcome = check_looks_at(session, by, site);
        return welcome
                   ? Result<std::vector<Appointment>>(seen_by(by, appointments_at(session, site, from, to)))
                   : welcome.error();
    });
}

Result<std::vector<Appointment>> AppointmentService::requests(Requester const& by, SiteId const& site) {
    auto const now = clock_.now();
    return database_.read([&](db::Session& session) -> Result<std::vector<Appointment>> {
        if (auto const welcome = check_looks_at(session, by, site); !welcome) {
            return welcome.error();
        }
        auto open = requests_at(session, site);
        for (auto const& id : displaced_at(session, site, now - shown_after_begin)) {
            open.push_back(find_appointment(session, id).value());
        }
        std::ranges::stable_sort(open, {}, &Appointment::starts_at);
        return seen_by(by, std::move(open));
    });
}

Result<std::vector<Appointment>> AppointmentService::search(Requester const& by, SiteId const& site,
                                                            std::string const& text) {
    auto const now = clock_.now();
    auto const folded = text::fold(text);
    if (folded.empty()) {
        return fail(ErrorCode::invalid_input, "field_missing", "/q");
    }
    return database_.read([&](db::Session& session) -> Result<std::vector<Appointment>> {
        if (auto const welcome = check_looks_at(session, by, site); !welcome) {
            return welcome.error();
        }
        std::vector<Appointment> found;
        auto const code = normal_appointment_code(text);
        if (auto by_code = code ? find_appointment_by_code(session, *code) : std::nullopt) {
            found.push_back(std::move(*by_code));
        }
        for (auto const& one : named_like(session, site, folded, now)) {
            found.push_back(find_appointment(session, one.appointment_id).value());
        }
        return seen_by(by, std::move(found));
    });
}

Result<std::vector<Appointment>> AppointmentService::list_of_groups(identity::Caller const& adviser,
                                                                    Instant from, Instant to) {
    return database_.read([&](db::Session& session) -> Result<std::vector<Appointment>> {
        std::vector<Appointment> found;
        for (auto const& group : network::groups_of(session, adviser.account_id)) {
            for (auto& one : appointments_of(session, group, from, to)) {
                found.push_back(std::move(one));
            }
        }
        std::ranges::stable_sort(found, {}, &Appointment::starts_at);
        return seen_by(Requester::of(adviser), std::move(found));
    });
}

} // namespace parvis::scheduling
