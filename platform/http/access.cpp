// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/access.hpp"

#include "platform/http/target.hpp"

#include <algorithm>
#include <array>

namespace parvis::http {

namespace {

/// Nothing inline, nothing from elsewhere, in no frame. Pictures and media made by the page itself (blob:,
/// data:) are the scanned papers and the camera.
constexpr std::array<std::pair<std::string_view, std::string_view>, 13> directives{{
    {"default-src", "'self'"},
    {"script-src", "'self'"},
    {"style-src", "'self'"},
    {"img-src", "'self' data: blob:"},
    {"media-src", "'self' blob:"},
    {"font-src", "'self'"},
    {"connect-src", "'self'"},
    {"worker-src", "'self'"},
    {"frame-src", "'self' blob:"},
    {"object-src", "'none'"},
    {"base-uri", "'none'"},
    {"form-action", "'self'"},
    {"frame-ancestors", "'none'"},
}};

/// What a page gets when ServerOptions::page_features says so.
constexpr std::array<std::string_view, 4> asked_features{"camera", "microphone", "geolocation",
                                                         "display-capture"};

std::string policy(std::vector<std::pair<std::string, std::string>> const& additions) {
    std::string out;
    auto const append = [&](std::string_view name, std::string_view sources) {
        out += out.empty() ? "" : "; ";
        out += name;
        for (auto const& [added_to, source] : additions) {
            if (added_to == name && sources == "'none'") {
                sources = "";
            }
        }
        if (!sources.empty()) {
            out += " ";
            out += sources;
        }
        for (auto const& [added_to, source] : additions) {
            if (added_to == name) {
                out += " " + source;
            }
        }
    };
    for (auto const& [name, sources] : directives) {
        append(name, sources);
    }
    return out;
}

bool is_safe(Method method) {
    return method == Method::get || method == Method::head || method == Method::options;
}

/// "https://a.example:8443" -> "a.example:8443"; "" for "null" and other opaque origins.
std::string_view host_of(std::string_view origin) {
    auto const at = origin.find("://");
    return at == std::string_view::npos ? std::string_view() : origin.substr(at + 3);
}

void set_default(Response& response, std::string_view name, std::string_view value) {
    if (!response.header(name)) {
        response.headers.emplace_back(name, value);
    }
}

} // namespace

Access::Access(std::vector<std::string> allowed_hosts, std::vector<std::string> allowed_origins,
               std::vector<std::pair<std::string, std::string>> const& content_security,
               std::vector<std::pair<std::string, std::string>> page_features)
    : allowed_hosts_(std::move(allowed_hosts)), allowed_origins_(std::move(allowed_origins)),
      content_security_(policy(content_security)), page_features_(std::move(page_features)) {}

std::optional<Error> Access::refuse(Request const& request, bool is_link) const {
    auto const& fields = request.headers.all();
    auto const hosts = std::ranges::count_if(
        fields, [](auto const& field) { return equal_without_case(field.first, "Host"); });
    if (hosts != 1) {
        return fail(ErrorCode::invalid_input, "host_missing");
    }
    auto const same = [](std::string const& wanted) {
        return [&wanted](std::string const& listed) { return equal_without_case(listed, wanted); };
    };
    if (!allowed_hosts_.empty() && std::ranges::none_of(allowed_hosts_, same(request.host))) {
        return fail(ErrorCode::invalid_input, "host_not_allowed");
    }
    auto const origin = request.header("Origin");
    auto const is_checked = is_link || !is_safe(request.method);
    if (allowed_origins_.empty()) {
        if (origin && is_checked && !equal_without_case(host_of(*origin), request.host)) {
            return fail(ErrorCode::forbidden, "origin_not_allowed");
        }
        return std::nullopt;
    }
    if (origin ? std::ranges::none_of(allowed_origins_, same(*origin)) : is_checked) {
        return fail(ErrorCode::forbidden, "origin_not_allowed");
    }
    return std::nullopt;
}

std::string Access::permissions_of(std::string_view path) const {
    std::string out = "autoplay=(self), fullscreen=(self), payment=(), usb=()";
    for (auto const feature : asked_features) {
        bool const is_given = std::ranges::any_of(page_features_, [&](auto const& given) {
            return path.starts_with(given.first) && given.second == feature;
        });
        out += ", " + std::string(feature) + (is_given ? "=(self)" : "=()");
    }
    return out;
}

void Access::add_security_headers(Response& response, std::string_view path, bool secure) const {
    set_default(response, "Content-Security-Policy", content_security_);
    set_default(response, "X-Content-Type-Options", "nosniff");
    set_default(response, "Referrer-Policy", "same-origin");
    set_default(response, "Permissions-Policy", permissions_of(path));
    set_default(response, "Cross-Origin-Opener-Policy", "same-origin");
    set_default(response, "Cross-Origin-Resource-Policy", "same-origin");
    if (secure) {
        set_default(response, "Strict-Transport-Security", "max-age=31536000");
    }
}

} // namespace parvis::http
