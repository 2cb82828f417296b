// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/daemon.hpp"

#include "kiosk/devices.hpp"
#include "kiosk/interview/interview_room.hpp"
#include "kiosk/page/page_token.hpp"
#include "kiosk/page/paper_routes.hpp"
#include "kiosk/store/state_folder.hpp"
#include "platform/http/server.hpp"
#include "platform/log/log.hpp"
#include "platform/text/catalogue.hpp"

#include <boost/asio/io_context.hpp>

#include <utility>

namespace parvis::kiosk {

namespace {

constexpr std::size_t worker_threads = 3;

/// What was read from disk before anything runs.
struct Opened {
    StateFolder state;
    crypto::KeyPair key;
    std::optional<PairedWith> paired;
    RecordQueue records;
    std::string token;
    http::StaticFiles files;
};

Result<Opened> open_all(KioskSettings const& settings) {
    auto state = StateFolder::open(settings.state_dir);
    if (!state) {
        return state.error();
    }
    if (auto const runtime = make_private_folder(settings.runtime_dir); !runtime) {
        return runtime.error();
    }
    auto key = load_or_make_key(state->file("kiosk.key"));
    if (!key) {
        return key.error();
    }
    auto paired = load_pairing(state->file("pairing.json"), settings.server);
    if (!paired) {
        return paired.error();
    }
    auto records = RecordQueue::open(state->file("records.jsonl"));
    if (!records) {
        return records.error();
    }
    auto token = load_or_make_page_token(settings.runtime_dir, current_boot_id());
    if (!token) {
        return token.error();
    }
    auto files = http::StaticFiles::open(settings.page.web_dir);
    if (!files) {
        return files.error();
    }
    return Opened{std::move(*state), *key, std::move(*paired), std::move(*records), std::move(*token),
                  std::move(*files)};
}

std::string page_address(PageSettings const& page) {
    return page.host + (page.port == 80 ? "" : ":" + std::to_string(page.port));
}

http::ServerOptions page_server_options(PageSettings const& page) {
    http::ServerOptions options;
    options.address = page.address;
    options.port = page.port;
    options.allowed_hosts = {page_address(page)};
    options.allowed_origins = {"http://" + page_address(page)};
    options.page_features = {{"/", "camera"}, {"/", "microphone"}};
    options.problem_text = [](Language language, Error const& error) { return text::say(language, error); };
    return options;
}

} // namespace

struct Daemon::Parts {
    Parts(boost::asio::io_context& io_context, KioskSettings const& chosen, Opened what_was_there);
    ~Parts() {
        // Jobs that still run use what goes below.
        workers.stop();
    }
    Parts(Parts const&) = delete;
    Parts& operator=(Parts const&) = delete;
    Result<void> listen();
    WipedStores stores();
    void test_self();

    boost::asio::io_context& io;
    KioskSettings settings;
    Opened opened;
    SystemClock clock;
    http::Workers workers{io, worker_threads};
    PaperTray tray;
    RoomView view;
    RecordKeeper records;
    Devices devices;
    ScanDesk scans;
    RetouchDesk retouches;
    PrintDesk prints;
    PaperOrders orders;
    Wiping wiping;
    Loudspeaker loudspeaker;
    InterviewRoom room;
    PageSide page;
    ServerSide server;
    PaperRoutes paper_routes;
    std::unique_ptr<http::Server> page_server;
};

WipedStores Daemon::Parts::stores() {
    return {tray, [this] { orders.stop_work(); },
            [this](std::function<void(std::optional<std::int64_t>)> answer) {
                devices.printer().purge([answer = std::move(answer)](Result<int> const& removed) {
                    answer(removed ? std::optional<std::int64_t>(*removed) : std::nullopt);
                });
            },
            settings.page.browser_profile_dir};
}

void Daemon::Parts::test_self() {
    devices.run_self_test([this](kiosk_protocol::SelfTestReport const& report) { room.self_tested(report); });
}

Daemon::Parts::Parts(boost::asio::io_context& io_context, KioskSettings const& chosen, Opened what_was_there)
    : io(io_context), settings(chosen), opened(std::move(what_was_there)),
      view(std::filesystem::path(settings.runtime_dir) / "interview.json", settings.page.idle_seconds,
           settings.page.end_seconds),
      records(workers, clock, opened.records, [this] { server.send_records(); }),
      devices(io, clock, settings,
              [this](kiosk_protocol::DeviceReport const& report) { room.devices_changed(report); }),
      scans(
          devices.scanner(), devices.watch(), tray, clock,
          [this](boost::json::object message) { page.tell_message(message); },
          [this](std::uint32_t number, std::vector<std::byte> frame) {
              page.preview({number, std::move(frame)});
          }),
      retouches(devices.imaging(), tray, clock,
                [this](boost::json::object message) { page.tell_message(message); }),
      prints(devices.printer(), devices.watch(),
             [this](boost::json::object message) { page.tell_message(message); }),
      orders({clock, view, tray, records, scans, retouches, prints}), wiping(workers, records, stores()),
      loudspeaker(io, {settings.bell.player, settings.bell.sound}),
      room({workers, clock, view, tray, orders, wiping, loudspeaker, [this] { test_self(); },
            opened.state.file("last-known.json")}),
      page(io, clock, opened.token, room),
      server(workers, clock, opened.records, room, opened.key, opened.paired,
             {settings.server, settings.trust_file, opened.state.file("pairing.json")}),
      paper_routes{tray, opened.token, clock, [this] { return view.running(); },
                   [this](InterviewId const& interview) {
                       return records.keep_now({interview, kiosk_protocol::RecordKind::paper_received});
                   }} {}

Result<void> Daemon::Parts::listen() {
    http::Router router;
    add_paper_routes(router, paper_routes);
    page_server =
        std::make_unique<http::Server>(io, workers, std::move(router), page_server_options(settings.page));
    page_server->add_link("/local/link", page.links());
    page_server->add_files("/", opened.files);
    return page_server->start();
}

Daemon::Daemon(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Daemon::~Daemon() = default;

std::string Daemon::start_url() const {
    return "http://" + page_address(parts_->settings.page) + "/#token=" + parts_->opened.token;
}

Result<std::unique_ptr<Daemon>> Daemon::start(boost::asio::io_context& io, KioskSettings const& settings) {
    auto opened = open_all(settings);
    if (!opened) {
        return opened.error();
    }
    std::unique_ptr<Daemon> daemon(new Daemon(std::make_unique<Parts>(io, settings, std::move(*opened))));
    auto& parts = *daemon->parts_;
    if (auto const known = load_last_known(parts.opened.state.file("last-known.json"))) {
        parts.view.show_place(*known);
    }
    parts.orders.trust(parts.opened.paired, std::chrono::milliseconds(0));
    parts.room.meet(parts.server, parts.page);
    if (auto listening = parts.listen(); !listening) {
        return listening.error();
    }
    auto const url_file = std::filesystem::path(settings.runtime_dir) / "start-url";
    if (auto written = write_file_durably(url_file, daemon->start_url() + "\n"); !written) {
        return written.error();
    }
    parts.room.wipe_at_start();
    parts.server.start();
    parts.test_self();
    log::info("started", {{"paired", parts.opened.paired.has_value()},
                          {"records_owed", parts.opened.records.size()},
                          {"port", parts.page_server->port()}});
    return daemon;
}

void Daemon::stop(std::function<void()> stopped) {
    auto& parts = *parts_;
    parts.server.stop();
    parts.orders.stop_work();
    if (auto const dropped = parts.tray.wipe(); dropped.papers > 0) {
        kiosk_protocol::WipeCounts counts;
        counts.daemon_papers = dropped.papers;
        counts.daemon_bytes = dropped.bytes;
        // Nobody may forget that papers went, even though the interview may go on.
        (void)parts.records.keep_now(
            {parts.view.running(), kiosk_protocol::RecordKind::wiped, std::string("abandoned"), counts});
    }
    parts.page_server->stop(std::move(stopped));
}

} // namespace parvis::kiosk
