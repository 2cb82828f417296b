// SPDX-License-Identifier: EUPL-1.2
// A whole server of this feature on loopback, with real links: kiosks that prove themselves, pages that are
// signed in.
#pragma once

#include "platform/crypto/crypto.hpp"
#include "platform/http/server.hpp"
#include "platform/json/json.hpp"
#include "platform/ws/link_client.hpp"
#include "server/interview/realtime.hpp"
#include "server/interview/test_counter.hpp"

#include <boost/asio/io_context.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace parvis::interview {

using Members = boost::json::object;

/// One end of a link: everything that it was told, and the answers to what it asked.
class TestPeer {
  public:
    TestPeer(boost::asio::io_context& io, ws::LinkClientOptions options);

    void ask(std::string const& type, Members members);
    /// "" when the last command was done, else the reason of its refusal; nothing while unanswered.
    std::optional<std::string> const& answer() const { return answer_; }
    /// The last message of that type; null when there was none.
    Members const* last(std::string_view type) const;
    std::size_t count(std::string_view type) const;
    ws::LinkState state() const { return client_->state(); }
    std::optional<Error> const& problem() const { return problem_; }
    void stop() { client_->stop(); }
    std::vector<Members> messages;

  private:
    std::optional<std::string> answer_;
    std::optional<Error> problem_;
    std::unique_ptr<ws::LinkClient> client_;
};

class Town {
  public:
    explicit Town(RealtimeSettings settings = quick());
    ~Town();

    static RealtimeSettings quick();
    /// The server process dies and a new one comes up on the same database and port.
    void restart();
    /// As on a machine that stood still for a moment: every timer has run out, and one handler has had its
    /// turn.
    void fall_behind();
    /// Runs the io thread until `condition` holds; false after 20 seconds of trying.
    bool until(std::function<bool()> const& condition);

    std::unique_ptr<TestPeer> kiosk(KioskId const& kiosk, int highest_protocol = 2);
    std::unique_ptr<TestPeer> console(identity::Caller const& adviser, int highest_protocol = 2);
    std::unique_ptr<TestPeer> desk(identity::Caller const& mediator, SiteId const& site);
    /// As above, and waits for the snapshot.
    std::unique_ptr<TestPeer> ready(std::unique_ptr<TestPeer> peer);
    /// Asks and waits for the answer: "" or the reason of the refusal.
    std::string ask(TestPeer& peer, std::string const& type, Members members = {});
    Realtime& realtime();
    /// The session of the page that was opened last.
    std::string const& last_token() const { return last_token_; }
    void sign_out(std::string const& token);

    TestCounter counter{testing::Engine::sqlite};
    testing::World& world = counter.world;

  private:
    struct Process;
    ws::LinkClientOptions options(std::string const& path);
    std::unique_ptr<TestPeer> page(identity::Caller const& caller, Members surface, int highest_protocol);

    RealtimeSettings settings_;
    boost::asio::io_context io_;
    crypto::KeyPair key_ = crypto::KeyPair::generate();
    std::uint16_t port_ = 0;
    identity::AccountService accounts_;
    std::string last_token_;
    std::unique_ptr<Process> process_;
};

} // namespace parvis::interview
