// SPDX-License-Identifier: EUPL-1.2
#include "server/interview/test_town.hpp"

#include "platform/db/sql.hpp"
#include "server/identity/account_routes.hpp"
#include "server/identity/kiosk_key_service.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace parvis::interview {

TestPeer::TestPeer(boost::asio::io_context& io, ws::LinkClientOptions options) {
    options.on_message = [this](boost::json::object const& message) { messages.push_back(message); };
    options.on_state = [this](ws::LinkState, std::optional<Error> const& problem) {
        if (problem) {
            problem_ = problem;
        }
    };
    options.back_off_first = std::chrono::milliseconds(20);
    options.back_off_limit = std::chrono::milliseconds(100);
    client_ = std::make_unique<ws::LinkClient>(io, std::move(options));
}

void TestPeer::ask(std::string const& type, Members members) {
    members["type"] = type;
    answer_.reset();
    client_->send_command(CommandId::make(SystemClock{}.now()).text(), std::move(members),
                          [this](Result<boost::json::value> answer) { answer_ = reason_of(answer); });
}

namespace {

bool is_of(Members const& message, std::string_view type) {
    auto const& told = message.at("type").as_string();
    return std::string_view(told.data(), told.size()) == type;
}

} // namespace

Members const* TestPeer::last(std::string_view type) const {
    for (auto message = messages.rbegin(); message != messages.rend(); ++message) {
        if (is_of(*message, type)) {
            return &*message;
        }
    }
    return nullptr;
}

std::size_t TestPeer::count(std::string_view type) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(messages, [&](Members const& message) { return is_of(message, type); }));
}

/// What dies with the process; the services' feed and the workers too.
struct Town::Process {
    Process(boost::asio::io_context& io, testing::World& world, identity::AccountService& accounts,
            RealtimeSettings const& settings, std::uint16_t port)
        : key(identity::load_or_make_server_key(world.database()).value()), workers(io, 3),
          services(world.database(), world.clock) {
        auto const authenticate = identity::by_session_cookie(accounts);
        realtime = std::make_unique<Realtime>(
            Realtime::Ground{io, workers, world.database(), world.clock, services, key, authenticate,
                             [](std::string const&, std::string const&) -> Result<KioskId> {
                                 return fail(ErrorCode::forbidden, "visit_not_open");
                             }},
            settings);
        http::ServerOptions options;
        options.port = port;
        server = std::make_unique<http::Server>(io, workers, http::Router{}, options);
        server->add_link("/api/v1/link", realtime->console_links());
        server->add_link("/api/v1/kiosk-link", realtime->kiosk_links());
        server->start().value();
        realtime->start();
    }

    identity::ServerKey key;
    http::Workers workers;
    Services services;
    std::unique_ptr<Realtime> realtime;
    std::unique_ptr<http::Server> server;
};

Town::Town(RealtimeSettings settings)
    : settings_(std::move(settings)),
      accounts_(
          world.database(), world.clock,
          [this](identity::SignedOut const& out) { process_->realtime->signed_out(out); },
          crypto::test_password_cost) {
    auto const key = crypto::base64url(key_.public_key());
    world.database()
        .write([&](db::Session& session) -> Result<void> {
            // The unique key is one per kiosk; only Bretenoux is paired.
            session.sql() << "UPDATE kiosk SET public_key = :key, paired_at = 1 WHERE kiosk_id = :id",
                soci::use(key), soci::use(world.bretenoux.kiosk_id.text());
            return {};
        })
        .value();
    process_ = std::make_unique<Process>(io_, world, accounts_, settings_, 0);
    port_ = process_->server->port();
}

Town::~Town() {
    process_->realtime->stop();
    process_->workers.stop();
}

Realtime& Town::realtime() {
    return *process_->realtime;
}

RealtimeSettings Town::quick() {
    RealtimeSettings settings;
    settings.tick = std::chrono::milliseconds(20);
    settings.links.keep = std::chrono::milliseconds(500);
    settings.links.tick = std::chrono::milliseconds(50);
    settings.relay.turn_urls = {"turn:127.0.0.1:3478"};
    settings.relay.turn_secret = "secret";
    return settings;
}

void Town::restart() {
    process_->realtime->stop();
    process_->workers.stop();
    process_.reset();
    io_.restart();
    io_.poll();
    io_.restart();
    process_ = std::make_unique<Process>(io_, world, accounts_, settings_, port_);
}

bool Town::until(std::function<bool()> const& condition) {
    using Steady = std::chrono::steady_clock;
    constexpr std::chrono::milliseconds turn{50};
    Steady::duration spent{0};
    while (!condition()) {
        if (spent > std::chrono::seconds(20)) {
            return false;
        }
        auto const before = Steady::now();
        io_.restart();
        io_.run_one_for(turn);
        // A machine that stood still meanwhile has not let us try.
        spent += std::min<Steady::duration>(Steady::now() - before, turn);
    }
    return true;
}

void Town::fall_behind() {
    std::this_thread::sleep_for(4 * std::max(settings_.tick, settings_.links.tick));
    io_.restart();
    io_.run_one();
}

ws::LinkClientOptions Town::options(std::string const& path) {
    ws::LinkClientOptions options;
    options.url = "ws://127.0.0.1:" + std::to_string(port_) + path;
    return options;
}

std::unique_ptr<TestPeer> Town::kiosk(KioskId const& kiosk, int highest_protocol) {
    auto options = this->options("/api/v1/kiosk-link");
    options.expects_challenge = true;
    options.hello = [this, kiosk, highest_protocol](std::string const& nonce) {
        auto const signature = key_.sign(crypto::bytes_of("parvis-kiosk-link:" + nonce));
        ws::Hello hello;
        hello.highest = highest_protocol;
        hello.proof = {{"kiosk_id", kiosk.text()}, {"signature", crypto::base64url(signature)}};
        hello.extra = {{"surface", "kiosk"}};
        return hello;
    };
    return std::make_unique<TestPeer>(io_, std::move(options));
}

std::unique_ptr<TestPeer> Town::page(identity::Caller const& caller, Members surface, int highest_protocol) {
    last_token_ =
        accounts_.sign_in(caller.name + "@exemple.fr", testing::World::password, "192.0.2.1").value().token;
    auto options = this->options("/api/v1/link");
    options.headers = {{"Cookie", std::string(identity::session_cookie) + "=" + last_token_}};
    options.hello = [surface = std::move(surface), highest_protocol](std::string const&) {
        ws::Hello hello;
        hello.highest = highest_protocol;
        hello.extra = surface;
        return hello;
    };
    return std::make_unique<TestPeer>(io_, std::move(options));
}

std::unique_ptr<TestPeer> Town::console(identity::Caller const& adviser, int highest_protocol) {
    return page(adviser, {{"surface", "adviser"}}, highest_protocol);
}

std::unique_ptr<TestPeer> Town::desk(identity::Caller const& mediator, SiteId const& site) {
    return page(mediator, {{"surface", "desk"}, {"site_id", site.text()}}, 2);
}

std::unique_ptr<TestPeer> Town::ready(std::unique_ptr<TestPeer> peer) {
    EXPECT_TRUE(until([&] { return peer->count("snapshot") > 0; }));
    return peer;
}

void Town::sign_out(std::string const& token) {
    accounts_.sign_out(token).value();
}

std::string Town::ask(TestPeer& peer, std::string const& type, Members members) {
    peer.ask(type, std::move(members));
    EXPECT_TRUE(until([&] { return peer.answer().has_value(); })) << type << " was not answered";
    return peer.answer().value_or("unanswered");
}

} // namespace parvis::interview
