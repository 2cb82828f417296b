// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/message.hpp"

#include "platform/http/target.hpp"
#include "platform/json/parse.hpp"

#include <algorithm>
#include <stdexcept>

namespace parvis::http {

std::string_view to_string(Method method) {
    switch (method) {
    case Method::get:
        return "GET";
    case Method::head:
        return "HEAD";
    case Method::post:
        return "POST";
    case Method::put:
        return "PUT";
    case Method::patch:
        return "PATCH";
    case Method::delete_:
        return "DELETE";
    case Method::options:
        return "OPTIONS";
    case Method::other:
        break;
    }
    return "";
}

Method method_named(std::string_view name) {
    for (auto const method : {Method::get, Method::head, Method::post, Method::put, Method::patch,
                              Method::delete_, Method::options}) {
        if (to_string(method) == name) {
            return method;
        }
    }
    return Method::other;
}

std::string allow_list(std::vector<Method> const& methods) {
    std::string out;
    for (auto const method : methods) {
        out += out.empty() ? "" : ", ";
        out += to_string(method);
        out += method == Method::get ? ", HEAD" : "";
    }
    return out;
}

void Headers::add(std::string name, std::string value) {
    fields_.emplace_back(std::move(name), std::move(value));
}

std::optional<std::string> Headers::find(std::string_view name) const {
    auto const found = std::ranges::find_if(
        fields_, [&](auto const& field) { return equal_without_case(field.first, name); });
    return found == fields_.end() ? std::nullopt : std::optional(found->second);
}

void Params::add(std::string name, std::string value) {
    values_.emplace_back(std::move(name), std::move(value));
}

std::string const& Params::at(std::string_view name) const {
    auto const found = std::ranges::find(values_, name, &std::pair<std::string, std::string>::first);
    if (found == values_.end()) {
        throw std::out_of_range("the route has no parameter " + std::string(name));
    }
    return found->second;
}

std::optional<std::string> Request::cookie(std::string_view name) const {
    auto const is_space = [](char c) { return c == ' ' || c == '\t'; };
    for (auto const& [field, value] : headers.all()) {
        if (!equal_without_case(field, "Cookie")) {
            continue;
        }
        std::string_view rest = value;
        while (!rest.empty()) {
            auto const end = std::min(rest.find(';'), rest.size());
            auto pair = rest.substr(0, end);
            rest.remove_prefix(std::min(end + 1, rest.size()));
            while (!pair.empty() && is_space(pair.front())) {
                pair.remove_prefix(1);
            }
            auto const equals = pair.find('=');
            if (equals != std::string_view::npos && pair.substr(0, equals) == name) {
                return std::string(pair.substr(equals + 1));
            }
        }
    }
    return std::nullopt;
}

std::optional<std::string> Request::query_value(std::string_view name) const {
    return find_query_value(query, name);
}

Result<boost::json::value> Request::json_body() const {
    if (body.empty()) {
        return fail(ErrorCode::invalid_input, "body_missing");
    }
    auto const type = header("Content-Type").value_or("");
    auto const media = std::string_view(type).substr(0, type.find_first_of("; "));
    if (!equal_without_case(media, "application/json")) {
        return fail(ErrorCode::invalid_input, "content_type_not_json");
    }
    return json::parse(body, body.size());
}

Response Response::json(unsigned status, boost::json::value const& value) {
    Response response;
    response.status = status;
    response.content_type = "application/json";
    response.body = json::serialize(value);
    return response;
}

Response Response::no_content() {
    Response response;
    response.status = 204;
    return response;
}

Response Response::text(unsigned status, std::string body) {
    Response response;
    response.status = status;
    response.content_type = "text/plain; charset=utf-8";
    response.body = std::move(body);
    return response;
}

Response Response::redirect(std::string location, unsigned status) {
    Response response;
    response.status = status;
    response.headers.emplace_back("Location", std::move(location));
    return response;
}

std::optional<std::string> Response::header(std::string_view name) const {
    auto const found = std::ranges::find_if(
        headers, [&](auto const& field) { return equal_without_case(field.first, name); });
    return found == headers.end() ? std::nullopt : std::optional(found->second);
}

void Response::set_header(std::string name, std::string value) {
    std::erase_if(headers, [&](auto const& field) { return equal_without_case(field.first, name); });
    headers.emplace_back(std::move(name), std::move(value));
}

std::string set_cookie(Cookie const& cookie) {
    auto const refuse = [](char c) {
        return c <= ' ' || c >= 0x7f || c == ',' || c == ';' || c == '\\' || c == '"';
    };
    if (cookie.name.empty() || std::ranges::any_of(cookie.name, refuse) ||
        cookie.name.find('=') != std::string::npos || std::ranges::any_of(cookie.value, refuse) ||
        std::ranges::any_of(cookie.path, refuse)) {
        throw std::invalid_argument("a cookie cannot carry these characters: " + cookie.name);
    }
    auto text = cookie.name + "=" + cookie.value + "; Path=" + cookie.path;
    if (cookie.max_age_seconds) {
        text += "; Max-Age=" + std::to_string(*cookie.max_age_seconds);
    }
    if (cookie.http_only) {
        text += "; HttpOnly";
    }
    if (cookie.secure) {
        text += "; Secure";
    }
    text += cookie.same_site == SameSite::strict ? "; SameSite=Strict" : "; SameSite=Lax";
    return text;
}

} // namespace parvis::http
