// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/motives/motive_service.hpp"

#include "server/identity/audit_shared_store.hpp"
#include "server/scheduling/motives/motive_shared_store.hpp"
#include "server/scheduling/motives/motive_store.hpp"
#include "server/scheduling/opening/place_store.hpp"
#include "server/scheduling/supply/supply_policy.hpp"

namespace parvis::scheduling {

using identity::Caller;

namespace {

MotiveView view_of(Caller const& caller, Motive motive) {
    MotiveView view{std::move(motive), {}};
    if (may_plan(caller, view.motive.network_id, view.motive.partner_id)) {
        view.allowed_actions.emplace_back("change_motive");
    }
    return view;
}

void note(db::Session& session, Caller const& caller, std::string act, MotiveId const& motive, Instant now) {
    identity::append_audit(
        session,
        {std::move(act), identity::trail_name(caller.account_id), "motive:" + motive.text(), "", now}, now);
}

} // namespace

MotiveService::MotiveService(db::Database& database, Clock const& clock, IsCommune is_commune)
    : database_(database), clock_(clock), is_commune_(std::move(is_commune)) {}

Result<void> MotiveService::check_known(std::vector<std::string> const& communes) const {
    for (std::size_t i = 0; is_commune_ && i < communes.size(); ++i) {
        if (!is_commune_(communes[i])) {
            return fail(ErrorCode::invalid_input, "commune_unknown", "/communes/" + std::to_string(i),
                        {{"code", communes[i]}});
        }
    }
    return {};
}

Result<MotiveList> MotiveService::list(Caller const& caller, NetworkId const& network) {
    if (!may_read_plan(caller, network)) {
        return fail(ErrorCode::not_found, "network_unknown");
    }
    return database_.read([&](db::Session& session) -> Result<MotiveList> {
        MotiveList list;
        for (auto& motive : motives_of_network(session, network)) {
            list.motives.push_back(view_of(caller, std::move(motive)));
        }
        return list;
    });
}

Result<MotiveView> MotiveService::save(Caller const& caller, MotiveId const& id, MotiveForm const& form) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<MotiveView> {
        auto const network = network_of(session, form.partner_id);
        if (!network) {
            return network.error();
        }
        if (!may_plan(caller, *network, form.partner_id)) {
            return refuse_change(caller, *network, "partner_unknown");
        }
        if (auto const sound = check_motive(form); !sound) {
            return sound.error();
        }
        if (auto const known = check_known(form.communes); !known) {
            return known.error();
        }
        if (!has_subject(session, *network, form.subject)) {
            return fail(ErrorCode::invalid_input, "subject_unknown", "/subject");
        }
        auto const standing = scheduling::motive(session, id);
        if (standing && standing->partner_id != form.partner_id) {
            return fail(ErrorCode::conflict, "motive_of_other_body");
        }
        save_motive(session, {form, id, *network});
        note(session, caller, "motive_saved", id, now);
        return view_of(caller, scheduling::motive(session, id).value());
    });
}

Result<void> MotiveService::end(Caller const& caller, MotiveId const& id) {
    auto const now = clock_.now();
    return database_.write([&](db::Session& session) -> Result<void> {
        auto const standing = motive(session, id);
        if (!standing) {
            return standing.error();
        }
        if (!may_plan(caller, standing->network_id, standing->partner_id)) {
            return refuse_change(caller, standing->network_id, "motive_unknown");
        }
        if (!has_ended(session, id)) {
            end_motive(session, id, now);
            note(session, caller, "motive_ended", id, now);
        }
        return {};
    });
}

} // namespace parvis::scheduling
