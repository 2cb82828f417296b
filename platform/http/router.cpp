// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/router.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace parvis::http {

namespace {

bool is_parameter(std::string const& segment) {
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

std::vector<std::string> split(std::string const& pattern) {
    if (!pattern.starts_with('/')) {
        throw std::invalid_argument("a route begins with /: " + pattern);
    }
    std::vector<std::string> segments;
    std::set<std::string> names;
    for (std::size_t at = 1; at <= pattern.size();) {
        auto const end = std::min(pattern.find('/', at), pattern.size());
        auto segment = pattern.substr(at, end - at);
        if (is_parameter(segment) && !names.insert(segment).second) {
            throw std::invalid_argument("a route names a parameter twice: " + pattern);
        }
        segments.push_back(std::move(segment));
        at = end + 1;
    }
    return segments;
}

/// Nothing when it does not match, else the number of literal segments.
std::optional<std::size_t> literal_matches(std::vector<std::string> const& route,
                                           std::vector<std::string> const& wanted) {
    if (route.size() != wanted.size()) {
        return std::nullopt;
    }
    std::size_t literals = 0;
    for (std::size_t i = 0; i < route.size(); ++i) {
        if (is_parameter(route[i])) {
            if (wanted[i].empty()) {
                return std::nullopt;
            }
        } else if (route[i] == wanted[i]) {
            ++literals;
        } else {
            return std::nullopt;
        }
    }
    return literals;
}

} // namespace

void Router::add(Method method, std::string pattern, Handler handler, RouteOptions options) {
    auto segments = split(pattern);
    auto const is_there = [&](Route const& route) {
        return route.method == method && route.pattern == pattern;
    };
    if (std::ranges::any_of(routes_, is_there)) {
        throw std::invalid_argument("this route is there already: " + std::string(to_string(method)) + " " +
                                    pattern);
    }
    routes_.push_back({method, std::move(pattern), std::move(handler), options, std::move(segments)});
}

void Router::get(std::string pattern, Handler handler, RouteOptions options) {
    add(Method::get, std::move(pattern), std::move(handler), options);
}

void Router::post(std::string pattern, Handler handler, RouteOptions options) {
    add(Method::post, std::move(pattern), std::move(handler), options);
}

Router::Match Router::match(Method method, std::vector<std::string> const& segments) const {
    Match out;
    auto const wanted = method == Method::head ? Method::get : method;
    std::optional<std::size_t> best;
    for (auto const& route : routes_) {
        auto const literals = literal_matches(route.segments, segments);
        if (!literals) {
            continue;
        }
        if (std::ranges::find(out.allowed, route.method) == out.allowed.end()) {
            out.allowed.push_back(route.method);
        }
        if (route.method == wanted && (!best || *literals > *best)) {
            best = literals;
            out.route = &route;
        }
    }
    if (out.route != nullptr) {
        out.allowed.clear();
        for (std::size_t i = 0; i < segments.size(); ++i) {
            auto const& name = out.route->segments[i];
            if (is_parameter(name)) {
                out.params.add(name.substr(1, name.size() - 2), segments[i]);
            }
        }
    }
    return out;
}

} // namespace parvis::http
