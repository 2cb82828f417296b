// SPDX-License-Identifier: EUPL-1.2
// Many at once: whoever fights for the same person, exactly one gets them, and nobody is lost.
#include "platform/db/sql.hpp"
#include "server/interview/test_counter.hpp"
#include "server/network/furnish_store.hpp"
#include "server/queue/queue_service.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <barrier>
#include <mutex>
#include <set>
#include <thread>

namespace parvis::queue {
namespace {

using interview::reason_of;

class AFight : public ::testing::TestWithParam<testing::Engine> {
  protected:
    static constexpr int advisers_there = 8;

    interview::TestCounter counter{GetParam()};
    testing::World& world = counter.world;
    QueueService queue{world.database(), world.clock, counter.services.feed};
    std::vector<identity::Caller> advisers;

    void SetUp() override {
        for (int i = 0; i < advisers_there; ++i) {
            advisers.push_back(
                world.account("Adviser" + std::to_string(i), identity::Role::adviser, world.caf));
        }
        write([&](db::Session& session) {
            for (int i = 0; i < advisers_there; ++i) {
                network::add_kiosk(session, world.network, world.bretenoux.site_id,
                                   network::RoomId::make(world.clock.now()),
                                   {KioskId::make(world.clock.now()), "Borne " + std::to_string(i), "Salle"});
            }
        });
    }
    void write(std::function<void(db::Session&)> const& change) {
        world.database()
            .write([&](db::Session& session) -> Result<void> {
                change(session);
                return {};
            })
            .value();
    }
    TicketId come() {
        auto id = TicketId::make(world.clock.now());
        TakeTicket wish;
        wish.site_id = world.bretenoux.site_id;
        wish.offer_id = world.bretenoux.family_offer;
        queue.take(counter.luc, id, wish).value();
        return id;
    }
    /// A write that lost too often says so, and its author repeats it under the same id.
    template <class F>
    static auto insist(F const& f) {
        for (;;) {
            auto outcome = f();
            if (outcome || outcome.error().reason != "database_busy") {
                return outcome;
            }
        }
    }
    Result<NextTicket> call(identity::Caller const& adviser) {
        CallNext const wish{TicketActId::make(world.clock.now()), std::nullopt};
        return insist([&] { return queue.call_next(adviser, wish); });
    }
    void serve(identity::Caller const& adviser, TicketId const& id) {
        TicketAct form;
        for (auto const act : {TicketActKind::met, TicketActKind::finish}) {
            form.act = act;
            auto const act_id = TicketActId::make(world.clock.now());
            insist([&] { return queue.act(adviser, id, act_id, form); }).value();
        }
    }
    /// Runs f once for each number below `count`, all at once.
    static void at_once(int count, std::function<void(int)> const& f) {
        std::barrier ready(count);
        std::vector<std::thread> threads;
        threads.reserve(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) {
            threads.emplace_back([&, i] {
                ready.arrive_and_wait();
                f(i);
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
    }
    int count(std::string const& condition) {
        return world.database()
            .read([&](db::Session& session) -> Result<int> {
                int rows = 0;
                session.sql() << "SELECT COUNT(*) FROM queue_ticket WHERE " + condition, soci::into(rows);
                return rows;
            })
            .value();
    }
};

TEST_P(AFight, for_a_whole_line_serves_everybody_exactly_once) {
    constexpr int people = 48;
    std::multiset<TicketId> served;
    std::mutex mutex;
    for (int i = 0; i < people; ++i) {
        come();
    }
    at_once(advisers_there, [&](int number) {
        auto const& adviser = advisers[static_cast<std::size_t>(number)];
        while (auto const next = call(adviser).value().ticket) {
            {
                std::lock_guard const lock(mutex);
                served.insert(next->ticket_id);
            }
            serve(adviser, next->ticket_id);
        }
    });
    EXPECT_EQ(served.size(), static_cast<std::size_t>(people)) << "somebody was called twice, or never";
    EXPECT_EQ(std::set<TicketId>(served.begin(), served.end()).size(), served.size());
    EXPECT_EQ(count("state = 'finished'"), people);
}

TEST_P(AFight, for_one_person_is_won_by_one_adviser) {
    for (int round = 0; round < 5; ++round) {
        auto const id = come();
        std::atomic<int> winner{-1};
        std::atomic<int> wins{0};
        at_once(advisers_there, [&](int number) {
            auto const next = call(advisers[static_cast<std::size_t>(number)]).value().ticket;
            if (next) {
                EXPECT_EQ(next->ticket_id, id);
                winner = number;
                ++wins;
            }
        });
        ASSERT_EQ(wins, 1);
        serve(advisers[static_cast<std::size_t>(winner.load())], id);
    }
}

TEST_P(AFight, of_two_pages_of_one_adviser_gives_them_one_person) {
    come();
    come();
    std::vector<Result<NextTicket>> outcomes(2, fail(ErrorCode::unavailable, "not_run"));
    at_once(2, [&](int page) { outcomes[static_cast<std::size_t>(page)] = call(counter.marie); });
    EXPECT_NE(outcomes[0].ok(), outcomes[1].ok());
    EXPECT_EQ(reason_of(outcomes[0] ? outcomes[1] : outcomes[0]), "adviser_busy");
    EXPECT_EQ(count("state = 'called'"), 1);
}

TEST_P(AFight, for_one_free_kiosk_calls_one_person_there) {
    write([&](db::Session& session) {
        session.sql() << "UPDATE kiosk SET revoked_at = 1 WHERE name LIKE 'Borne %'";
    });
    for (int i = 0; i < advisers_there; ++i) {
        come();
    }
    std::atomic<int> wins{0};
    at_once(advisers_there, [&](int number) {
        wins += call(advisers[static_cast<std::size_t>(number)]).value().ticket ? 1 : 0;
    });
    EXPECT_EQ(wins, 1);
}

TEST_P(AFight, for_numbers_at_the_desk_gives_each_once) {
    at_once(6, [&](int) {
        for (int i = 0; i < 5; ++i) {
            auto const id = TicketId::make(world.clock.now());
            TakeTicket wish;
            wish.site_id = world.bretenoux.site_id;
            wish.offer_id = world.bretenoux.family_offer;
            insist([&] { return queue.take(counter.luc, id, wish); }).value();
        }
    });
    EXPECT_EQ(count("number BETWEEN 1 AND 30"), 30);
}

TEST_P(AFight, between_calling_and_closing_tells_or_calls_everybody) {
    constexpr int people = 16;
    for (int i = 0; i < people; ++i) {
        come();
    }
    std::atomic<int> called{0};
    int told = 0;
    CloseLine const wish{ClosingId::make(world.clock.now()), "Panne"};
    at_once(4, [&](int number) {
        if (number == 0) {
            told =
                insist([&] { return queue.close_line(counter.marie, world.caf_group, wish); }).value().told;
            return;
        }
        for (int i = 0; i < 3; ++i) {
            auto const& adviser = advisers[static_cast<std::size_t>(number)];
            if (auto const next = call(adviser).value().ticket) {
                ++called;
                serve(adviser, next->ticket_id);
            }
        }
    });
    EXPECT_EQ(called + told, people);
    EXPECT_EQ(count("state = 'finished'"), called);
    EXPECT_EQ(count("state = 'closed'"), told);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, AFight, ::testing::ValuesIn(testing::engines()),
                         [](auto const& engine) { return testing::engine_name(engine.param); });

} // namespace
} // namespace parvis::queue
