// SPDX-License-Identifier: EUPL-1.2
// Which handler answers which method and path.
#pragma once

#include "platform/http/message.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace parvis::http {

/// An Error becomes RFC 9457 problem+json in the caller's language, an exception problem "internal_error"
/// (500).
using Handler = std::function<Result<Response>(Request const&)>;

/// worker: may block. io: must not block; for answers from memory (health, metrics), even when all workers
/// are busy.
enum class RunsOn { worker, io };

struct RouteOptions {
    std::optional<std::size_t> max_body_bytes{};           ///< instead of Limits::body_bytes
    std::optional<std::chrono::milliseconds> time_limit{}; ///< instead of Limits::handler_time
    RunsOn runs_on = RunsOn::worker;
};

struct Route {
    Method method;
    std::string pattern; ///< also the name of the route in logs and metrics
    Handler handler;
    RouteOptions options;
    std::vector<std::string> segments;
};

/// Filled before the server starts, constant afterwards.
class Router {
  public:
    /// `pattern` is like "/api/v1/kiosks/{kiosk_id}/revoke"; `{name}` matches exactly one non-empty segment;
    /// a literal segment wins over a parameter. HEAD is answered by the GET route. Throws
    /// std::invalid_argument for a pattern that does not start with "/", repeats a parameter, or is there
    /// already.
    void add(Method method, std::string pattern, Handler handler, RouteOptions options = {});
    void get(std::string pattern, Handler handler, RouteOptions options = {});
    void post(std::string pattern, Handler handler, RouteOptions options = {});

    struct Match {
        Route const* route = nullptr; ///< null: nothing there, or not for this method
        Params params;
        std::vector<Method> allowed; ///< methods of that path when only the method was wrong (405)
    };
    /// `segments` are percent-decoded: "/a/b" is {"a", "b"}.
    Match match(Method method, std::vector<std::string> const& segments) const;
    std::vector<Route> const& routes() const { return routes_; }

  private:
    std::vector<Route> routes_;
};

} // namespace parvis::http
