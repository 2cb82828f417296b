// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/reminders/reminder_routes.hpp"

#include "platform/http/body.hpp"
#include "platform/http/path_id.hpp"

namespace parvis::scheduling {

namespace {

using identity::Caller;

constexpr char messages_path[] = "/api/v1/networks/{network_id}/messages";
constexpr char site_path[] = "/api/v1/sites/{site_id}/messages";
constexpr char try_one_path[] = "/api/v1/messages/try";
constexpr char settle_path[] = "/api/v1/messages/settle";
constexpr char of_appointment_path[] = "/api/v1/appointments/{appointment_id}/messages";
constexpr char retry_path[] = "/api/v1/networks/{network_id}/messages/retry";

} // namespace

void add_reminder_routes(http::Router& router, ReminderService& reminders,
                         http::Authenticate<Caller> const& authenticate) {
    auto const add = [&](http::Method method, char const* path, auto use_case) {
        router.add(method, path,
                   http::guarded<Caller>(
                       authenticate,
                       [&reminders, use_case](Caller const& caller,
                                              http::Request const& request) -> Result<http::Response> {
                           auto const network =
                               http::path_id<NetworkId>(request, "network_id", "network_unknown");
                           return network ? http::json_response(200, (reminders.*use_case)(caller, *network))
                                          : network.error();
                       }));
    };
    add(http::Method::get, messages_path, &ReminderService::report);
    add(http::Method::post, retry_path, &ReminderService::try_again);
    router.add(
        http::Method::get, site_path,
        http::guarded<Caller>(
            authenticate,
            [&reminders](Caller const& caller, http::Request const& request) -> Result<http::Response> {
                auto const site = http::path_id<SiteId>(request, "site_id", "site_unknown");
                return site ? http::json_response(200, reminders.report_of(caller, *site)) : site.error();
            }));
    auto const add_one = [&](char const* path, auto use_case) {
        router.add(http::Method::post, path,
                   http::guarded<Caller>(
                       authenticate,
                       [&reminders, use_case](Caller const& caller,
                                              http::Request const& request) -> Result<http::Response> {
                           auto const which = http::body_as<NamedMessage>(request);
                           auto const done =
                               which ? (reminders.*use_case)(caller, *which) : Result<void>(which.error());
                           return done ? Result<http::Response>(http::Response::no_content()) : done.error();
                       }));
    };
    add_one(try_one_path, &ReminderService::try_one);
    add_one(settle_path, &ReminderService::settle_by_telephone);
    router.add(
        http::Method::get, of_appointment_path,
        http::guarded<Caller>(
            authenticate,
            [&reminders](Caller const& caller, http::Request const& request) -> Result<http::Response> {
                auto const id =
                    http::path_id<AppointmentId>(request, "appointment_id", "appointment_unknown");
                return id ? http::json_response(200, reminders.tellings(caller, *id)) : id.error();
            }));
}

http::RouteDescriptions describe_reminder_routes(json::SchemaBook& book) {
    return {{http::Method::get, messages_path,
             "What people could not be told about their appointments, and why; coordinators, technicians, "
             "administrators. Names nobody.",
             std::nullopt, json::schema<MessageReport>(book)},
            {http::Method::post, retry_path,
             "After a repair: messages that were given up and are still of use are tried again; as above.",
             std::nullopt, json::schema<MessageReport>(book)},
            {http::Method::get, site_path,
             "What people could not be told about appointments at a site; its mediators, and as above.",
             std::nullopt, json::schema<MessageReport>(book)},
            {http::Method::post, try_one_path,
             "Try one that failed now; mediators of the appointment's site, and as above.",
             json::schema<NamedMessage>(book), std::nullopt},
            {http::Method::post, settle_path, "Somebody told them by telephone: seen no more; as above.",
             json::schema<NamedMessage>(book), std::nullopt},
            {http::Method::get, of_appointment_path,
             "What became of telling somebody of their appointment, by each address that they left; whoever "
             "may see it.",
             std::nullopt, json::schema<Tellings>(book)}};
}

} // namespace parvis::scheduling
