// SPDX-License-Identifier: EUPL-1.2
#include "server/network/offer_names_shared_store.hpp"

#include "platform/db/once.hpp"
#include "platform/db/row.hpp"

namespace parvis::network {

namespace {

std::string const select_names = "SELECT o.offer_id, s.name, p.acronym, j.label_fr, j.label_en FROM "
                                 "service_offer o JOIN site s ON s.site_id = o.site_id"
                                 " JOIN partner p ON p.partner_id = o.partner_id"
                                 " JOIN subject j ON j.network_id = o.network_id AND j.subject = o.subject ";

std::map<OfferId, OfferNames> read(db::Session& session, std::string const& condition,
                                   std::string const& id) {
    std::map<OfferId, OfferNames> found;
    std::string offer;
    OfferNames names;
    auto rows = db::once(session, select_names + condition, soci::use(id), soci::into(offer),
                         soci::into(names.site), soci::into(names.acronym),
                         soci::into(names.subject_label.fr), soci::into(names.subject_label.en));
    rows.execute();
    while (rows.fetch()) {
        found.emplace(db::id_of<OfferId>(offer), names);
    }
    return found;
}

} // namespace

std::optional<OfferNames> names_of_offer(db::Session& session, OfferId const& offer) {
    auto const found = read(session, "WHERE o.offer_id = :id", offer.text());
    return found.empty() ? std::nullopt : std::optional(found.begin()->second);
}

std::map<OfferId, OfferNames> names_of_offers(db::Session& session, AdviserGroupId const& group) {
    return read(session, "WHERE o.group_id = :id", group.text());
}

} // namespace parvis::network
