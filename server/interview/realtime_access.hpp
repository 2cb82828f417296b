// SPDX-License-Identifier: EUPL-1.2
// What the two ends of a running interview need to reach each other and to command the kiosk: relay
// credentials and the signed grant. Made when first asked for, the same until renewed. io thread (signing
// takes microseconds).
#pragma once

#include "server/identity/server_key.hpp"
#include "server/interview/interview.hpp"
#include "server/interview/realtime_settings.hpp"

#include <map>
#include <string>
#include <vector>

namespace parvis::interview {

struct Access {
    std::vector<kiosk_protocol::IceServer> kiosk_servers;
    std::vector<kiosk_protocol::IceServer> adviser_servers;
    std::string grant;
    Instant renew_at;
};

class CallAccess {
  public:
    /// Both must outlive this object.
    CallAccess(identity::ServerKey const& key, RealtimeSettings const& settings)
        : key_(key), settings_(settings) {}

    /// Nothing useful for an interview that does not run: an empty access.
    Access const& of(Interview const& interview, Instant now);
    void forget(InterviewId const& interview) { made_.erase(interview); }

  private:
    Access make(Interview const& interview, Instant now) const;

    identity::ServerKey const& key_;
    RealtimeSettings const& settings_;
    std::map<InterviewId, Access> made_;
};

} // namespace parvis::interview
