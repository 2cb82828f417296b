// SPDX-License-Identifier: EUPL-1.2
// Which addresses belong to the public internet (the special-purpose registries of RFC 6890). Pure.
#pragma once

#include <sys/socket.h>

namespace parvis::outgoing {

/// False for this machine, private and link-local networks, shared address space, multicast, and IPv6
/// addresses that hold such an IPv4 address; and for what is neither IPv4 nor IPv6. `address` must be as
/// large as its family says.
bool is_public(sockaddr const& address);

} // namespace parvis::outgoing
