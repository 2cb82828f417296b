// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/link/server_side.hpp"
#include "kiosk/link/stand_in_server.hpp"
#include "kiosk/store/test_folder.hpp"

#include <gtest/gtest.h>

namespace parvis::kiosk {
namespace {

using namespace kiosk_protocol;

class Listener final : public ServerListener {
  public:
    void pairing_changed(bool now_paired, std::optional<PairingDisplay> shown) override {
        paired = now_paired;
        display = std::move(shown);
        if (display) {
            codes.push_back(display->code);
        }
    }
    void revoked() override { was_revoked = true; }
    void online_changed(bool now_online) override { online = now_online; }
    void server_said(ServerMessage message) override {
        if (auto const* snapshot = std::get_if<to_kiosk::Snapshot>(&message)) {
            site = snapshot->site.name;
        }
    }

    bool paired = false;
    bool online = false;
    bool was_revoked = false;
    std::string site;
    std::optional<PairingDisplay> display;
    std::vector<std::string> codes;
};

class ServerSideTest : public testing::Test {
  protected:
    ServerSideTest() { server.snapshot = some_snapshot(); }

    std::unique_ptr<ServerSide> daemon(std::optional<PairedWith> paired = std::nullopt) {
        auto side =
            std::make_unique<ServerSide>(workers, clock, records, listener, key, std::move(paired),
                                         ServerSideOptions{server.url(), "", folder.path() / "pairing.json"});
        side->start();
        return side;
    }
    PairedWith known_kiosk() {
        server.know(key.public_key());
        return {server.url(), KioskId::make(clock.now()), crypto::base64url(server.key().public_key())};
    }
    KioskRecord owe(RecordKind kind = RecordKind::page_sent) {
        KioskRecord record{RecordId::make(clock.now()),
                           InterviewId::make(clock.now()),
                           kind,
                           clock.now(),
                           std::nullopt,
                           std::nullopt};
        EXPECT_TRUE(records.append(record));
        return record;
    }

    TestFolder folder;
    SystemClock clock;
    boost::asio::io_context io;
    http::Workers workers{io, 2};
    StandInServer server{workers};
    Listener listener;
    crypto::KeyPair key = crypto::KeyPair::generate();
    RecordQueue records = RecordQueue::open(folder.path() / "records.jsonl").value();
};

TEST_F(ServerSideTest, an_unknown_kiosk_shows_a_code_and_is_at_work_once_a_technician_has_typed_it) {
    auto const side = daemon();
    ASSERT_TRUE(run_until(io, [&] { return listener.display.has_value(); }));
    EXPECT_EQ(listener.display->code.size(), 8U);
    EXPECT_FALSE(listener.paired);

    auto const kiosk = KioskId::make(clock.now());
    ASSERT_TRUE(server.claim(listener.display->code, kiosk));
    ASSERT_TRUE(run_until(io, [&] { return listener.online; }));
    EXPECT_TRUE(listener.paired);
    EXPECT_EQ(listener.site, "Mairie de Biars");
    auto const saved = load_pairing(folder.path() / "pairing.json", server.url());
    ASSERT_TRUE(saved && *saved);
    EXPECT_EQ((*saved)->kiosk_id, kiosk);
}

TEST_F(ServerSideTest, a_code_that_expired_is_replaced_by_a_new_one) {
    auto const side = daemon();
    ASSERT_TRUE(run_until(io, [&] { return listener.codes.size() == 1; }));
    server.expire_codes();
    ASSERT_TRUE(run_until(io, [&] { return listener.codes.size() == 2; }));
    EXPECT_NE(listener.codes[0], listener.codes[1]);
}

TEST_F(ServerSideTest, a_revoked_kiosk_shows_a_new_code_and_still_owes_its_records) {
    auto const side = daemon(known_kiosk());
    ASSERT_TRUE(run_until(io, [&] { return listener.online; }));
    server.revoke();
    ASSERT_TRUE(run_until(io, [&] { return listener.display.has_value(); }));
    owe();
    EXPECT_TRUE(listener.was_revoked);
    EXPECT_FALSE(listener.paired);
    EXPECT_FALSE(listener.online);
    EXPECT_FALSE(side->paired());
    EXPECT_EQ(records.size(), 1U);
    EXPECT_FALSE(*load_pairing(folder.path() / "pairing.json", server.url()));
}

TEST_F(ServerSideTest, records_owed_from_before_are_sent_on_arrival_and_then_no_more_owed) {
    auto const first = owe();
    auto const second = owe(RecordKind::wiped);
    auto const side = daemon(known_kiosk());
    ASSERT_TRUE(run_until(io, [&] { return records.size() == 0; }));
    ASSERT_EQ(server.records.size(), 2U);
    EXPECT_EQ(server.records[0].record_id, first.record_id);
    EXPECT_EQ(server.records[1].kind, RecordKind::wiped);
}

TEST_F(ServerSideTest, one_refused_record_does_not_hold_back_the_others) {
    auto const refused = owe();
    server.refused_record = refused.record_id;
    auto const fine = owe();
    auto const side = daemon(known_kiosk());
    ASSERT_TRUE(run_until(io, [&] { return records.size() == 1; }));
    EXPECT_EQ(records.oldest(1).front().record_id, refused.record_id) << "it stays owed";
    ASSERT_EQ(server.records.size(), 1U);
    EXPECT_EQ(server.records.front().record_id, fine.record_id);
}

TEST_F(ServerSideTest, commands_reach_the_server_and_their_answer_comes_back) {
    auto const side = daemon(known_kiosk());
    ASSERT_TRUE(run_until(io, [&] { return listener.online; }));
    bool answered = false;
    side->send(json::encode(from_kiosk::Bell{true}).as_object(),
               [&](Result<boost::json::value> const& answer) { answered = answer.ok(); });
    ASSERT_TRUE(run_until(io, [&] { return answered; }));
    EXPECT_TRUE(server.heard_type("bell"));
}

TEST_F(ServerSideTest, an_unpaired_kiosk_cannot_send) {
    auto const side = daemon();
    std::string reason;
    side->send(json::encode(from_kiosk::Bell{true}).as_object(),
               [&](Result<boost::json::value> const& answer) { reason = answer.error().reason; });
    EXPECT_EQ(reason, "server_away");
}

TEST(PairingWithoutServer, shows_no_code_and_keeps_trying) {
    TestFolder const folder;
    SystemClock const clock;
    boost::asio::io_context io;
    http::Workers workers(io, 2);
    auto const key = crypto::KeyPair::generate();
    std::string url;
    std::uint16_t port = 0;
    {
        StandInServer server(workers);
        url = server.url();
        port = server.port();
        server.stop();
        ASSERT_TRUE(run_until(io, [&] { return server.stopped(); }));
    }
    int failures = 0;
    std::optional<PairingDisplay> display;
    PairingFlowOptions options;
    options.server = url;
    options.retry_first = std::chrono::milliseconds(20);
    options.on_display = [&](std::optional<PairingDisplay> shown) {
        failures += shown ? 0 : 1;
        display = std::move(shown);
    };
    options.on_paired = [](PairedWith const&) {};
    PairingFlow const flow(workers, key, options);
    ASSERT_TRUE(run_until(io, [&] { return failures >= 2; }));
    EXPECT_FALSE(display);
    StandInServer server(workers, port);
    ASSERT_TRUE(server.listening());
    EXPECT_TRUE(run_until(io, [&] { return display.has_value(); }));
}

} // namespace
} // namespace parvis::kiosk
