// SPDX-License-Identifier: EUPL-1.2
// Somebody joins from home, with nothing but the code of their appointment. They arrive as at a desk, in the
// same line; their device is then a place of its own, which is called as a kiosk is. Worker threads.
//
// Errors of all: those of PublicBooking::read.
#pragma once

#include "server/queue/queue_service.hpp"
#include "server/scheduling/appointments/appointment_words_service.hpp"
#include "server/scheduling/appointments/public_booking_service.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>

namespace parvis::queue {

/// From home one is there with a touch: nobody sits before a telephone for hours. Late as at a desk.
inline constexpr std::chrono::milliseconds home_opens = std::chrono::minutes(30);

/// Whoever is there: `ticket_id` is chosen by the page, repeated it is done once.
struct HomeArrivalForm {
    std::string code;
    TicketId ticket_id;
};
BOOST_DESCRIBE_STRUCT(HomeArrivalForm, (), (code, ticket_id))

/// How they stand in the line; as of now.
struct HomeWait {
    TicketState state{};
    std::optional<std::int32_t> position; ///< 1: next
    std::optional<WaitEstimate> wait;
    std::optional<Instant> expected_at; ///< told to be ready then
    std::string message;                ///< why the line closed
};
BOOST_DESCRIBE_STRUCT(HomeWait, (), (state, position, wait, expected_at, message))

struct HomeVisit {
    scheduling::PublicAppointment appointment;
    Instant opens_at;
    Instant closes_at;
    Instant server_time;          ///< the clock of a telephone may be wrong
    std::optional<HomeWait> wait; ///< once they are there
};
BOOST_DESCRIBE_STRUCT(HomeVisit, (), (appointment, opens_at, closes_at, server_time, wait))

class HomeVisitService {
  public:
    /// All must outlive this object.
    HomeVisitService(db::Database& database, Clock const& clock, QueueService& queue,
                     scheduling::PublicBooking& booking, scheduling::AppointmentService& appointments,
                     scheduling::AppointmentWords& words);

    Result<HomeVisit> read(std::string const& client_address, scheduling::CodeForm const& form);
    /// conflict "visit_not_from_home" (/code): they come another way; "visit_too_early" (minutes),
    /// "arrival_too_late" (hours), "visit_no_line" (the body has no line anywhere), and those of
    /// AppointmentService::arrive.
    Result<HomeVisit> arrive(std::string const& client_address, HomeArrivalForm const& form);
    /// Whose link this is: the place of the appointment. forbidden "visit_not_open": not there yet, over,
    /// moved or cancelled.
    Result<KioskId> prove(std::string const& client_address, std::string const& code);

  private:
    /// Wrong codes make one wait.
    Result<scheduling::Appointment> by_code(std::string const& client_address, std::string const& code);
    Result<HomeVisit> view(scheduling::Appointment const& appointment);

    db::Database& database_;
    Clock const& clock_;
    QueueService& queue_;
    scheduling::PublicBooking& booking_;
    scheduling::AppointmentService& appointments_;
    scheduling::AppointmentWords& words_;
};

} // namespace parvis::queue
