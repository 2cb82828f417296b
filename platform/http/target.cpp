// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/target.hpp"

#include <boost/url/decode_view.hpp>
#include <boost/url/params_encoded_view.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/parse_query.hpp>
#include <boost/url/url_view.hpp>
#include <unicode/utf8.h>

#include <algorithm>

namespace parvis::http {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_utf8(std::string const& text) {
    std::int32_t at = 0;
    auto const size = static_cast<std::int32_t>(text.size());
    auto const* bytes = reinterpret_cast<std::uint8_t const*>(text.data());
    while (at < size) {
        UChar32 point = 0;
        U8_NEXT(bytes, at, size, point);
        if (point < 0) {
            return false;
        }
    }
    return true;
}

bool is_plain_segment(std::string const& segment) {
    auto const forbidden = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '/' || c == '\\';
    };
    return segment != "." && segment != ".." && std::ranges::none_of(segment, forbidden) && is_utf8(segment);
}

std::string decoded(boost::urls::pct_string_view encoded, bool plus_is_space) {
    boost::urls::encoding_opts options;
    options.space_as_plus = plus_is_space;
    std::string out;
    out.reserve(encoded.size());
    for (char const c : boost::urls::decode_view(encoded, options)) {
        out.push_back(c);
    }
    return out;
}

} // namespace

bool equal_without_case(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

Result<Target> parse_target(std::string_view target) {
    auto const malformed = [] { return fail(ErrorCode::invalid_input, "target_malformed"); };
    auto const url = boost::urls::parse_origin_form(target);
    if (!url) {
        return malformed();
    }
    Target out;
    out.path = std::string(url->encoded_path());
    out.query = std::string(url->encoded_query());
    std::string_view rest = out.path;
    while (!rest.empty()) {
        rest.remove_prefix(1);
        auto const end = std::min(rest.find('/'), rest.size());
        auto const encoded = boost::urls::make_pct_string_view(rest.substr(0, end));
        if (!encoded) {
            return malformed();
        }
        auto segment = decoded(*encoded, false);
        if (!is_plain_segment(segment)) {
            return malformed();
        }
        out.segments.push_back(std::move(segment));
        rest.remove_prefix(end);
    }
    return out;
}

std::optional<std::string> find_query_value(std::string_view query, std::string_view name) {
    auto const params = boost::urls::parse_query(query);
    if (!params) {
        return std::nullopt;
    }
    for (auto const& param : *params) {
        if (decoded(param.key, true) == name) {
            return decoded(param.value, true);
        }
    }
    return std::nullopt;
}

Result<LinkUrl> parse_link_url(std::string_view text) {
    auto const invalid = [&] {
        return fail(ErrorCode::invalid_input, "url_invalid", {}, {{"url", std::string(text)}});
    };
    auto const url = boost::urls::parse_uri(text);
    if (!url || (url->scheme() != "ws" && url->scheme() != "wss") || url->encoded_host().empty() ||
        url->has_userinfo() || url->has_fragment()) {
        return invalid();
    }
    LinkUrl out;
    out.secure = url->scheme() == "wss";
    out.host = url->host_address();
    out.port = url->has_port() ? std::string(url->port()) : (out.secure ? "443" : "80");
    out.authority = std::string(url->encoded_host_and_port());
    out.path = url->encoded_path().empty() ? "/" : std::string(url->encoded_path());
    if (url->has_query()) {
        out.path += "?" + std::string(url->encoded_query());
    }
    return out;
}

} // namespace parvis::http
