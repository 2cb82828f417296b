// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/response_writer.hpp"

#include "platform/http/status.hpp"
#include "platform/http/target.hpp"

#include <algorithm>
#include <array>
#include <ctime>

namespace parvis::http {

namespace {

void append_field(std::string& out, std::string_view name, std::string_view value) {
    auto const append_clean = [&out](std::string_view text) {
        for (char const c : text) {
            if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) {
                out.push_back(c);
            }
        }
    };
    append_clean(name);
    out += ": ";
    append_clean(value);
    out += "\r\n";
}

/// IMF-fixdate (RFC 9110 section 5.6.7), which is English whatever the locale.
std::string http_date(std::time_t at) {
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm utc{};
    gmtime_r(&at, &utc);
    auto const two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::string(days[static_cast<std::size_t>(utc.tm_wday)]) + ", " + two(utc.tm_mday) + " " +
           months[static_cast<std::size_t>(utc.tm_mon)] + " " + std::to_string(utc.tm_year + 1900) + " " +
           two(utc.tm_hour) + ":" + two(utc.tm_min) + ":" + two(utc.tm_sec) + " GMT";
}

std::string_view without_weakness(std::string_view etag) {
    return etag.starts_with("W/") ? etag.substr(2) : etag;
}

bool names_tag(std::string_view list, std::string_view etag) {
    while (!list.empty()) {
        auto const start = list.find_first_not_of(", \t");
        if (start == std::string_view::npos) {
            return false;
        }
        list.remove_prefix(start);
        auto const end = std::min(list.find(','), list.size());
        auto entry = list.substr(0, end);
        entry = entry.substr(0, entry.find_last_not_of(" \t") + 1);
        if (entry == "*" || without_weakness(entry) == without_weakness(etag)) {
            return true;
        }
        list.remove_prefix(end);
    }
    return false;
}

bool has_content(unsigned status) {
    return status >= 200 && status != 204 && status != 304;
}

} // namespace

std::string header_block(Response const& response, Connection connection) {
    std::string out;
    out.reserve(1024);
    out += "HTTP/1.1 " + std::to_string(response.status) + " ";
    out += status_name(response.status);
    out += "\r\n";
    append_field(out, "Date", http_date(std::time(nullptr)));
    if (has_content(response.status)) {
        append_field(out, "Content-Length", std::to_string(response.content().size()));
    }
    if (!response.content_type.empty()) {
        append_field(out, "Content-Type", response.content_type);
    }
    for (auto const& [name, value] : response.headers) {
        append_field(out, name, value);
    }
    append_field(out, "Connection", connection == Connection::keep_alive ? "keep-alive" : "close");
    out += "\r\n";
    return out;
}

void apply_conditions(Request const& request, Response& response) {
    auto const etag = response.header("ETag");
    auto const wanted = request.header("If-None-Match");
    auto const is_read = request.method == Method::get || request.method == Method::head;
    if (response.status != 200 || !is_read || !etag || !wanted || !names_tag(*wanted, *etag)) {
        return;
    }
    response.status = 304;
    response.content_type.clear();
    response.body.clear();
    response.shared_body.reset();
    std::erase_if(response.headers,
                  [](auto const& field) { return equal_without_case(field.first, "Content-Encoding"); });
}

} // namespace parvis::http
