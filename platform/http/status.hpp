// SPDX-License-Identifier: EUPL-1.2
// Names of HTTP statuses (RFC 9110 section 15).
#pragma once

#include <string_view>

namespace parvis::http {

/// "Not Found" for 404; "Error" or "OK" for a status without an entry.
std::string_view status_name(unsigned status);

} // namespace parvis::http
