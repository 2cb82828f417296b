// SPDX-License-Identifier: EUPL-1.2
// The OpenAPI 3.1 document of the HTTP interface and of every link message, printed from the described
// structs.
#pragma once

#include <boost/json/object.hpp>

namespace parvis {

/// Deterministic: the same program always prints the same document.
boost::json::object openapi_document();

} // namespace parvis
