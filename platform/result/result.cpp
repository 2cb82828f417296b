// SPDX-License-Identifier: EUPL-1.2
#include "platform/result/result.hpp"

namespace parvis {

std::string_view to_string(ErrorCode code) {
    switch (code) {
    case ErrorCode::invalid_input:
        return "invalid_input";
    case ErrorCode::unauthenticated:
        return "unauthenticated";
    case ErrorCode::forbidden:
        return "forbidden";
    case ErrorCode::not_found:
        return "not_found";
    case ErrorCode::conflict:
        return "conflict";
    case ErrorCode::expired:
        return "expired";
    case ErrorCode::rate_limited:
        return "rate_limited";
    case ErrorCode::too_large:
        return "too_large";
    case ErrorCode::unavailable:
        return "unavailable";
    case ErrorCode::timeout:
        return "timeout";
    case ErrorCode::device_failure:
        return "device_failure";
    case ErrorCode::unsupported:
        return "unsupported";
    }
    return "unknown";
}

std::string describe(Error const& error) {
    std::string line(to_string(error.code));
    line += ' ' + error.reason;
    if (!error.pointer.empty()) {
        line += " at " + error.pointer;
    }
    if (!error.arguments.empty()) {
        line += " (";
        for (auto const& [name, value] : error.arguments) {
            line += (line.back() == '(' ? "" : ", ") + name + '=' + value;
        }
        line += ')';
    }
    return line;
}

Error fail(ErrorCode code, std::string reason, std::string pointer, ErrorArguments arguments) {
    return {code, std::move(reason), std::move(pointer), std::move(arguments)};
}

namespace result_access {

void no_value(Error const& error) {
    throw BadResultAccess("the value of a failed result was asked for: " + describe(error));
}

void no_error() {
    throw BadResultAccess("the error of a successful result was asked for");
}

} // namespace result_access
} // namespace parvis
