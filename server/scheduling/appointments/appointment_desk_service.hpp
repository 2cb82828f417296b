// SPDX-License-Identifier: EUPL-1.2
// Booking as desks and advisers do it: from forms to appointments with names. Worker threads; what is decided
// is decided by the services below it, whose errors pass through.
#pragma once

#include "server/scheduling/appointments/appointment_service.hpp"
#include "server/scheduling/appointments/appointment_words_service.hpp"
#include "server/scheduling/slots/slot_query.hpp"
#include "server/scheduling/slots/slot_search_service.hpp"

namespace parvis::scheduling {

class AppointmentDesk {
  public:
    /// All must outlive this object.
    AppointmentDesk(AppointmentService& appointments, SlotSearchService& search, AppointmentWords& words,
                    Clock const& clock);

    Result<ProposalsView> propose(Requester const& by, SiteId const& site, ProposalForm const& form);
    Result<void> refuse(Requester const& by, UnmetId const& id, RefusalForm const& form);
    Result<SlotList> slots(SiteId const& site, SlotQuery const& query);

    /// invalid_input "code_malformed" (/code).
    Result<AppointmentView> book(Requester const& by, AppointmentId const& id, BookingForm const& form);
    Result<AppointmentView> confirm(Requester const& by, AppointmentId const& id, ConfirmForm const& form);
    Result<AppointmentView> move(Requester const& by, AppointmentId const& id, MoveForm const& form);
    /// invalid_input "value_unknown" (/reason) for the reasons of the system.
    Result<AppointmentView> cancel(Requester const& by, AppointmentId const& id, CancelForm const& form);
    Result<AppointmentView> finish(Requester const& by, AppointmentId const& id);
    Result<AppointmentView> miss(Requester const& by, AppointmentId const& id);
    Result<AppointmentView> read(Requester const& by, AppointmentId const& id);
    Result<AppointmentTicket> ticket(Requester const& by, AppointmentId const& id);

    Result<AppointmentList> day(Requester const& by, SiteId const& site, LocalDate from, LocalDate to);
    Result<AppointmentList> search(Requester const& by, SiteId const& site, std::string const& text);
    Result<AppointmentList> requests(Requester const& by, SiteId const& site);
    /// Of an adviser's groups over all sites. forbidden "role_missing".
    Result<AppointmentList> day_of_groups(identity::Caller const& caller, LocalDate from, LocalDate to);

  private:
    Result<AppointmentView> view(Requester const& by, Result<Appointment> const& outcome);
    Result<AppointmentList> list_at(Requester const& by, SiteId const& site,
                                    Result<std::vector<Appointment>> const& found);

    AppointmentService& appointments_;
    SlotSearchService& search_;
    AppointmentWords& words_;
    Clock const& clock_;
};

} // namespace parvis::scheduling
