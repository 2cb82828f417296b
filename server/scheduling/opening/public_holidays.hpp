// SPDX-License-Identifier: EUPL-1.2
// The public holidays of French law, by region. Pure; any thread.
//
// Sources: Code du travail, article L3133-1 (the eleven of the whole country), L3134-13 (Moselle, Bas-Rhin,
// Haut-Rhin: 26 December, and Good Friday in communes with a Protestant or a shared church), L3422-2 with
// décret n° 83-1003 as changed by décret n° 2012-553 (abolition of slavery overseas).
#pragma once

#include "kiosk_protocol/catalogue.hpp"
#include "platform/time/zone.hpp"

#include <boost/describe.hpp>

#include <vector>

namespace parvis::scheduling {

/// `alsace_moselle_good_friday`: the communes of Alsace-Moselle where Good Friday is a holiday too.
BOOST_DEFINE_ENUM_CLASS(HolidayRegion, metropole, alsace_moselle, alsace_moselle_good_friday, guadeloupe,
                        guyane, la_reunion, martinique, mayotte, saint_barthelemy, saint_martin)

struct PublicHoliday {
    LocalDate day;
    kiosk_protocol::PlainWords name;
};

/// Gregorian calendar, years 1583 and later. J. Meeus, Astronomical Algorithms, 2nd edition, chapter 9 (the
/// algorithm of the 1876 Ecclesiastical Calendar, without exceptions).
LocalDate easter_sunday(int year);

/// By day. Two holidays may fall on one day (1 May and Ascension in 2008): both are named.
std::vector<PublicHoliday> public_holidays(HolidayRegion region, int year);

/// Cheap: asked for each day of each site.
bool is_public_holiday(HolidayRegion region, LocalDate day);

} // namespace parvis::scheduling
