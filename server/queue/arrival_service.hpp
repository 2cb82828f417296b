// SPDX-License-Identifier: EUPL-1.2
// Somebody comes for their appointment: one touch marks the arrival and gives the place in the line, in one
// transaction. From then on the appointment follows its ticket. Worker threads.
#pragma once

#include "server/queue/queue_service.hpp"
#include "server/scheduling/appointments/appointment_service.hpp"
#include "server/scheduling/appointments/appointment_words_service.hpp"

#include <boost/describe.hpp>

#include <optional>

namespace parvis::queue {

/// A desk that was cut off tells later when they came, and which number it gave out.
struct ArrivalForm {
    TicketId ticket_id;
    std::optional<Instant> occurred_at; ///< nothing: now
    std::optional<std::int32_t> number;
    std::optional<KioskId> kiosk_id; ///< wants to be called at this kiosk alone
};
BOOST_DESCRIBE_STRUCT(ArrivalForm, (), (ticket_id, occurred_at, number, kiosk_id))

/// No ticket by telephone and from home, and when the body has no line at the site.
struct Arrival {
    scheduling::AppointmentView appointment;
    std::optional<TicketView> ticket;
};
BOOST_DESCRIBE_STRUCT(Arrival, (), (appointment, ticket))

class ArrivalService {
  public:
    /// All must outlive this object.
    ArrivalService(db::Database& database, Clock const& clock, QueueService& queue,
                   scheduling::AppointmentWords& words);

    /// Errors: those of AppointmentService::arrive; conflict "ticket_id_taken" (/ticket_id); invalid_input
    /// "value_out_of_range" (/number); not_found "kiosk_unknown" (/kiosk_id).
    Result<Arrival> arrive(identity::Caller const& caller, scheduling::AppointmentId const& id,
                           ArrivalForm const& form);

  private:
    db::Database& database_;
    Clock const& clock_;
    QueueService& queue_;
    scheduling::AppointmentWords& words_;
};

} // namespace parvis::queue
