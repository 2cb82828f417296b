// SPDX-License-Identifier: EUPL-1.2
// Booking by citizens, who have no account: the network in plain words, real open slots, and the way back to
// their appointment by its code. Worker threads. Errors of the services below pass through.
//
// Errors of what needs the code: not_found "appointment_unknown" (/code); rate_limited "code_delayed" (/code;
// retry_after_seconds) after too many wrong ones from one address.
#pragma once

#include "server/scheduling/appointments/appointment_desk_service.hpp"
#include "server/scheduling/appointments/hold_limit.hpp"

#include <mutex>

namespace parvis::scheduling {

class PublicBooking {
  public:
    /// All must outlive this object.
    PublicBooking(db::Database& database, Clock const& clock, AppointmentService& appointments,
                  AppointmentDesk& desk, AppointmentWords& words);

    Result<PublicNetworks> networks();
    /// not_found "network_unknown".
    Result<PublicNetwork> network(NetworkId const& id);
    /// The network that the site belongs to. not_found "site_unknown".
    Result<NetworkId> network_of_site(SiteId const& site);
    Result<ProposalsView> propose(SiteId const& site, ProposalForm const& form);
    Result<SlotList> slots(SiteId const& site, SlotQuery const& query);

    /// Five minutes to fill the form. rate_limited "too_many_holds" (retry_after_seconds); expired
    /// "hold_expired" when it is asked for again too late.
    Result<PublicAppointment> hold(std::string const& client_address, AppointmentId const& id,
                                   PublicBookingForm const& form);
    Result<PublicAppointment> confirm(AppointmentId const& id, ConfirmForm const& form);
    Result<void> give_up(AppointmentId const& id);

    Result<PublicAppointment> read(std::string const& client_address, CodeForm const& form);
    Result<PublicAppointment> cancel(std::string const& client_address, CodeForm const& form);
    Result<PublicAppointment> move(std::string const& client_address, CodeMoveForm const& form);

  private:
    Result<PublicAppointment> view(Result<Appointment> const& outcome);
    Result<Appointment> by_code(std::string const& client_address, std::string const& code);

    db::Database& database_;
    Clock const& clock_;
    AppointmentService& appointments_;
    AppointmentDesk& desk_;
    AppointmentWords& words_;
    std::mutex mutex_;
    HoldLimit holds_; ///< under the mutex
};

} // namespace parvis::scheduling
