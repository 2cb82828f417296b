// SPDX-License-Identifier: EUPL-1.2
#include "server/scheduling/motives/motive_service.hpp"
#include "server/testing/test_world.hpp"

#include <gtest/gtest.h>

namespace parvis::scheduling {
namespace {

using identity::Role;

class OfferedMotives : public ::testing::TestWithParam<testing::Engine> {
  protected:
    testing::World world{GetParam()};
    MotiveService service{world.database(), world.clock};
    identity::Caller const manager = world.account("chef", Role::partner_manager, world.carsat);

    MotiveForm retirement_date() const {
        return {world.carsat,
                "retirement",
                {"Choisir ma date de départ", "Choose when to retire"},
                "DD",
                30,
                {{"Votre relevé de carrière", "Your career statement"},
                 {"Une pièce d’identité", "Proof of identity"}},
                120,
                60,
                240,
                {Modality::appointment, Modality::half_day_session},
                {"46038"}};
    }
    MotiveId new_id() const { return MotiveId::make(world.clock.now()); }
    std::size_t offered() { return service.list(manager, world.network).value().motives.size(); }
};

TEST_P(OfferedMotives, come_back_with_their_papers_in_order) {
    auto const id = new_id();
    EXPECT_TRUE(service.save(manager, id, retirement_date()).ok());
    EXPECT_TRUE(service.save(manager, id, retirement_date()).ok()); // repeated
    auto const list = service.list(manager, world.network).value();
    ASSERT_EQ(list.motives.size(), 1U);
    auto const& motive = list.motives[0].motive;
    ASSERT_EQ(motive.papers.size(), 2U);
    EXPECT_EQ(motive.papers[1].en, "Proof of identity");
    EXPECT_EQ(motive.modalities, (std::vector{Modality::appointment, Modality::half_day_session}));
    EXPECT_EQ(motive.communes, std::vector<std::string>{"46038"});
    EXPECT_EQ(list.motives[0].allowed_actions, std::vector<std::string>{"change_motive"});
}

TEST_P(OfferedMotives, are_not_reserved_to_a_commune_that_does_not_exist) {
    MotiveService with_table(world.database(), world.clock,
                             [](std::string const& code) { return code == "46038"; });
    auto form = retirement_date();
    EXPECT_TRUE(with_table.save(manager, new_id(), form).ok());
    form.communes.emplace_back("46999");
    auto const refused = with_table.save(manager, new_id(), form);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "commune_unknown");
    EXPECT_EQ(refused.error().pointer, "/communes/1");
    EXPECT_EQ(refused.error().arguments, (ErrorArguments{{"code", "46999"}}));
    EXPECT_EQ(offered(), 1U);
}

TEST_P(OfferedMotives, that_have_ended_are_offered_no_longer) {
    auto const id = new_id();
    (void)service.save(manager, id, retirement_date()).value();
    EXPECT_TRUE(service.end(manager, id).ok());
    EXPECT_TRUE(service.end(manager, id).ok());
    EXPECT_EQ(offered(), 0U);
    EXPECT_EQ(service.end(manager, new_id()).error().reason, "motive_unknown");
}

TEST_P(OfferedMotives, are_changed_by_their_own_body_and_by_the_network) {
    auto const id = new_id();
    (void)service.save(manager, id, retirement_date()).value();
    auto const other_body = world.account("autre", Role::partner_manager, world.caf);
    EXPECT_EQ(service.save(other_body, id, retirement_date()).error().reason, "role_missing");
    EXPECT_EQ(service.end(other_body, id).error().reason, "role_missing");
    auto taken = retirement_date();
    taken.partner_id = world.caf;
    taken.subject = "family";
    EXPECT_EQ(service.save(other_body, id, taken).error().reason, "motive_of_other_body");
    EXPECT_TRUE(service.list(other_body, world.network).value().motives[0].allowed_actions.empty());
    EXPECT_TRUE(service.save(world.account("coord", Role::coordinator), id, retirement_date()).ok());
}

TEST_P(OfferedMotives, belong_to_a_subject_of_the_network) {
    auto form = retirement_date();
    form.subject = "astrology";
    EXPECT_EQ(service.save(manager, new_id(), form).error().pointer, "/subject");
    form = retirement_date();
    form.label.fr.clear();
    EXPECT_EQ(service.save(manager, new_id(), form).error().pointer, "/label/fr");
    EXPECT_EQ(offered(), 0U);
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, OfferedMotives, ::testing::ValuesIn(testing::engines()),
                         [](auto const& engine) { return testing::engine_name(engine.param); });

} // namespace
} // namespace parvis::scheduling
