// SPDX-License-Identifier: EUPL-1.2
// A server that is killed in the middle of calling people: whatever somebody was told has happened once.
#include "platform/db/sql.hpp"
#include "server/interview/test_counter.hpp"
#include "server/queue/queue_service.hpp"

#include <gtest/gtest.h>

#include <array>
#include <csignal>
#include <cstring>
#include <map>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace parvis::queue {
namespace {

/// What the server that will be killed has acknowledged.
struct Told {
    char step = 0; ///< 't'aken, 'c'alled, 'f'inished
    std::array<char, 26> ticket{};

    static Told of(char step, TicketId const& id) {
        Told told{step, {}};
        std::memcpy(told.ticket.data(), id.text().data(), told.ticket.size());
        return told;
    }
    TicketId id() const { return TicketId::parse({ticket.data(), ticket.size()}).value(); }
};

class AKilledServer : public ::testing::TestWithParam<testing::Engine> {
  protected:
    interview::TestCounter counter{GetParam()};
    testing::World& world = counter.world;

    static void tell(int pipe, char step, TicketId const& id) {
        auto const told = Told::of(step, id);
        if (::write(pipe, &told, sizeof told) != static_cast<ssize_t>(sizeof told)) {
            ::_exit(1);
        }
    }
    static TicketAct act_of(TicketActKind kind) {
        TicketAct form;
        form.act = kind;
        return form;
    }
    TakeTicket wish() const {
        return {world.bretenoux.site_id, world.bretenoux.family_offer, {}, {}, {}, {}};
    }
    void serve_one(QueueService& queue, int pipe, Instant now) {
        for (int i = 0; i < 2; ++i) {
            auto const id = TicketId::make(now);
            queue.take(counter.luc, id, wish()).value();
            tell(pipe, 't', id);
        }
        auto const next =
            queue.call_next(counter.marie, {TicketActId::make(now), std::nullopt}).value().ticket;
        tell(pipe, 'c', next->ticket_id);
        queue.act(counter.marie, next->ticket_id, TicketActId::make(now), act_of(TicketActKind::met)).value();
        queue.act(counter.marie, next->ticket_id, TicketActId::make(now), act_of(TicketActKind::finish))
            .value();
        tell(pipe, 'f', next->ticket_id);
    }
    /// Never returns. A server of its own on the same database.
    [[noreturn]] void serve_until_killed(int pipe) {
        try {
            auto const database = db::Database::open(world.url(), 1, nullptr).value();
            QueueService queue(*database, world.clock, counter.services.feed);
            for (;;) {
                serve_one(queue, pipe, world.clock.now());
            }
        } catch (...) {
            ::_exit(2);
        }
    }
    static std::vector<Told> kill_after(pid_t child, int pipe, int count) {
        std::vector<Told> told;
        Told next;
        while (::read(pipe, &next, sizeof next) == static_cast<ssize_t>(sizeof next)) {
            told.push_back(next);
            if (--count == 0) {
                ::kill(child, SIGKILL);
            }
        }
        return told;
    }
    int count(std::string const& query) {
        return world.database()
            .read([&](db::Session& session) -> Result<int> {
                int rows = 0;
                session.sql() << query, soci::into(rows);
                return rows;
            })
            .value();
    }
    void check(Told const& told) {
        auto const ticket = world.database()
                                .read([&](db::Session& session) -> Result<std::optional<QueueTicket>> {
                                    return find_ticket(session, told.id());
                                })
                                .value();
        ASSERT_TRUE(ticket) << "an acknowledged ticket is gone";
        if (told.step == 'c') {
            EXPECT_NE(ticket->state, TicketState::waiting) << "an acknowledged call is gone";
        }
        if (told.step == 'f') {
            EXPECT_EQ(ticket->state, TicketState::finished) << "an acknowledged end is gone";
        }
    }
    /// What the adviser does after the restart with the person they had called.
    void go_on() {
        QueueService queue(world.database(), world.clock, counter.services.feed);
        auto const seen = queue.lines_of(counter.marie).value();
        for (auto const& ticket : seen.lines.at(0).tickets) {
            if (ticket.state == TicketState::called || ticket.state == TicketState::in_interview) {
                queue
                    .act(counter.marie, ticket.ticket_id, TicketActId::make(world.clock.now()),
                         act_of(TicketActKind::put_back))
                    .value();
            }
        }
    }
};

TEST_P(AKilledServer, has_called_nobody_twice_and_forgotten_nobody) {
    for (int round = 0; round < 4; ++round) {
        std::array<int, 2> ends{};
        ASSERT_EQ(::pipe(ends.data()), 0);
        pid_t const child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            ::close(ends[0]);
            serve_until_killed(ends[1]);
        }
        ::close(ends[1]);
        auto const told = kill_after(child, ends[0], 9 + round * 5);
        ::close(ends[0]);
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        ASSERT_TRUE(WIFSIGNALED(status)) << "the child ended by itself with " << WEXITSTATUS(status);

        std::map<TicketId, int> calls;
        for (auto const& one : told) {
            check(one);
            calls[one.id()] += one.step == 'c' ? 1 : 0;
        }
        for (auto const& [id, times] : calls) {
            EXPECT_LE(times, 1) << "called twice";
        }
        EXPECT_LE(count("SELECT COUNT(*) FROM queue_ticket WHERE state IN ('called', 'in_interview')"), 1);
        EXPECT_EQ(count("SELECT COUNT(*) FROM queue_ticket t WHERE t.state <> 'waiting' AND NOT EXISTS"
                        " (SELECT 1 FROM queue_act a WHERE a.ticket_id = t.ticket_id AND a.act = 'called')"),
                  0)
            << "half a call is there";
        go_on();
    }
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, AKilledServer, ::testing::ValuesIn(testing::engines()),
                         [](auto const& engine) { return testing::engine_name(engine.param); });

} // namespace
} // namespace parvis::queue
