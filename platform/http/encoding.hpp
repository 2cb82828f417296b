// SPDX-License-Identifier: EUPL-1.2
// Compression of content for the wire.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace parvis::http {

enum class Encoding { identity, gzip, brotli };

/// Content-Encoding value: "br", "gzip", "" for identity.
std::string_view to_string(Encoding encoding);

/// The smallest encoding that an Accept-Encoding value takes (RFC 9110 section 12.5.3); identity when in
/// doubt.
Encoding choose_encoding(std::string_view accept_encoding);

/// Nothing when the result would not be smaller. Throws std::runtime_error when the library fails.
std::optional<std::string> compress(std::string const& content, Encoding encoding);

} // namespace parvis::http
