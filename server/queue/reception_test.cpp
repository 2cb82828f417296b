// SPDX-License-Identifier: EUPL-1.2
#include "server/queue/reception.hpp"

#include <gtest/gtest.h>

namespace parvis::queue {
namespace {

using std::chrono::minutes;

class AKiosk : public ::testing::Test {
  protected:
    Instant const ten{1'800'000'000'000};
    SiteId const gourdon = SiteId::make(ten);
    SiteId const cajarc = SiteId::make(ten);
    QueueTicket person = at(gourdon);

    QueueTicket at(SiteId const& site) const {
        QueueTicket ticket;
        ticket.ticket_id = TicketId::make(ten);
        ticket.site_id = site;
        ticket.state = TicketState::waiting;
        return ticket;
    }
    LineKiosk kiosk(SiteId const& site) const { return {KioskId::make(ten), site, false, false, false, {}}; }
    LineKiosk away() const {
        auto one = kiosk(gourdon);
        one.is_away = true;
        return one;
    }
    LineKiosk taken() const {
        auto one = kiosk(gourdon);
        one.is_taken = true;
        return one;
    }
    /// For somebody whose twenty minutes begin then.
    LineKiosk booked(Instant starts_at, bool is_here) const {
        auto one = kiosk(gourdon);
        one.bookings = {{scheduling::AppointmentId::make(ten), starts_at, starts_at + minutes(20), is_here}};
        return one;
    }
    std::optional<HeldUp> keeps_waiting(std::vector<LineKiosk> const& kiosks) const {
        return held_up(person, kiosks, ten);
    }
};

TEST_F(AKiosk, that_is_free_receives_whoever_waits_at_its_site) {
    EXPECT_EQ(keeps_waiting({kiosk(gourdon)}), std::nullopt);
}

TEST_F(AKiosk, of_another_site_receives_nobody_from_here) {
    EXPECT_EQ(keeps_waiting({kiosk(cajarc)}), HeldUp::no_kiosk);
}

TEST_F(AKiosk, at_home_receives_whose_it_is_and_nobody_else) {
    auto own_device = kiosk(gourdon);
    own_device.at_home = true;
    EXPECT_EQ(keeps_waiting({own_device}), HeldUp::no_kiosk);
    person.wanted_kiosk_id = own_device.kiosk_id;
    EXPECT_EQ(keeps_waiting({own_device}), std::nullopt);
}

TEST_F(AKiosk, that_is_off_receives_nobody_and_says_so) {
    EXPECT_EQ(keeps_waiting({away()}), HeldUp::kiosk_offline);
}

TEST_F(AKiosk, where_somebody_sits_receives_nobody_else) {
    EXPECT_EQ(keeps_waiting({taken()}), HeldUp::kiosk_taken);
}

TEST_F(AKiosk, that_is_off_while_its_interview_runs_counts_as_taken) {
    auto both = taken();
    both.is_away = true;
    EXPECT_EQ(keeps_waiting({both}), HeldUp::kiosk_taken);
}

TEST_F(AKiosk, beside_one_that_is_off_receives_people_all_the_same) {
    EXPECT_EQ(keeps_waiting({away(), kiosk(gourdon)}), std::nullopt);
}

TEST_F(AKiosk, that_will_be_free_by_itself_is_what_people_are_told_of) {
    EXPECT_EQ(keeps_waiting({away(), taken()}), HeldUp::kiosk_taken);
}

TEST_F(AKiosk, where_they_asked_to_be_called_back_is_the_only_one_for_them) {
    auto const free = kiosk(gourdon);
    auto const wanted = away();
    person.wanted_kiosk_id = wanted.kiosk_id;
    EXPECT_EQ(keeps_waiting({free, wanted}), HeldUp::kiosk_offline);
    person.wanted_kiosk_id = free.kiosk_id;
    EXPECT_EQ(keeps_waiting({free, wanted}), std::nullopt);
}

TEST_F(AKiosk, is_kept_from_ten_minutes_before_for_who_booked_it) {
    EXPECT_EQ(keeps_waiting({booked(ten + minutes(11), false)}), std::nullopt);
    EXPECT_EQ(keeps_waiting({booked(ten + minutes(10), false)}), HeldUp::kiosk_kept);
}

TEST_F(AKiosk, receives_who_booked_it) {
    auto const kept = booked(ten + minutes(5), true);
    person.appointment_id = kept.bookings[0].appointment_id;
    EXPECT_EQ(keeps_waiting({kept}), std::nullopt);
}

TEST_F(AKiosk, is_kept_for_ten_minutes_for_who_has_not_come) {
    EXPECT_EQ(keeps_waiting({booked(ten - minutes(9), false)}), HeldUp::kiosk_kept);
    EXPECT_EQ(keeps_waiting({booked(ten - minutes(10), false)}), std::nullopt);
}

TEST_F(AKiosk, is_kept_for_the_whole_of_their_time_for_who_is_here) {
    EXPECT_EQ(keeps_waiting({booked(ten - minutes(19), true)}), HeldUp::kiosk_kept);
    EXPECT_EQ(keeps_waiting({booked(ten - minutes(20), true)}), std::nullopt);
}

TEST_F(AKiosk, that_is_kept_receives_who_is_urgent) {
    person.urgent = UrgentReason::health;
    EXPECT_EQ(keeps_waiting({booked(ten, false)}), std::nullopt);
}

} // namespace
} // namespace parvis::queue
