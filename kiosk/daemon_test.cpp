// SPDX-License-Identifier: EUPL-1.2
// The whole daemon, with a page and a server at its two ends over real sockets, and SANE's virtual scanner.
#include "kiosk/daemon.hpp"
#include "kiosk/imaging/image_worker.hpp"
#include "kiosk/link/stand_in_server.hpp"
#include "kiosk/scanner/scan_worker.hpp"
#include "kiosk/store/kiosk_identity.hpp"
#include "kiosk/store/last_known.hpp"
#include "kiosk/store/state_folder.hpp"
#include "kiosk/store/test_folder.hpp"
#include "kiosk_protocol/page_link.hpp"
#include "platform/ws/link_client.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string_view>

namespace parvis::kiosk {
namespace {

using namespace kiosk_protocol;
namespace asio = boost::asio;
namespace fs = std::filesystem;

std::uint16_t free_port() {
    asio::io_context io;
    asio::ip::tcp::acceptor const acceptor(io, {asio::ip::make_address("127.0.0.1"), 0});
    return acceptor.local_endpoint().port();
}

class DaemonTest : public testing::Test {
  protected:
    DaemonTest() {
        fs::create_directories(folder.path() / "web");
        std::ofstream(folder.path() / "web/index.html") << "<!doctype html><title>Borne</title>";
        fs::create_directories(folder.path() / "sane");
        std::ofstream(folder.path() / "sane/dll.conf") << "test\n";
        std::ofstream(folder.path() / "sane/test.conf") << "number_of_devices 1\ngeometry_max 300.0\n";
        ::setenv("SANE_CONFIG_DIR", (folder.path() / "sane").c_str(), 1);
        server.emplace(workers);
        server->snapshot = some_snapshot();
        settings.server = server->url();
        settings.state_dir = folder.path() / "state";
        settings.runtime_dir = folder.path() / "run";
        settings.page.port = free_port();
        settings.page.host = "127.0.0.1";
        settings.page.web_dir = folder.path() / "web";
        settings.page.browser_profile_dir = folder.path() / "profile";
        settings.scanner.device = "test:0";
        settings.printer.server = "127.0.0.1:1";
        settings.bell.player = {"sh", "-c", "cat > " + (folder.path() / "heard.wav").string()};
    }
    ~DaemonTest() override {
        page.reset();
        daemon.reset();
    }

    template <class Condition>
    bool until(Condition reached) {
        return run_until(io, reached);
    }

    void start_daemon() {
        auto started = Daemon::start(io, settings);
        ASSERT_TRUE(started) << describe(started.error());
        daemon = std::move(*started);
    }
    void pair() {
        auto const key = load_or_make_key(prepared_state("kiosk.key"));
        server->know(key->public_key());
        kiosk = server->snapshot.kiosk.kiosk_id;
        ASSERT_TRUE(save_pairing(prepared_state("pairing.json"),
                                 {settings.server, kiosk, crypto::base64url(server->key().public_key())}));
    }
    fs::path prepared_state(std::string const& name) {
        EXPECT_TRUE(make_private_folder(settings.state_dir));
        return fs::path(settings.state_dir) / name;
    }
    /// An interview runs, and the daemon and page know it.
    void start_interview() {
        KioskInterview running;
        running.interview_id = interview;
        running.state = InterviewState::running;
        running.partner = {"CAF", {"Allocations familiales", "Family benefits"}};
        running.code = "ABCD";
        server->snapshot.interview = running;
        server->tell(json::encode(to_kiosk::Interview{running}).as_object());
        ASSERT_TRUE(until([&] { return last("interview") != nullptr; }));
    }
    void end_interview() {
        auto ended = *server->snapshot.interview;
        ended.state = InterviewState::ended;
        ended.end_reason = EndReason::finished;
        server->snapshot.interview.reset();
        server->tell(json::encode(to_kiosk::Interview{ended}).as_object());
    }
    std::string grant(std::chrono::minutes length = std::chrono::minutes(10),
                      std::vector<std::string> actions = {"scan", "print", "show"}) {
        Grant const given{interview,          kiosk,       AccountId::make(clock.now()),
                          std::move(actions), clock.now(), clock.now() + length};
        auto const payload = crypto::base64url(crypto::bytes_of(json::serialize(json::encode(given))));
        return payload + "." + crypto::base64url(server->key().sign(crypto::bytes_of(payload)));
    }

    void open_page() {
        ws::LinkClientOptions options;
        auto const address = "127.0.0.1:" + std::to_string(settings.page.port);
        options.url = "ws://" + address + "/local/link";
        options.origin = "http://" + address;
        options.hello = [this](std::string const&) {
            auto const url = daemon->start_url();
            ws::Hello hello;
            hello.token = url.substr(url.find("#token=") + 7);
            return hello;
        };
        options.on_message = [this](boost::json::object const& message) { heard.push_back(message); };
        options.on_binary = [this](std::span<std::byte const> bytes) { preview_bytes += bytes.size(); };
        page = std::make_unique<ws::LinkClient>(io, std::move(options));
        ASSERT_TRUE(until([&] { return last("snapshot") != nullptr; }));
    }
    /// The newest message of that type.
    boost::json::object const* last(std::string_view type) const {
        for (auto at = heard.rbegin(); at != heard.rend(); ++at) {
            auto const& its_type = at->at("type").get_string();
            if (std::string_view(its_type.data(), its_type.size()) == type) {
                return &*at;
            }
        }
        return nullptr;
    }
    std::optional<std::string> shown_code() const {
        for (auto const& message : heard) {
            if (auto const* pairing = message.if_contains("pairing")) {
                return std::string(pairing->at("code").as_string());
            }
        }
        return std::nullopt;
    }
    template <class Command>
    Result<boost::json::value> ask(Command const& command) {
        std::optional<Result<boost::json::value>> answered;
        page->send_command(CommandId::make(clock.now()).text(), json::encode(command).as_object(),
                           [&](Result<boost::json::value> answer) { answered = std::move(answer); });
        if (!until([&] { return answered.has_value(); })) {
            return fail(ErrorCode::timeout, "no_answer");
        }
        return std::move(*answered);
    }
    from_page::Scan scan_order() {
        return {CommandId::make(clock.now()), grant(), {ScanSource::flatbed, 150, Colour::grey}};
    }
    bool has_record(RecordKind kind) const {
        return std::ranges::any_of(server->records,
                                   [&](KioskRecord const& record) { return record.kind == kind; });
    }
    void paired_with_page() {
        pair();
        start_daemon();
        open_page();
        ASSERT_TRUE(until([&] { return last("snapshot")->at("online").as_bool(); }));
    }
    PaperId scanned_page() {
        auto const order = scan_order();
        auto const answer = ask(order);
        EXPECT_TRUE(answer) << describe(answer.error());
        EXPECT_TRUE(until([&] { return last("scan_finished") != nullptr; }));
        auto const scanned = json::decode<to_page::PageScanned>(*last("page_scanned"), json::Unknown::ignore);
        EXPECT_TRUE(scanned);
        return scanned->page.paper_id;
    }

    TestFolder folder;
    SystemClock clock;
    asio::io_context io;
    http::Workers workers{io, 2};
    std::optional<StandInServer> server;
    KioskSettings settings;
    std::unique_ptr<Daemon> daemon;
    std::unique_ptr<ws::LinkClient> page;
    std::vector<boost::json::object> heard;
    std::size_t preview_bytes = 0;
    KioskId kiosk;
    InterviewId interview = InterviewId::make(clock.now());
};

TEST_F(DaemonTest, shows_place_and_telephone_and_sounds_the_bell_itself_when_there_is_no_network) {
    pair();
    ASSERT_TRUE(save_last_known(prepared_state("last-known.json"),
                                {server->snapshot.kiosk, server->snapshot.site, server->snapshot.tiles}));
    server->stop();
    ASSERT_TRUE(until([&] { return server->stopped(); }));
    start_daemon();
    open_page();
    auto const& snapshot = *last("snapshot");
    EXPECT_FALSE(snapshot.at("online").as_bool());
    EXPECT_TRUE(snapshot.at("paired").as_bool());
    EXPECT_EQ(snapshot.at("site").at("telephone"), "05 65 00 00 00");
    EXPECT_EQ(snapshot.at("tiles").as_array().size(), 1U);
    EXPECT_EQ(snapshot.at("idle_seconds"), 60);

    EXPECT_TRUE(ask(from_page::Bell{true}));
    EXPECT_TRUE(until([&] {
        std::error_code ignored;
        return fs::file_size(folder.path() / "heard.wav", ignored) > 100'000 && !ignored;
    }));
    auto const ring = ask(from_page::Ring{interview, OfferId::make(clock.now()), "retirement", "fr"});
    ASSERT_FALSE(ring);
    EXPECT_EQ(ring.error().reason, "server_away");
}

TEST_F(DaemonTest, scans_under_a_grant_and_keeps_the_page_until_the_citizen_has_decided) {
    paired_with_page();
    start_interview();
    auto const id = scanned_page();
    EXPECT_GT(preview_bytes, 100'000U) << "the page built up on the screen";
    auto const undecided = ask(from_page::Assemble{CommandId::make(clock.now()), grant(), {id}, false});
    ASSERT_FALSE(undecided);
    EXPECT_EQ(undecided.error().reason, "paper_not_agreed");

    ASSERT_TRUE(ask(from_page::DecidePage{id, Decision::send}));
    ASSERT_TRUE(ask(from_page::Assemble{CommandId::make(clock.now()), grant(), {id}, false}));
    ASSERT_TRUE(until([&] { return last("paper_ready") != nullptr || last("command_failed") != nullptr; }));
    ASSERT_NE(last("paper_ready"), nullptr);
    EXPECT_EQ(last("paper_ready")->at("paper").at("media_type"), "application/pdf");
    EXPECT_TRUE(until([&] { return has_record(RecordKind::page_sent); }));
}

TEST_F(DaemonTest, retouches_a_page_into_a_new_one) {
    paired_with_page();
    start_interview();
    auto const id = scanned_page();
    auto const before =
        json::decode<to_page::PageScanned>(*last("page_scanned"), json::Unknown::ignore)->page;
    ASSERT_TRUE(ask(from_page::Retouch{CommandId::make(clock.now()), grant(), id, Rotate{90}}));
    ASSERT_TRUE(until([&] { return last("paper_ready") != nullptr; }));
    auto const ready = json::decode<to_page::PaperReady>(*last("paper_ready"), json::Unknown::ignore);
    ASSERT_TRUE(ready);
    EXPECT_EQ(ready->replaces, id);
    EXPECT_NE(ready->paper.paper_id, id);
    EXPECT_EQ(ready->paper.width, before.height);
    EXPECT_EQ(ready->paper.state, PaperState::waiting);
}

TEST_F(DaemonTest, scans_nothing_without_a_grant_of_this_interview_and_nothing_twice) {
    paired_with_page();
    auto order = scan_order();
    EXPECT_EQ(ask(order).error().reason, "grant_of_other_interview") << "none runs";
    start_interview();
    order.grant = grant(std::chrono::minutes(-1));
    EXPECT_EQ(ask(order).error().reason, "grant_expired");
    order.grant = grant();
    EXPECT_TRUE(ask(order));
    EXPECT_TRUE(ask(order)) << "repeating an order is harmless";
    ASSERT_TRUE(until([&] { return last("scan_finished") != nullptr; }));
    EXPECT_EQ(last("scan_finished")->at("pages"), 1);
    EXPECT_EQ(std::ranges::count_if(heard,
                                    [](auto const& message) { return message.at("type") == "page_scanned"; }),
              1);
}

TEST_F(DaemonTest, shows_a_document_only_under_a_grant_to_show_and_only_a_pdf) {
    paired_with_page();
    start_interview();
    auto const page_id = scanned_page();
    auto const show = [&](PaperId const& paper, std::string const& under) {
        return ask(from_page::ShowPaper{CommandId::make(clock.now()), under, paper});
    };
    EXPECT_EQ(show(page_id, grant()).error().reason, "paper_not_pdf");
    EXPECT_EQ(show(PaperId::make(clock.now()), grant()).error().reason, "paper_unknown");
    ASSERT_TRUE(ask(from_page::DecidePage{page_id, Decision::send}));
    ASSERT_TRUE(ask(from_page::Assemble{CommandId::make(clock.now()), grant(), {page_id}, false}));
    ASSERT_TRUE(until([&] { return last("paper_ready") != nullptr; }));
    auto const ready = json::decode<to_page::PaperReady>(*last("paper_ready"), json::Unknown::ignore);
    ASSERT_TRUE(ready);
    auto const pdf = ready->paper.paper_id;
    EXPECT_EQ(show(pdf, grant(std::chrono::minutes(10), {"scan", "print"})).error().reason,
              "grant_action_missing");
    EXPECT_EQ(show(pdf, grant(std::chrono::minutes(-1))).error().reason, "grant_expired");
    auto const shown = show(pdf, grant());
    EXPECT_TRUE(shown) << describe(shown.error());
}

TEST_F(DaemonTest, wipes_everything_when_the_server_says_that_the_interview_is_over) {
    paired_with_page();
    start_interview();
    auto const id = scanned_page();
    fs::create_directories(folder.path() / "profile/Downloads");
    std::ofstream(folder.path() / "profile/Downloads/letter.pdf") << "content";
    end_interview();
    ASSERT_TRUE(until([&] { return last("interview")->at("interview").at("state") == "ended"; }));
    auto const wiped = ask(from_page::Wipe{interview, "ended", 2});
    ASSERT_TRUE(wiped);
    EXPECT_EQ(wiped->at("daemon_papers"), 1);
    EXPECT_EQ(wiped->at("page_papers"), 2);
    EXPECT_EQ(wiped->at("profile_entries"), 1);
    ASSERT_NE(last("wiped"), nullptr);
    EXPECT_EQ(ask(from_page::DecidePage{id, Decision::send}).error().reason, "no_interview_running");
    EXPECT_FALSE(fs::exists(folder.path() / "profile/Downloads/letter.pdf"));
    ASSERT_TRUE(until([&] { return has_record(RecordKind::wiped); }));
    EXPECT_EQ(server->records.back().wipe_reason, "ended");
    EXPECT_EQ(server->records.back().interview_id, interview);
    EXPECT_EQ(server->records.back().counts->page_papers, 2);
}

TEST_F(DaemonTest, stops_at_the_citizens_word_at_once_and_tells_the_server) {
    paired_with_page();
    start_interview();
    ASSERT_TRUE(ask(from_page::Leave{interview, {}, {}}));
    ASSERT_TRUE(until([&] { return last("interview")->at("interview").at("state") == "ended"; }));
    EXPECT_EQ(last("interview")->at("interview").at("end_reason"), "citizen_left");
    EXPECT_TRUE(until([&] { return server->heard_type("leave"); }));
}

TEST_F(DaemonTest, serves_a_page_that_comes_back_after_a_restart_of_the_daemon_in_the_same_interview) {
    paired_with_page();
    start_interview();
    auto const url = daemon->start_url();
    bool stopped = false;
    daemon->stop([&] { stopped = true; });
    ASSERT_TRUE(until([&] { return stopped; }));
    daemon.reset();
    server->stop();
    ASSERT_TRUE(until([&] { return server->stopped(); })) << "the server is away as well";
    heard.clear();
    start_daemon();
    EXPECT_EQ(daemon->start_url(), url);
    ASSERT_TRUE(until([&] { return last("snapshot") != nullptr; })) << "the page comes back by itself";
    EXPECT_EQ(last("snapshot")->at("interview").at("interview_id").as_string(), interview.text());
    auto const scan = ask(scan_order());
    EXPECT_TRUE(scan) << describe(scan.error());
    EXPECT_TRUE(until([&] { return last("scan_finished") != nullptr; })) << "everything local goes on";
}

TEST_F(DaemonTest, tells_the_server_what_it_found_of_itself_at_its_start_and_again_when_a_technician_asks) {
    paired_with_page();
    auto const tests_told = [&] {
        return std::ranges::count(server->heard, "self_tested", &ws::Command::type);
    };
    ASSERT_TRUE(until([&] { return tests_told() == 1; }));
    server->tell(json::encode(to_kiosk::RunSelfTest{}).as_object());
    ASSERT_TRUE(until([&] { return tests_told() == 2; }));
    auto const newest =
        std::find_if(server->heard.rbegin(), server->heard.rend(),
                     [](ws::Command const& command) { return command.type == "self_tested"; });
    auto const& checks = newest->message.at("report").at("checks").as_array();
    EXPECT_EQ(checks.size(), 4U);
    EXPECT_EQ(checks.at(0).at("outcome"), "passed") << "the scanner is there";
    EXPECT_EQ(checks.at(1).at("outcome"), "failed") << "no print service answers";
}

TEST_F(DaemonTest, says_to_the_page_that_it_waits_for_a_technician) {
    start_daemon();
    open_page();
    EXPECT_FALSE(last("snapshot")->at("paired").as_bool());
    ASSERT_TRUE(until([&] { return shown_code().has_value(); }));
    auto const code = *shown_code();
    ASSERT_TRUE(server->claim(code, server->snapshot.kiosk.kiosk_id));
    EXPECT_TRUE(until([&] { return last("snapshot")->at("online").as_bool(); }));
}

} // namespace
} // namespace parvis::kiosk

/// The daemon starts its workers as the program it is part of.
int main(int argc, char** argv) {
    std::string_view const command = argc > 1 ? argv[1] : "";
    if (command == "scan-worker") {
        return parvis::kiosk::scan_worker_main(argc, argv);
    }
    if (command == "image-worker") {
        return parvis::kiosk::image_worker_main(argc, argv);
    }
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
