// SPDX-License-Identifier: EUPL-1.2
// A list of counters that a town hall shows within its own web site: a page without a script, a cookie or a
// picture. Pure; any thread.
#pragma once

#include "platform/text/catalogue.hpp"
#include "server/scheduling/appointments/appointment_view.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace parvis::publication {

/// `&`, `<`, `>` and quotes as HTML writes them.
std::string escaped(std::string_view text);

/// "Open until 12:30", "Closed today: 11 November", in the words of the portal.
std::string opening_words(scheduling::PublicSite const& site, std::string const& zone, Instant now,
                          Language language, text::Catalogue const& catalogue);

/// The whole page. Links lead to the portal of `origin` ("https://rdv.example.fr"), each in a window of its
/// own.
std::string embed_page(scheduling::PublicNetwork const& network,
                       std::vector<scheduling::PublicSite> const& sites, std::string const& origin,
                       Instant now, Language language, text::Catalogue const& catalogue);

} // namespace parvis::publication
