// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/appointments/booking_query_routes.hpp"

#include "platform/json/encode.hpp"

#include <sstream>

namespace parvis::scheduling {

namespace {

Result<LocalDate> day_in_query(http::Request const& request, std::string const& name) {
    LocalDate day;
    return parse_iso(request.query_value(name).value_or(""), day)
               ? Result<LocalDate>(day)
               : fail(ErrorCode::invalid_input, "date_invalid", "/" + name);
}

Result<std::vector<MotiveId>> motives_in_query(http::Request const& request) {
    std::vector<MotiveId> motives;
    std::istringstream list(request.query_value("motives").value_or(""));
    for (std::string text; std::getline(list, text, ',');) {
        auto const id = MotiveId::parse(text);
        if (!id) {
            return fail(ErrorCode::invalid_input, "motive_unknown",
                        "/motives/" + std::to_string(motives.size()));
        }
        motives.push_back(*id);
    }
    return motives;
}

} // namespace

Result<QueryDays> days_in_query(http::Request const& request) {
    auto const from = day_in_query(request, "from");
    if (!from) {
        return from.error();
    }
    auto const to = day_in_query(request, "to");
    return to ? Result<QueryDays>(QueryDays{*from, *to}) : to.error();
}

Result<SlotQuery> slots_in_query(http::Request const& request) {
    auto motives = motives_in_query(request);
    if (!motives) {
        return motives.error();
    }
    auto const door = json::parse_enum<Door>(request.query_value("door").value_or(""));
    if (!door) {
        return fail(ErrorCode::invalid_input, "value_unknown", "/door");
    }
    auto const days = days_in_query(request);
    if (!days) {
        return days.error();
    }
    SlotQuery query{std::move(*motives), *door, days->from, days->to, std::nullopt};
    if (auto const moving = request.query_value("moving")) {
        query.moving = AppointmentId::parse(*moving);
        if (!query.moving) {
            return fail(ErrorCode::not_found, "appointment_unknown", "/moving");
        }
    }
    return query;
}

} // namespace parvis::scheduling
