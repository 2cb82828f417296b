// SPDX-License-Identifier: EUPL-1.2
// A month of a département, lived through the use cases: people who book, come, come late, do not come, wait
// and lose patience; kiosks that break down, advisers who are ill, a post that does not always come. What
// became of everybody is for judgement_store.hpp to say.
#pragma once

#include "bench/month/department_store.hpp"
#include "server/queue/arrival_service.hpp"
#include "server/scheduling/reminders/reminder_service.hpp"
#include "server/scheduling/slots/kept_supply_book_store.hpp"
#include "server/scheduling/slots/stored_supply_book_store.hpp"

#include <functional>
#include <map>
#include <random>
#include <set>

namespace parvis::bench {

struct Visitor {
    std::size_t body{};
    std::size_t hall{};
    bool is_over = false;
    bool is_there = false;  ///< in the waiting room
    bool is_called = false; ///< on the way to the room
    std::optional<scheduling::AppointmentId> appointment;
    std::string code;
    std::optional<queue::TicketId> ticket;
};

struct Lived {
    long long visitors = 0;
    long long late = 0;
    long long moved = 0;
    long long breakdowns = 0;
    long long ill = 0;
    long long messages = 0;
    std::vector<std::string> refusals; ///< answers that nobody expects; empty when all is well
};

/// One thread. Deterministic for a seed but for the ids.
class SimulatedMonth {
  public:
    SimulatedMonth(db::Database& database, LocalDate first_day, int days, int halls, unsigned seed);
    Lived live();

  private:
    using Event = std::function<void()>;
    struct OnDuty {
        std::size_t body{};
        std::size_t adviser{};
        Instant until;
    };

    void plan_day(LocalDate day);
    void plan_work(LocalDate day);
    void plan_people(LocalDate day);
    void plan_duty(LocalDate day, std::size_t body, Duty const& duty, bool is_last);
    void fall_ill(LocalDate day, std::size_t body);
    void break_down(std::size_t hall, std::chrono::minutes span);
    void give_other_times(std::size_t hall, Instant until);
    void deliver();
    void tell_soon();
    Result<void> carry(std::string const& reference);

    void ask(std::size_t visitor);
    void book(std::size_t visitor, scheduling::Slot const& slot);
    void give_up_appointment(std::size_t visitor);
    void change_time(std::size_t visitor);
    void expect_at(std::size_t visitor, scheduling::AppointmentId const& id, Instant from);
    bool move(std::size_t visitor, scheduling::Requester const& by, scheduling::Slot const& slot);
    void come_booked(std::size_t visitor, scheduling::AppointmentId const& appointment);
    void come(std::size_t visitor);
    void lose_patience(std::size_t visitor);
    void miss(std::size_t visitor, scheduling::AppointmentId const& appointment);

    void look_for_next(OnDuty const& duty);
    void receive(OnDuty const& duty, std::size_t visitor, queue::TicketView const& ticket);
    void nobody_came(OnDuty const& duty, std::size_t visitor, queue::TicketView const& ticket);
    void meet(OnDuty const& duty, std::size_t visitor);
    void close(std::size_t body, std::string const& message);

    void at(Instant when, Event event) { agenda_.emplace(std::max(when, now()), std::move(event)); }
    Instant now() const { return clock_.now(); }
    std::chrono::minutes some(int least, int most);
    bool by_chance(double share) { return std::bernoulli_distribution(share)(chance_); }
    queue::TicketAct act(queue::TicketActKind kind) const;
    Result<queue::TicketView> take_act(identity::Caller const& by, std::size_t visitor,
                                       queue::TicketAct const& form);
    void end(std::size_t visitor);
    /// Counts an answer that the month did not expect.
    template <class Answer>
    bool expect(Answer const& answer, char const* step) {
        if (!answer) {
            lived_.refusals.push_back(std::string(step) + ": " + answer.error().reason);
        }
        return answer.ok();
    }

    db::Database& database_;
    ManualClock clock_;
    std::mt19937 chance_;
    LocalDate first_day_;
    int days_;
    Department department_;
    scheduling::StoredSupplyBook stored_;
    scheduling::KeptSupplyBook book_{stored_};
    interview::ChangeFeed feed_;
    queue::QueueService queue_{database_, clock_, feed_};
    scheduling::AppointmentWords words_{database_, clock_, book_};
    queue::ArrivalService arrivals_{database_, clock_, queue_, words_};
    scheduling::AppointmentService appointments_;
    scheduling::SlotSearchService search_{database_, clock_, book_};
    scheduling::ReminderService messages_;

    std::multimap<Instant, Event> agenda_;
    std::vector<Visitor> visitors_;
    std::map<queue::TicketId, std::size_t> by_ticket_;
    std::map<scheduling::AppointmentId, std::size_t> by_appointment_;
    std::map<std::size_t, Instant> broken_until_; ///< by town hall
    std::map<std::size_t, LocalDate> ill_on_;     ///< by body
    std::set<std::size_t> taken_kiosks_;          ///< by town hall
    std::set<AccountId> taken_advisers_;
    std::set<std::string> delivered_; ///< names of messages
    Lived lived_;
};

} // namespace parvis::bench
