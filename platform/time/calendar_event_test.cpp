// SPDX-License-Identifier: EUPL-1.2
#include "platform/time/calendar_event.hpp"

#include <gtest/gtest.h>

#include <libical/ical.h>

namespace parvis {
namespace {

CalendarEvent appointment() {
    CalendarEvent event;
    event.uid = "01JX@parvis";
    event.sequence = 2;
    event.written_at = {1'772'614'800'000};
    event.starts_at = {1'772'697'600'000}; // Thursday 5 March 2026, 9:00 in Paris
    event.ends_at = {1'772'699'400'000};
    event.summary = "Rendez-vous par écran avec la CAF";
    event.description = "Apportez :\n- votre avis d’imposition ; celui de l’année dernière, s’il vous plaît";
    event.location = "Mairie de Bretenoux, Place des Consuls";
    event.organizer_name = "Réseau \"du Lot\"; rendez-vous";
    event.organizer = "rdv@exemple.fr";
    event.attendee = "odette@exemple.fr";
    return event;
}

bool holds(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

TEST(ACalendarEvent, invites_with_all_that_a_calendar_wants) {
    auto const text = calendar_text(CalendarMethod::request, {appointment()});
    for (auto const* line :
         {"VERSION:2.0\r\n", "METHOD:REQUEST\r\n", "UID:01JX@parvis\r\n", "SEQUENCE:2\r\n",
          "DTSTAMP:20260304T090000Z\r\n", "DTSTART:20260305T080000Z\r\n", "DTEND:20260305T083000Z\r\n",
          "STATUS:CONFIRMED\r\n", "mailto:rdv@exemple.fr\r\n", "mailto:odette@exemple.fr\r\n"}) {
        EXPECT_TRUE(holds(text, line)) << line << " in\n" << text;
    }
}

TEST(ACalendarEvent, that_is_cancelled_says_so_twice) {
    auto const text = calendar_text(CalendarMethod::cancel, {appointment()});
    EXPECT_TRUE(holds(text, "METHOD:CANCEL\r\n"));
    EXPECT_TRUE(holds(text, "STATUS:CANCELLED\r\n"));
}

TEST(ACalendarEvent, has_short_lines_and_is_read_back_word_for_word) {
    auto const event = appointment();
    auto const text = calendar_text(CalendarMethod::request, {event});
    for (std::size_t at = 0; at < text.size();) {
        auto const end = text.find("\r\n", at);
        ASSERT_NE(end, std::string::npos);
        EXPECT_LE(end - at, 75u) << text.substr(at, end - at);
        EXPECT_NE(static_cast<unsigned char>(text[at == 0 ? 0 : at + (text[at] == ' ' ? 1 : 0)]) & 0xc0, 0x80)
            << "a letter was cut in two";
        at = end + 2;
    }
    auto* read = icalparser_parse_string(text.c_str());
    ASSERT_NE(read, nullptr);
    auto* inner = icalcomponent_get_first_component(read, ICAL_VEVENT_COMPONENT);
    EXPECT_EQ(icalcomponent_count_errors(read), 0);
    EXPECT_EQ(icalcomponent_get_description(inner), event.description);
    EXPECT_EQ(icalcomponent_get_location(inner), event.location);
    EXPECT_EQ(icalcomponent_get_summary(inner), event.summary);
    icalcomponent_free(read);
}

} // namespace
} // namespace parvis
