// SPDX-License-Identifier: EUPL-1.2
// HTTP requests and responses as handlers see them: plain values, any thread.
#pragma once

#include "platform/result/result.hpp"
#include "platform/text/language.hpp"

#include <boost/json/value.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parvis::http {

/// `other` is any method that Parvis never answers (TRACE, CONNECT, ...).
enum class Method { get, head, post, put, patch, delete_, options, other };

/// "GET", "DELETE", ...; "" for other.
std::string_view to_string(Method method);
/// By its exact name on the wire.
Method method_named(std::string_view name);
/// Value of an Allow field: "GET, HEAD, POST".
std::string allow_list(std::vector<Method> const& methods);

/// Header fields in the order received; names compare without case.
class Headers {
  public:
    void add(std::string name, std::string value);
    /// First field of that name.
    std::optional<std::string> find(std::string_view name) const;
    std::vector<std::pair<std::string, std::string>> const& all() const { return fields_; }

  private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

/// Percent-decoded values of the `{name}` parts of a route.
class Params {
  public:
    void add(std::string name, std::string value);
    /// Throws std::out_of_range for a name that the route does not have.
    std::string const& at(std::string_view name) const;
    std::string const& operator[](std::string_view name) const { return at(name); }

  private:
    std::vector<std::pair<std::string, std::string>> values_;
};

struct Request {
    Method method = Method::get;
    std::string path;  ///< as sent, still percent-encoded, without the query
    std::string query; ///< without "?", still percent-encoded
    Headers headers;   ///< as received
    std::string body;  ///< whole body, within the limit of the route
    std::string
        client_address;  ///< IP address of the caller; X-Forwarded-For counts only from trusted proxies
    std::string host;    ///< Host header, lower case, with its port when it has one
    bool secure = false; ///< TLS here, or X-Forwarded-Proto https from a trusted proxy
    Language language = Language::fr; ///< from Accept-Language
    Params params;

    std::optional<std::string> header(std::string_view name) const { return headers.find(name); }
    /// Value of a cookie; the first one when several share the name.
    std::optional<std::string> cookie(std::string_view name) const;
    /// Percent-decoded value of a query field, "" when it has none; "+" is a space.
    std::optional<std::string> query_value(std::string_view name) const;
    /// Body as JSON. invalid_input "body_missing" or "content_type_not_json", else the errors of json::parse.
    Result<boost::json::value> json_body() const;
};

struct Response {
    unsigned status = 200;
    std::string content_type;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
    std::shared_ptr<std::string const>
        shared_body; ///< used instead of `body` when set: large content that is kept

    static Response json(unsigned status, boost::json::value const& value);
    static Response no_content();
    static Response text(unsigned status, std::string body);
    /// 303 unless told otherwise.
    static Response redirect(std::string location, unsigned status = 303);

    std::string const& content() const { return shared_body ? *shared_body : body; }
    std::optional<std::string> header(std::string_view name) const;
    /// Replaces a field of that name.
    void set_header(std::string name, std::string value);
};

enum class SameSite { strict, lax };
struct Cookie {
    std::string name;
    std::string value; ///< must be a token of visible characters without , ; \ or quotes
    std::string path = "/";
    bool secure = true;
    bool http_only = true;
    SameSite same_site = SameSite::strict;
    std::optional<long> max_age_seconds{}; ///< absent: until the browser closes; 0 removes the cookie
};
/// Value of a Set-Cookie field (RFC 6265). Throws std::invalid_argument for characters that a cookie cannot
/// carry.
std::string set_cookie(Cookie const& cookie);

} // namespace parvis::http
