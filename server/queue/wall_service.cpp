// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/wall_service.hpp"

#include "platform/crypto/crypto.hpp"
#include "server/identity/audit_shared_store.hpp"
#include "server/interview/outcome.hpp"
#include "server/queue/wall_store.hpp"

#include <utility>

namespace parvis::queue {

using identity::Caller;
using identity::Role;

namespace {

constexpr std::size_t longest_name = 60;

std::string hash_of(std::string const& secret) {
    return crypto::hex(crypto::blake2b(crypto::bytes_of(secret)));
}

/// The network of the site, for those who look after its screens.
Result<NetworkId> may_keep(db::Session& session, Caller const& caller, SiteId const& site) {
    auto const network = network_of(session, site);
    bool const may =
        network && (caller.mediator_at(site) != nullptr || caller.has(Role::technician, *network) ||
                    caller.has(Role::administrator, *network));
    return may ? Result<NetworkId>(*network) : fail(ErrorCode::forbidden, "not_your_site");
}

identity::AuditAct audit_act(char const* act, Caller const& caller, WallId const& wall, Instant now) {
    return {act, identity::trail_name(caller.account_id), "wall:" + wall.text(), "", now};
}

} // namespace

WallService::WallService(db::Database& database, Clock const& clock,
                         std::function<void(WallId const&)> on_revoked)
    : database_(database), clock_(clock), on_revoked_(std::move(on_revoked)) {}

Result<WallMade> WallService::make(Caller const& caller, WallId const& id, MakeWall const& wish) {
    if (auto const sound = interview::check_text(wish.name, longest_name, "/name"); !sound) {
        return sound.error();
    }
    auto const now = clock_.now();
    WallMade made{{id, wish.site_id, wish.name, now}, crypto::random_token()};
    auto const done = database_.write([&](db::Session& session) -> Result<void> {
        auto const network = may_keep(session, caller, wish.site_id);
        if (!network) {
            return network.error();
        }
        if (!save_wall(session, {made.wall, *network, hash_of(made.secret), caller.account_id})) {
            return fail(ErrorCode::not_found, "wall_unknown");
        }
        identity::append_audit(session, audit_act("wall_made", caller, id, now), now);
        return {};
    });
    if (!done) {
        return done.error();
    }
    on_revoked_(id); // the secret before opens nothing any more
    return made;
}

Result<WallList> WallService::at(Caller const& caller, SiteId const& site) {
    return database_.read([&](db::Session& session) -> Result<WallList> {
        auto const network = may_keep(session, caller, site);
        return network ? Result<WallList>(WallList{walls_at(session, site)}) : network.error();
    });
}

Result<void> WallService::revoke(Caller const& caller, WallId const& id) {
    auto const now = clock_.now();
    auto done = database_.write([&](db::Session& session) -> Result<void> {
        auto const wall = find_wall(session, id);
        if (!wall || !may_keep(session, caller, wall->site_id)) {
            return fail(ErrorCode::not_found, "wall_unknown");
        }
        revoke_wall(session, id, now);
        identity::append_audit(session, audit_act("wall_revoked", caller, id, now), now);
        return {};
    });
    if (done) {
        on_revoked_(id);
    }
    return done;
}

Result<WallView> WallService::open(std::string const& secret) {
    return database_.read([&](db::Session& session) -> Result<WallView> {
        auto wall = wall_opened_by(session, hash_of(secret));
        return wall ? Result<WallView>(std::move(*wall)) : fail(ErrorCode::forbidden, "wall_revoked");
    });
}

} // namespace parvis::queue
