// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/home_visit_routes.hpp"

#include "platform/http/body.hpp"
#include "platform/http/guarded.hpp"

namespace parvis::queue {

namespace {

constexpr char read_path[] = "/api/v1/public/visit";
constexpr char arrive_path[] = "/api/v1/public/visit/arrive";

template <class Form>
void add(http::Router& router, char const* path, HomeVisitService& visits,
         Result<HomeVisit> (HomeVisitService::*use_case)(std::string const&, Form const&)) {
    router.post(path, [&visits, use_case](http::Request const& request) -> Result<http::Response> {
        if (auto const own = http::refuse_forged(request); !own) {
            return own.error();
        }
        auto const form = http::body_as<Form>(request);
        return form ? http::json_response(200, (visits.*use_case)(request.client_address, *form))
                    : form.error();
    });
}

} // namespace

void add_home_visit_routes(http::Router& router, HomeVisitService& visits) {
    add(router, read_path, visits, &HomeVisitService::read);
    add(router, arrive_path, visits, &HomeVisitService::arrive);
}

http::RouteDescriptions describe_home_visit_routes(json::SchemaBook& book) {
    using json::schema;
    return {
        {http::Method::post, read_path,
         "An appointment from home by its code, and how one stands in the line; wrong codes make one wait.",
         schema<scheduling::CodeForm>(book), schema<HomeVisit>(book)},
        {http::Method::post, arrive_path,
         "\"I am there\": from half an hour before the appointment; as above.", schema<HomeArrivalForm>(book),
         schema<HomeVisit>(book)},
    };
}

} // namespace parvis::queue
