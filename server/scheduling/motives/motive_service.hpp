// SPDX-License-Identifier: EUPL-1.2
// Use cases on motives. Blocks: worker thread. Ids are chosen by the caller: asking again changes nothing.
#pragma once

#include "platform/db/database.hpp"
#include "platform/time/instant.hpp"
#include "server/identity/caller.hpp"
#include "server/scheduling/motives/motive.hpp"

#include <functional>

namespace parvis::scheduling {

struct MotiveView {
    Motive motive;
    std::vector<std::string> allowed_actions; ///< "change_motive"
};
BOOST_DESCRIBE_STRUCT(MotiveView, (), (motive, allowed_actions))

struct MotiveList {
    std::vector<MotiveView> motives; ///< by subject, then label
};
BOOST_DESCRIBE_STRUCT(MotiveList, (), (motives))

class MotiveService {
  public:
    /// Whether there is a commune of that INSEE code.
    using IsCommune = std::function<bool(std::string const&)>;

    /// Both must outlive this object. Without `is_commune` every code that looks like one is taken.
    MotiveService(db::Database& database, Clock const& clock, IsCommune is_commune = {});

    /// Any staff of the network. Error: not_found/network_unknown.
    Result<MotiveList> list(identity::Caller const& caller, NetworkId const& network);
    /// Makes a motive or changes it. Errors: those of check_motive; invalid_input
    /// commune_unknown (code, /communes/N); not_found/partner_unknown;
    /// forbidden/role_missing; invalid_input subject_unknown; conflict/motive_of_other_body.
    Result<MotiveView> save(identity::Caller const& caller, MotiveId const& id, MotiveForm const& form);
    /// No longer offered; appointments keep it. Errors: not_found/motive_unknown; forbidden/role_missing.
    Result<void> end(identity::Caller const& caller, MotiveId const& id);

  private:
    Result<void> check_known(std::vector<std::string> const& communes) const;

    db::Database& database_;
    Clock const& clock_;
    IsCommune is_commune_;
};

} // namespace parvis::scheduling
