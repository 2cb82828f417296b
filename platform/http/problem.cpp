// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/problem.hpp"

#include "platform/http/status.hpp"
#include "platform/json/parse.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace parvis::http {

namespace {

constexpr std::array all_codes{ErrorCode::invalid_input, ErrorCode::unauthenticated, ErrorCode::forbidden,
                               ErrorCode::not_found,     ErrorCode::conflict,        ErrorCode::expired,
                               ErrorCode::rate_limited,  ErrorCode::too_large,       ErrorCode::unavailable,
                               ErrorCode::timeout,       ErrorCode::device_failure,  ErrorCode::unsupported};

/// Reasons whose status HTTP itself names more exactly than their ErrorCode does.
constexpr std::array<std::pair<std::string_view, unsigned>, 6> exact_statuses{{
    {"method_not_allowed", 405},
    {"request_timeout", 408},
    {"host_not_allowed", 421},
    {"upgrade_required", 426},
    {"headers_too_large", 431},
    {"internal_error", 500},
}};

unsigned status_of(ErrorCode code) {
    switch (code) {
    case ErrorCode::invalid_input:
        return 400;
    case ErrorCode::unauthenticated:
        return 401;
    case ErrorCode::forbidden:
        return 403;
    case ErrorCode::not_found:
        return 404;
    case ErrorCode::conflict:
        return 409;
    case ErrorCode::expired:
        return 410;
    case ErrorCode::too_large:
        return 413;
    case ErrorCode::unsupported:
        return 422;
    case ErrorCode::rate_limited:
        return 429;
    case ErrorCode::device_failure:
        return 502;
    case ErrorCode::unavailable:
        return 503;
    case ErrorCode::timeout:
        return 504;
    }
    return 500;
}

std::string text_member(boost::json::object const& object, std::string_view name) {
    auto const* member = object.if_contains(name);
    auto const* text = member != nullptr ? member->if_string() : nullptr;
    return text != nullptr ? std::string(*text) : std::string();
}

std::string retry_after(Error const& error) {
    auto const named =
        std::ranges::find(error.arguments, "retry_after_seconds", [](auto const& a) { return a.first; });
    if (named != error.arguments.end()) {
        return named->second;
    }
    return error.code == ErrorCode::rate_limited ? "1" : "5";
}

} // namespace

unsigned status_of(Error const& error) {
    auto const exact = std::ranges::find(exact_statuses, std::string_view(error.reason),
                                         [](auto const& entry) { return entry.first; });
    return exact != exact_statuses.end() ? exact->second : status_of(error.code);
}

boost::json::object problem(Error const& error, Language language, ProblemText const& text) {
    auto const status = status_of(error);
    auto const title = status_name(status);
    auto detail = text ? text(language, error) : std::string();
    if (detail.empty()) {
        detail = title;
    }
    boost::json::object out;
    out.emplace("type", "urn:parvis:problem:" + error.reason);
    out.emplace("title", title);
    out.emplace("status", status);
    out.emplace("detail", detail);
    out.emplace("code", error.reason);
    out.emplace("kind", to_string(error.code));
    if (!error.pointer.empty()) {
        out.emplace("pointer", error.pointer);
    }
    if (!error.arguments.empty()) {
        boost::json::object arguments;
        for (auto const& [name, value] : error.arguments) {
            arguments.insert_or_assign(name, value);
        }
        out.emplace("arguments", std::move(arguments));
    }
    return out;
}

Error error_of(boost::json::object const& problem) {
    Error error;
    error.code = ErrorCode::unavailable;
    error.reason = text_member(problem, "code");
    error.pointer = text_member(problem, "pointer");
    auto const kind = text_member(problem, "kind");
    auto const* status = problem.if_contains("status");
    for (auto const code : all_codes) {
        auto const same_status = kind.empty() && status != nullptr && status->is_int64() &&
                                 static_cast<std::int64_t>(status_of(code)) == status->get_int64();
        if (to_string(code) == kind || same_status) {
            error.code = code;
        }
    }
    if (auto const* arguments = problem.if_contains("arguments");
        arguments != nullptr && arguments->is_object()) {
        for (auto const& [name, value] : arguments->get_object()) {
            if (auto const* held = value.if_string()) {
                error.arguments.emplace_back(name, *held);
            }
        }
    }
    return error;
}

Response problem_response(Error const& error, Language language, ProblemText const& text) {
    Response response;
    response.status = status_of(error);
    response.content_type = "application/problem+json";
    response.body = json::serialize(problem(error, language, text));
    response.headers.emplace_back("Content-Language", tag(language));
    response.headers.emplace_back("Cache-Control", "no-store");
    if (error.code == ErrorCode::rate_limited || response.status == 503) {
        response.headers.emplace_back("Retry-After", retry_after(error));
    }
    return response;
}

} // namespace parvis::http
