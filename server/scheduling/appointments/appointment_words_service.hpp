// SPDX-License-Identifier: EUPL-1.2
// Puts names to appointments and slots: bodies, motives, papers, places. Worker threads.
#pragma once

#include "platform/db/database.hpp"
#include "platform/time/instant.hpp"
#include "server/scheduling/appointments/appointment_policy.hpp"
#include "server/scheduling/appointments/appointment_view.hpp"
#include "server/scheduling/slots/slot_search_service.hpp"
#include "server/scheduling/slots/supply_book_store.hpp"

#include <vector>

namespace parvis::scheduling {

class AppointmentWords {
  public:
    /// All must outlive this object.
    AppointmentWords(db::Database& database, Clock const& clock, SupplyBook const& book);

    Result<AppointmentView> view(Requester const& by, Appointment const& appointment);
    Result<AppointmentList> list(Requester const& by, std::vector<Appointment> const& appointments,
                                 std::string time_zone);
    Result<PublicAppointment> public_view(Appointment const& appointment);
    /// conflict "appointment_step_impossible" before it is confirmed and after it has moved.
    Result<AppointmentTicket> ticket(Appointment const& appointment);
    Result<ProposalsView> proposals(SiteId const& site, Proposals const& found);

    /// IANA name. not_found "site_unknown".
    Result<std::string> time_zone_at(SiteId const& site);
    /// Whole days of a site or of a network, as instants.
    struct Days {
        Instant from;
        Instant to;
        std::string time_zone;
    };
    /// Both days included. not_found "site_unknown"; invalid_input "plan_span_wrong" (/to; most).
    Result<Days> days_at(SiteId const& site, LocalDate from, LocalDate to);
    /// not_found "network_unknown".
    Result<Days> days_in(NetworkId const& network, LocalDate from, LocalDate to);

  private:
    db::Database& database_;
    Clock const& clock_;
    SupplyBook const& book_;
};

} // namespace parvis::scheduling
