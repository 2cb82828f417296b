// SPDX-License-Identifier: EUPL-1.2
#include "server/poster/poster_service.hpp"

#include "platform/crypto/crypto.hpp"
#include "platform/json/json.hpp"

#include <algorithm>
namespace parvis::poster {

namespace {

constexpr std::size_t most_kept = 64;

} // namespace

PosterService::PosterService(scheduling::PublicBooking& booking) : booking_(booking) {}

Result<MadePoster> PosterService::make(SiteId const& site, Paper paper, Language language, std::string url) {
    auto const id = booking_.network_of_site(site);
    if (!id) {
        return id.error();
    }
    auto const network = booking_.network(*id);
    if (!network) {
        return network.error();
    }
    auto const card = std::ranges::find(network->sites, site, &scheduling::PublicSite::site_id);
    if (card == network->sites.end()) {
        return fail(ErrorCode::not_found, "site_unknown");
    }
    auto const sheet = words_of(*network, *card, language, std::move(url), text::Catalogue::built_in());
    auto const said = json::serialize(json::encode(sheet)) + std::string(json::enum_name(paper));
    auto const tag = crypto::hex(crypto::blake2b(crypto::bytes_of(said))).substr(0, 32);
    std::scoped_lock const lock(mutex_);
    auto const kept = std::ranges::find(kept_, tag, &MadePoster::tag);
    if (kept != kept_.end()) {
        return *kept;
    }
    kept_.push_back({tag, std::make_shared<std::string const>(poster_pdf(sheet, paper))});
    if (kept_.size() > most_kept) {
        auto const made = kept_.back();
        kept_.pop_front();
        return made;
    }
    return kept_.back();
}

} // namespace parvis::poster
