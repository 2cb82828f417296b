// SPDX-License-Identifier: EUPL-1.2
// What hangs on the door of a town hall: what one may come for, when, and how to call or book. Words first,
// then layout. Any thread.
#pragma once

#include "platform/text/catalogue.hpp"
#include "server/scheduling/appointments/appointment_view.hpp"

#include <boost/describe.hpp>

#include <string>
#include <utility>
#include <vector>

namespace parvis::poster {

/// Leaflet: two of A5 on one A4, side by side, to be cut.
BOOST_DEFINE_ENUM_CLASS(Paper, a4, a3, leaflet)

/// All that stands on the paper.
struct PosterSheet {
    struct Subject {
        std::string pictogram;
        std::string label;
    };
    struct Hours {
        std::string days;
        std::string hours;
    };
    std::string language; ///< BCP 47
    std::string title;    ///< of the file
    std::string network;
    std::string claim;
    std::string promise;
    std::vector<Subject> subjects;
    std::string bodies;
    std::string name;
    std::string address;
    std::vector<Hours> hours;
    std::string telephone;
    std::string scan; ///< under the QR code
    std::string url;  ///< in the QR code
};
BOOST_DESCRIBE_STRUCT(PosterSheet::Subject, (), (pictogram, label))
BOOST_DESCRIBE_STRUCT(PosterSheet::Hours, (), (days, hours))
BOOST_DESCRIBE_STRUCT(PosterSheet, (),
                      (language, title, network, claim, promise, subjects, bodies, name, address, hours,
                       telephone, scan, url))

/// Subjects behind which there is no motive are left out, as on the portal.
PosterSheet words_of(scheduling::PublicNetwork const& network, scheduling::PublicSite const& site,
                     Language language, std::string url, text::Catalogue const& catalogue);

/// One page, fonts inside, text selectable, tagged, language told. Takes tens of milliseconds: workers only.
/// Throws std::runtime_error when it cannot be made.
std::string poster_pdf(PosterSheet const& sheet, Paper paper);

} // namespace parvis::poster
