// SPDX-License-Identifier: EUPL-1.2
// Who comes on a day of the demonstration. First names alone, all invented.
#pragma once

#include "server/queue/queue_view.hpp"
#include "server/scheduling/appointments/appointment.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace parvis {

using scheduling::Door;
using scheduling::Modality;

/// Who answers today besides the timetable, around now.
struct DemoToday {
    char const* body;
    Modality modality;
    int advisers;
    int walk_in_percent;
};
inline constexpr std::array answering_today = {
    DemoToday{"CAF", Modality::time_window, 2, 100},
    DemoToday{"CPAM", Modality::appointment, 3, 25},
    DemoToday{"France Travail", Modality::half_day_session, 2, 20},
    DemoToday{"Mission Locale", Modality::time_window, 1, 100},
};

enum class Becoming { expected, arrived, missed };

/// `minutes`: from now to the appointment, to the next slot.
struct DemoAppointment {
    char const* commune;
    char const* first_name;
    char const* body;
    char const* motive;
    int minutes;
    Becoming becoming = Becoming::expected;
    Door door = Door::kiosk;
    int companions = 0;
    char const* telephone = ""; // 06 39 98: the numbers that ARCEP keeps for fiction
};
inline constexpr std::array appointments_today = {
    DemoAppointment{"Bretenoux", "Marcel", "CPAM", "Refaire ma carte Vitale", -80, Becoming::missed},
    DemoAppointment{"Bretenoux", "Odette", "CPAM", "Payer moins cher mes soins", -20, Becoming::arrived},
    DemoAppointment{"Bretenoux", "Yvonne", "CPAM", "Refaire ma carte Vitale", 20},
    DemoAppointment{"Bretenoux", "Karine", "France Travail", "M’inscrire parce que j’ai perdu mon travail",
                    60},
    DemoAppointment{"Bretenoux", "Simone", "CPAM", "Payer moins cher mes soins", 100, Becoming::expected,
                    Door::telephone, 0, "0639980142"},
    DemoAppointment{"Bretenoux", "Ahmed", "France Travail", "Faire le point sur ma recherche", 140},
    DemoAppointment{"Bretenoux", "Bernadette", "CPAM", "Payer moins cher mes soins", 180, Becoming::expected,
                    Door::kiosk, 1},
    DemoAppointment{"Gourdon", "Raymond", "CPAM", "Payer moins cher mes soins", -40, Becoming::arrived},
    DemoAppointment{"Gourdon", "Lucienne", "CPAM", "Refaire ma carte Vitale", 40},
    DemoAppointment{"Gourdon", "Théo", "France Travail", "Faire le point sur ma recherche", 120},
    DemoAppointment{"Assier", "Michel", "CPAM", "Refaire ma carte Vitale", 60},
    DemoAppointment{"Assier", "Fatima", "CPAM", "Payer moins cher mes soins", 140},
    DemoAppointment{"Salviac", "Josette", "CPAM", "Payer moins cher mes soins", 80},
    DemoAppointment{"L’Isle-Jourdain", "René", "CPAM", "Refaire ma carte Vitale", 40},
    DemoAppointment{"L’Isle-Jourdain", "Chantal", "CPAM", "Payer moins cher mes soins", 100},
    DemoAppointment{"Châlus", "Guy", "CPAM", "Payer moins cher mes soins", 60},
};

/// On one of the next days: the so many-th free slot, counted from tomorrow.
struct DemoLater {
    char const* commune;
    char const* first_name;
    char const* motive;
    std::size_t slot;
};
inline constexpr std::array appointments_later = {
    DemoLater{"Bretenoux", "Henri", "Choisir ma date de départ", 1},
    DemoLater{"Bretenoux", "Paulette", "Vérifier mes années de travail", 3},
    DemoLater{"Bretenoux", "Jean-Claude", "Être aidé dans un moment difficile", 1},
    DemoLater{"Bretenoux", "Aïcha", "Refaire ma carte Vitale", 2},
    DemoLater{"Bretenoux", "Sébastien", "Payer moins cher mes soins", 5},
    DemoLater{"Gourdon", "Monique", "Toucher la retraite de mon conjoint décédé", 0},
    DemoLater{"Gourdon", "Kevin", "Refaire ma carte Vitale", 4},
    DemoLater{"Assier", "Roger", "Préparer ma retraite agricole", 0},
    DemoLater{"Latronquière", "Denise", "Payer moins cher mes soins", 1},
    DemoLater{"Catus", "Alain", "Choisir ma date de départ", 2},
    DemoLater{"Saint-Savin", "Nicole", "Payer moins cher mes soins", 0},
    DemoLater{"La Trimouille", "Jacques", "Vérifier mes années de travail", 1},
    DemoLater{"Oradour-sur-Vayres", "Ginette", "Refaire ma carte Vitale", 3},
};

/// Came unbooked; the longest ago first, which is the order of the numbers.
struct DemoTicket {
    char const* commune;
    char const* body;
    char const* motive;
    int minutes_ago;
    std::optional<queue::TicketAct> act{};
};
inline queue::TicketAct fills_a_form() {
    queue::TicketAct act;
    act.act = queue::TicketActKind::park;
    act.park_reason = queue::ParkReason::form;
    return act;
}
inline queue::TicketAct has_a_coach_to_catch() {
    queue::TicketAct act;
    act.act = queue::TicketActKind::urgent;
    act.urgent_reason = queue::UrgentReason::last_transport;
    return act;
}
inline std::vector<DemoTicket> tickets_of_now() {
    return {
        {"Bretenoux", "CAF", "Demander une aide pour mon loyer", 34, fills_a_form()},
        {"Gourdon", "CAF", "Comprendre mon revenu de solidarité", 21},
        {"Bretenoux", "CAF", "Dire que ma situation a changé", 18},
        {"Bretenoux", "France Travail", "Faire le point sur ma recherche", 12, has_a_coach_to_catch()},
        {"Gourdon", "Mission Locale", "Trouver une formation ou un emploi", 9},
        {"Bretenoux", "Mission Locale", "Être accompagné et payé pendant ma recherche", 5},
    };
}

} // namespace parvis
