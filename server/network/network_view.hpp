// SPDX-License-Identifier: EUPL-1.2
// A network's reference data as its own staff may read it.
#pragma once

#include "server/fleet/kiosk_health.hpp"
#include "server/network/offer.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace parvis::network {

struct KioskRow {
    KioskId kiosk_id;
    std::string name;
    std::string room;
    SiteId site_id;
    bool paired{};
    std::optional<Instant> paired_at;
    std::optional<Instant> revoked_at;
    std::optional<fleet::SelfTestResult> self_test; ///< told to technicians and administrators
};
BOOST_DESCRIBE_STRUCT(KioskRow, (), (kiosk_id, name, room, site_id, paired, paired_at, revoked_at, self_test))

struct SiteRow {
    SiteId site_id;
    std::string name;
    std::string commune;
    std::string territory;
};
BOOST_DESCRIBE_STRUCT(SiteRow, (), (site_id, name, commune, territory))

struct GroupRow {
    AdviserGroupId group_id;
    PartnerId partner_id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(GroupRow, (), (group_id, partner_id, name))

struct PartnerRow {
    PartnerId partner_id;
    std::string acronym;
    kiosk_protocol::PlainWords name;
};
BOOST_DESCRIBE_STRUCT(PartnerRow, (), (partner_id, acronym, name))

/// Why people come, in the order in which kiosks show it.
struct SubjectRow {
    std::string subject;
    kiosk_protocol::PlainWords label;
};
BOOST_DESCRIBE_STRUCT(SubjectRow, (), (subject, label))

struct NetworkView {
    NetworkId network_id;
    std::string name;
    bool is_demo{};
    std::vector<SiteRow> sites;
    std::vector<KioskRow> kiosks;
    std::vector<PartnerRow> partners;
    std::vector<GroupRow> groups;
    std::vector<SubjectRow> subjects;
};
BOOST_DESCRIBE_STRUCT(NetworkView, (), (network_id, name, is_demo, sites, kiosks, partners, groups, subjects))

struct NetworkOverview {
    std::vector<NetworkView> networks;
};
BOOST_DESCRIBE_STRUCT(NetworkOverview, (), (networks))

} // namespace parvis::network
