// SPDX-License-Identifier: EUPL-1.2
// What a server does for a request once it is read: handlers, files, problems, the line in the log.
#include "platform/http/listener.hpp"
#include "platform/http/workers_run.hpp"
#include "platform/log/log.hpp"

namespace parvis::http {

namespace asio = boost::asio;

asio::awaitable<Result<Response>> Server::Listener::call(std::shared_ptr<Listener> self, Route const* route,
                                                         std::shared_ptr<Request const> request) {
    auto const& limits = self->options.limits;
    try {
        if (route->options.runs_on == RunsOn::io) {
            co_return route->handler(*request);
        }
        if (self->workers.waiting() >= limits.waiting_jobs) {
            co_return fail(ErrorCode::unavailable, "server_busy");
        }
        // The handler may outlast the connection: it holds what it uses.
        auto job = [self, route, request] { return route->handler(*request); };
        auto const patience = route->options.time_limit.value_or(limits.handler_time);
        auto outcome = co_await run(self->workers, std::move(job), patience);
        if (!outcome) {
            co_return fail(ErrorCode::timeout, "handler_timeout");
        }
        co_return std::move(*outcome);
    } catch (std::exception const& cause) {
        log::error("handler_failed", {{"route", route->pattern}, {"cause", cause.what()}});
    }
    co_return fail(ErrorCode::unavailable, "internal_error");
}

asio::awaitable<Response> Server::Listener::answer_file(std::shared_ptr<Listener> self,
                                                        std::shared_ptr<Request const> request,
                                                        StaticFiles* files, std::vector<std::string> below) {
    if (request->method != Method::get && request->method != Method::head) {
        auto refusal = self->problem(*request, fail(ErrorCode::invalid_input, "method_not_allowed"));
        refusal.set_header("Allow", "GET, HEAD");
        co_return refusal;
    }
    if (!files->contains(below)) {
        auto const query = request->query.empty() ? "" : "?" + request->query;
        co_return Response::redirect(request->path + "/" + query, 308);
    }
    auto const accepted = request->header("Accept-Encoding").value_or("");
    try {
        if (files->is_ready(below, accepted)) {
            co_return files->respond(below, accepted);
        }
        auto job = [files, below, accepted] { return files->respond(below, accepted); };
        auto outcome = co_await run(self->workers, std::move(job), self->options.limits.handler_time);
        if (!outcome) {
            co_return self->problem(*request, fail(ErrorCode::timeout, "handler_timeout"));
        }
        co_return std::move(*outcome);
    } catch (std::exception const& cause) {
        log::error("file_unreadable", {{"cause", cause.what()}});
    }
    co_return self->problem(*request, fail(ErrorCode::unavailable, "internal_error"));
}

Response Server::Listener::problem(Request const& request, Error const& error) const {
    return problem_response(error, request.language, options.problem_text);
}

void Server::Listener::report(Request const& request, unsigned status, std::string const& route,
                              std::chrono::steady_clock::time_point began, std::size_t bytes) const {
    auto const duration =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
    auto const write = route == "static" && status < 400 ? log::debug : log::info;
    write("request", {{"method", to_string(request.method)},
                      {"route", route},
                      {"status", status},
                      {"ms", static_cast<double>(duration.count()) / 1000.0},
                      {"bytes", bytes}});
    if (options.answered) {
        options.answered({route, request.method, status, duration, bytes});
    }
}

} // namespace parvis::http
