// SPDX-License-Identifier: EUPL-1.2
// Handlers that only a known caller reaches. `Caller` is whatever the program knows of whoever asks.
#pragma once

#include "platform/http/router.hpp"

#include <functional>
#include <utility>

namespace parvis::http {

/// Finds who sent a request. Worker thread.
template <class Caller>
using Authenticate = std::function<Result<Caller>(Request const&)>;

/// Requests that change something must carry the header X-Parvis-Request, which no other site can add (with a
/// SameSite=Strict cookie the second lock against forged requests). Error: forbidden
/// "request_header_missing".
inline Result<void> refuse_forged(Request const& request) {
    bool const changes = request.method != Method::get && request.method != Method::head;
    if (changes && !request.header("X-Parvis-Request")) {
        return fail(ErrorCode::forbidden, "request_header_missing");
    }
    return {};
}

template <class Caller>
Handler guarded(Authenticate<Caller> authenticate,
                std::function<Result<Response>(Caller const&, Request const&)> handler) {
    return [authenticate = std::move(authenticate),
            handler = std::move(handler)](Request const& request) -> Result<Response> {
        if (auto const own = refuse_forged(request); !own) {
            return own.error();
        }
        auto const caller = authenticate(request);
        return caller ? handler(*caller, request) : caller.error();
    };
}

/// Adds guarded routes whose handlers get the services of a feature (copied), the caller and the request.
/// Lives no longer than the authenticator that it was given.
template <class Services, class Caller>
class ServiceRoutes {
  public:
    ServiceRoutes(Router& router, Services services, Authenticate<Caller> const& authenticate)
        : router_(router), services_(services), authenticate_(authenticate) {}

    template <class ServiceHandler>
    void operator()(Method method, char const* path, ServiceHandler handler) {
        router_.add(method, path,
                    guarded<Caller>(authenticate_, [services = services_, handler](Caller const& caller,
                                                                                   Request const& request) {
                        return handler(services, caller, request);
                    }));
    }

  private:
    Router& router_;
    Services services_;
    Authenticate<Caller> const& authenticate_;
};

} // namespace parvis::http
