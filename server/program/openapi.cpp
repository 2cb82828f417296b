// SPDX-License-Identifier: EUPL-1.2
#include "server/program/openapi.hpp"

#include "kiosk_protocol/kiosk_queue.hpp"
#include "kiosk_protocol/page_link.hpp"
#include "platform/http/route_description.hpp"
#include "platform/json/json.hpp"
#include "server/fleet/self_test_routes.hpp"
#include "server/identity/account_routes.hpp"
#include "server/identity/pairing_routes.hpp"
#include "server/interview/console_link.hpp"
#include "server/interview/home_link.hpp"
#include "server/interview/interview_routes.hpp"
#include "server/network/network_routes.hpp"
#include "server/places/place_routes.hpp"
#include "server/poster/poster_routes.hpp"
#include "server/program/version.hpp"
#include "server/publication/publication_routes.hpp"
#include "server/queue/arrival_routes.hpp"
#include "server/queue/home_visit_routes.hpp"
#include "server/queue/queue_routes.hpp"
#include "server/queue/wall_routes.hpp"
#include "server/scheduling/appointments/appointment_routes.hpp"
#include "server/scheduling/appointments/public_booking_routes.hpp"
#include "server/scheduling/feeds/calendar_feed_routes.hpp"
#include "server/scheduling/feeds/webhook_routes.hpp"
#include "server/scheduling/reminders/reminder_routes.hpp"
#include "server/scheduling/rota/rota_routes.hpp"
#include "server/scheduling/supply/supply_routes.hpp"
#include "server/scheduling/unmet/unmet_count_routes.hpp"
#include "server/scheduling/waiting/waiting_routes.hpp"
#include "server/scheduling/walk_in/walk_in_routes.hpp"

#include <algorithm>
#include <variant>

namespace parvis {
namespace {

using boost::json::array;
using boost::json::object;

/// RFC 9457, with the members that platform/http adds.
struct Problem {
    std::string type;
    std::string title;
    std::int32_t status{};
    std::string detail;
    std::string code;
    std::string kind;
    std::optional<std::string> pointer;
    std::optional<std::map<std::string, std::string>> arguments;
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, detail, code, kind, pointer, arguments))

/// "/a/{b}/c" names one parameter, b; those of the query follow.
array parameters_of(http::RouteDescription const& route) {
    array parameters;
    auto const& path = route.path;
    for (auto open = path.find('{'); open != std::string::npos; open = path.find('{', open + 1)) {
        auto const close = path.find('}', open);
        parameters.push_back(object{{"name", path.substr(open + 1, close - open - 1)},
                                    {"in", "path"},
                                    {"required", true},
                                    {"schema", object{{"type", "string"}}}});
    }
    for (auto const& field : route.query) {
        parameters.push_back(object{{"name", field.name},
                                    {"in", "query"},
                                    {"required", field.required},
                                    {"schema", object{{"type", "string"}}}});
    }
    return parameters;
}

object content(std::string const& media_type, object schema) {
    return {{media_type, object{{"schema", std::move(schema)}}}};
}

object operation(http::RouteDescription const& route, object const& problem) {
    object responses;
    if (route.response) {
        responses["200"] =
            object{{"description", "Done"}, {"content", content("application/json", *route.response)}};
    } else if (!route.media_type.empty()) {
        responses["200"] =
            object{{"description", "Done"}, {"content", content(route.media_type, {{"type", "string"}})}};
    } else {
        responses["204"] = object{{"description", "Done"}};
    }
    responses["default"] =
        object{{"description", "Refused"}, {"content", content("application/problem+json", problem)}};
    object described{{"summary", route.summary}, {"responses", std::move(responses)}};
    if (auto parameters = parameters_of(route); !parameters.empty()) {
        described["parameters"] = std::move(parameters);
    }
    if (route.request) {
        described["requestBody"] =
            object{{"required", true}, {"content", content("application/json", *route.request)}};
    }
    return described;
}

http::RouteDescriptions all_routes(json::SchemaBook& book) {
    auto routes = identity::describe_account_routes(book);
    for (auto more : {identity::describe_pairing_routes(book),
                      fleet::describe_self_test_routes(book),
                      network::describe_network_routes(book),
                      interview::describe_interview_routes(book),
                      queue::describe_queue_routes(book),
                      queue::describe_arrival_routes(book),
                      queue::describe_home_visit_routes(book),
                      queue::describe_wall_routes(book),
                      scheduling::describe_planning_routes(book),
                      scheduling::describe_rota_routes(book),
                      scheduling::describe_appointment_routes(book),
                      scheduling::describe_public_booking_routes(book),
                      scheduling::describe_reminder_routes(book),
                      scheduling::describe_calendar_feed_routes(book),
                      scheduling::describe_webhook_routes(book),
                      places::describe_place_routes(book),
                      poster::describe_poster_routes(book),
                      publication::describe_publication_routes(book),
                      scheduling::describe_unmet_count_routes(book),
                      scheduling::describe_waiting_routes(book),
                      scheduling::describe_walk_in_routes(book)}) {
        std::ranges::move(more, std::back_inserter(routes));
    }
    std::ranges::stable_sort(routes, {}, &http::RouteDescription::path);
    return routes;
}

void describe_kiosk_link(json::SchemaBook& book) {
    namespace to = kiosk_protocol::to_kiosk;
    namespace from = kiosk_protocol::from_kiosk;
    json::named_schema<std::variant<to::Snapshot, to::Tiles, to::Interview, to::Signal, to::Bell, to::Queue,
                                    to::RunSelfTest>>(book, "ToKiosk");
    json::named_schema<std::variant<from::Ring, from::Withdraw, from::Answer, from::Leave, from::Signal,
                                    from::Bell, from::Devices, from::SelfTested, from::Records>>(book,
                                                                                                 "FromKiosk");
    json::named_schema<std::variant<to::Snapshot, to::Interview, to::Signal, interview::to_home::Grant>>(
        book, "ToHome");
    json::named_schema<std::variant<from::Withdraw, from::Answer, from::Leave, from::Signal, from::Records>>(
        book, "FromHome");
}

void describe_page_link(json::SchemaBook& book) {
    namespace to = kiosk_protocol::to_page;
    namespace from = kiosk_protocol::from_page;
    json::named_schema<std::variant<
        to::Snapshot, to::LinkChanged, to::PairingChanged, to::Tiles, to::Interview, to::Signal, to::Bell,
        kiosk_protocol::to_kiosk::Queue, to::Devices, to::ScanStarted, to::PageScanned, to::ScanFinished,
        to::ScanFailed, to::PaperReady, to::CommandFailed, to::PrintChanged, to::Wiped>>(book, "ToPage");
    json::named_schema<std::variant<
        from::Ring, from::Withdraw, from::Answer, from::Leave, from::Signal, from::Bell, from::PageDevices,
        from::Scan, from::CancelScan, from::DecidePage, from::Retouch, from::Assemble, from::DropPaper,
        from::ShowPaper, from::Print, from::CancelPrint, from::Wipe, from::RunSelfTest>>(book, "FromPage");
}

void describe_console_link(json::SchemaBook& book) {
    namespace to = interview::to_adviser;
    namespace from = interview::from_adviser;
    namespace desk = interview::from_desk;
    json::named_schema<std::variant<to::Snapshot, to::AvailabilityChanged, to::Rings, to::Kiosks,
                                    to::Interview, to::Signal, queue::to_console::QueueLine,
                                    queue::to_console::HeldTicket, queue::to_console::AppointmentsChanged>>(
        book, "ToAdviser");
    json::named_schema<
        std::variant<from::SetAvailability, from::AcceptRing, from::CallKiosk, from::CancelCall,
                     from::EndInterview, from::Signal, from::MediaConnected>>(book, "FromAdviser");
    json::named_schema<
        std::variant<interview::to_desk::Snapshot, interview::to_desk::Kiosks, queue::to_console::QueueLine>>(
        book, "ToDesk");
    json::named_schema<std::variant<queue::to_wall::Snapshot, queue::to_wall::Lines>>(book, "ToWall");
    json::named_schema<
        std::variant<desk::ConnectKiosk, desk::CancelRing, desk::AnswerCall, desk::AnswerBell>>(book,
                                                                                                "FromDesk");
}

} // namespace

object openapi_document() {
    json::SchemaBook book;
    auto const problem = json::schema<Problem>(book);
    object paths;
    for (auto const& route : all_routes(book)) {
        auto& path = paths[route.path];
        if (path.is_null()) {
            path = object{};
        }
        std::string method(http::to_string(route.method));
        std::ranges::transform(method, method.begin(),
                               [](char c) { return static_cast<char>(std::tolower(c)); });
        path.as_object()[method] = operation(route, problem);
    }
    describe_kiosk_link(book);
    describe_page_link(book);
    describe_console_link(book);
    return {{"openapi", "3.1.0"},
            {"info", object{{"title", "Parvis"},
                            {"version", version},
                            {"description",
                             "Networks of public-service video counters. The messages of the links are "
                             "told in life-cycle order in docs/realtime.md."},
                            {"license", object{{"name", "EUPL-1.2"}, {"identifier", "EUPL-1.2"}}}}},
            {"paths", std::move(paths)},
            {"components", object{{"schemas", book.components()}}}};
}

} // namespace parvis
