// SPDX-License-Identifier: EUPL-1.2
// A small network with its staff and the use cases of this feature, for tests.
#pragma once

#include "server/interview/services.hpp"
#include "server/testing/test_world.hpp"

#include <string>
#include <vector>

namespace parvis::interview {

struct TestCounter {
    explicit TestCounter(testing::Engine engine) : world(engine) {
        services.feed.subscribe([this](InterviewCard const& card) { told.push_back(card); });
    }

    kiosk_protocol::from_kiosk::Ring family_wish() {
        return {InterviewId::make(world.clock.now()), world.bretenoux.family_offer, "family", "fr"};
    }
    /// The kiosk of Bretenoux rings for family benefits.
    InterviewId ring() {
        auto const wish = family_wish();
        services.interviews.ring(world.bretenoux.kiosk_id, wish).value();
        return wish.interview_id;
    }
    InterviewId held_by(identity::Caller const& adviser) {
        auto id = ring();
        services.interviews.accept(adviser, id).value();
        return id;
    }

    testing::World world;
    Services services{world.database(), world.clock};
    std::vector<InterviewCard> told;
    identity::Caller marie = world.account("Marie", identity::Role::adviser, world.caf);
    identity::Caller paul = world.account("Paul", identity::Role::adviser, world.caf);
    identity::Caller rosa = world.account("Rosa", identity::Role::adviser, world.carsat);
    identity::Caller luc =
        world.account("Luc", identity::Role::mediator, std::nullopt, world.bretenoux.site_id);
    identity::Caller ana =
        world.account("Ana", identity::Role::mediator, std::nullopt, world.salviac.site_id);
};

template <class T>
std::string reason_of(Result<T> const& outcome) {
    return outcome ? "" : outcome.error().reason;
}

} // namespace parvis::interview
