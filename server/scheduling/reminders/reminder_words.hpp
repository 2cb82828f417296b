// SPDX-License-Identifier: EUPL-1.2
// What people read about their appointment, in plain words: how, where, when, what to bring, and how to
// cancel. Pure.
#pragma once

#include "kiosk_protocol/catalogue.hpp"
#include "platform/text/catalogue.hpp"
#include "server/scheduling/reminders/reminder.hpp"

#include <optional>
#include <string>
#include <vector>

namespace parvis::scheduling {

/// The facts.
struct ToldAppointment {
    MessageKind kind{};
    Language language = Language::fr;
    Instant starts_at;
    int minutes{};
    std::string time_zone; ///< of the network
    Door door{};
    std::string first_name;
    std::string site_name; ///< all of the site empty when it has none
    std::string site_address;
    std::string site_commune;
    std::string site_telephone;
    std::string acronym; ///< of the body
    kiosk_protocol::PlainWords partner_name;
    std::vector<kiosk_protocol::PlainWords> motives;
    std::vector<kiosk_protocol::PlainWords> papers;
    std::string code;
    std::string portal_url;              ///< where it is cancelled, moved or answered; may be empty
    std::string visit_url;               ///< where it is joined from home; may be empty
    std::optional<Instant> answer_until; ///< of an offer
};

struct Letter {
    std::string subject;
    std::string text;
};

/// Where a message of that kind leads, in the page at `portal_url` (of its server, or of the portal itself);
/// empty when that is. A code stands behind the #, which no server is told and no log keeps.
std::string portal_address(std::string const& portal_url, MessageKind kind, std::string const& code);

/// The page that opens an appointment by the door `home`, on the same server; empty for other doors, and when
/// `portal_url` does not tell where that is (a portal under another name than /portal).
std::string visit_address(std::string const& portal_url, Door door, std::string const& code);

Letter letter_of(ToldAppointment const& told, text::Catalogue const& catalogue);
/// The same, short. Says neither the name nor why they come: a screen may be read by others.
std::string text_message_of(ToldAppointment const& told, text::Catalogue const& catalogue);
/// For a calendar: the title, and where.
std::string calendar_summary(ToldAppointment const& told, text::Catalogue const& catalogue);
std::string calendar_location(ToldAppointment const& told, text::Catalogue const& catalogue);

} // namespace parvis::scheduling
