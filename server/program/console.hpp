// SPDX-License-Identifier: EUPL-1.2
// Commands of the person at the server's own console. Each returns the exit status: 0 done, 1 refused, 2
// wrong use.
#pragma once

#include "server/program/settings.hpp"

#include <string>

namespace parvis {

struct UserAdd {
    std::string email;
    std::string name;
    std::string role;
    std::string network; // name or id; may be left out when there is only one
    std::string partner; // acronym, for advisers and partner managers
    std::string site;    // name, for mediators
    std::string language = "fr";
};

/// Reads the password from standard input (asked twice without echo on a terminal).
int user_add(Settings const& settings, UserAdd const& wanted);

/// Makes an empty network, so that a first administrator can be added.
int network_add(Settings const& settings, std::string const& name);

/// Recomputes the chain of the audit trail; 1 when it does not hold, or does not contain `link` ("": none was
/// kept elsewhere).
int audit_verify(Settings const& settings, std::string const& link);

} // namespace parvis
