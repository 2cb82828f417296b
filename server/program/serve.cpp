// SPDX-License-Identifier: EUPL-1.2
#include "server/program/serve.hpp"

#include "platform/http/server.hpp"
#include "platform/log/log.hpp"
#include "platform/metrics/metrics.hpp"
#include "platform/text/catalogue.hpp"
#include "server/fleet/self_test_routes.hpp"
#include "server/identity/account_routes.hpp"
#include "server/identity/kiosk_key_service.hpp"
#include "server/identity/pairing_routes.hpp"
#include "server/interview/interview_retention_store.hpp"
#include "server/interview/interview_routes.hpp"
#include "server/interview/realtime.hpp"
#include "server/network/network_routes.hpp"
#include "server/places/place_routes.hpp"
#include "server/poster/poster_routes.hpp"
#include "server/program/message_channels.hpp"
#include "server/program/rate_limit.hpp"
#include "server/program/regular_jobs.hpp"
#include "server/program/repeated_job.hpp"
#include "server/program/storage.hpp"
#include "server/publication/publication_routes.hpp"
#include "server/queue/arrival_routes.hpp"
#include "server/queue/home_visit_routes.hpp"
#include "server/queue/queue_realtime.hpp"
#include "server/queue/queue_retention_store.hpp"
#include "server/queue/queue_routes.hpp"
#include "server/queue/wall_routes.hpp"
#include "server/scheduling/appointments/appointment_retention_store.hpp"
#include "server/scheduling/appointments/appointment_routes.hpp"
#include "server/scheduling/appointments/public_booking_routes.hpp"
#include "server/scheduling/feeds/calendar_feed_routes.hpp"
#include "server/scheduling/feeds/webhook_routes.hpp"
#include "server/scheduling/reminders/reminder_routes.hpp"
#include "server/scheduling/rota/rota_routes.hpp"
#include "server/scheduling/slots/kept_supply_book_store.hpp"
#include "server/scheduling/slots/stored_supply_book_store.hpp"
#include "server/scheduling/supply/supply_routes.hpp"
#include "server/scheduling/unmet/unmet_count_routes.hpp"
#include "server/scheduling/waiting/waiting_routes.hpp"
#include "server/scheduling/walk_in/walk_in_routes.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <fmt/core.h>

#include <csignal>

namespace parvis {
namespace {

http::ServerOptions http_options(Settings const& settings, metrics::Registry& metrics,
                                 RateLimit& rate_limit) {
    http::ServerOptions options;
    options.address = settings.listen.address;
    options.port = settings.listen.port;
    if (!settings.tls.certificate.empty()) {
        options.tls = http::TlsFiles{settings.tls.certificate, settings.tls.key};
    }
    options.trusted_proxies = settings.trusted_proxies;
    options.page_features = {{"/adviser/", "camera"},
                             {"/adviser/", "microphone"},
                             {"/visit/", "camera"},
                             {"/visit/", "microphone"},
                             {"/portal/", "geolocation"}};
    options.problem_text = [](Language language, Error const& error) { return text::say(language, error); };
    options.before = [&rate_limit](http::Request const& request) { return rate_limit.check(request); };
    options.answered = [&metrics](http::Answered const& answered) {
        metrics.observe("http_request_seconds", static_cast<double>(answered.duration.count()) / 1e6,
                        {{"route", answered.route}, {"status", std::to_string(answered.status)}});
    };
    return options;
}

interview::RealtimeSettings realtime_settings(Settings const& settings) {
    interview::RealtimeSettings realtime;
    for (auto const& url : settings.turn.urls) {
        (url.starts_with("stun") ? realtime.relay.stun_urls : realtime.relay.turn_urls).push_back(url);
    }
    realtime.relay.turn_secret = settings.turn.secret;
    realtime.relay.longest_interview = std::chrono::minutes(settings.turn.lifetime_minutes);
    realtime.ring_patience = std::chrono::minutes(settings.interview.ring_minutes);
    realtime.call_patience = std::chrono::seconds(settings.interview.call_seconds);
    realtime.lost_after = std::chrono::minutes(settings.interview.lost_minutes);
    realtime.links.keep = std::chrono::seconds(settings.link_keep_seconds);
    return realtime;
}

/// Everything the process owns, in the order of its start; destroyed in reverse.
struct Program {
    Settings const& settings;
    SystemClock clock;
    metrics::Registry& metrics;
    std::unique_ptr<db::Database> database;
    boost::asio::io_context io{1};
    http::Workers workers{io, settings.workers};
    RateLimit rate_limit{clock};
    identity::ServerKey key;
    interview::Realtime* realtime = nullptr; ///< once it runs
    identity::AccountService accounts;
    identity::PairingService pairings;
    fleet::SelfTestService self_tests;
    interview::Services interviews;
    scheduling::SupplyService supply;
    scheduling::MotiveService motives;
    scheduling::CalendarService calendars;
    scheduling::RotaService rota{*database, clock};
    scheduling::DisplacementService displaced{*database, clock};
    scheduling::StoredSupplyBook stored_book;
    scheduling::KeptSupplyBook book{stored_book};
    scheduling::AppointmentService appointments{
        *database, clock, book, queue::QueueService::leave_with,
        [this](scheduling::Appointment const& changed) { queue.appointment_changed(changed); }};
    scheduling::SlotSearchService slots{*database, clock, book};
    scheduling::AppointmentWords words{*database, clock, book};
    scheduling::AppointmentDesk desk{appointments, slots, words, clock};
    scheduling::PublicBooking public_booking{*database, clock, appointments, desk, words};
    places::PlaceSearch places{*database, clock};
    poster::PosterService posters{public_booking};
    publication::Publication publication{*database, clock, public_booking};
    queue::QueueService queue;
    queue::ArrivalService arrivals{*database, clock, queue, words};
    queue::HomeVisitService visits{*database, clock, queue, public_booking, appointments, words};
    scheduling::ReminderService reminders;
    scheduling::WaitingList waiting;
    scheduling::CalendarFeedService feeds;
    scheduling::WebhookService webhooks;
    scheduling::UnmetCountService unmet{*database};
    scheduling::WalkInService walk_ins{*database, clock};
    std::function<void(queue::WallId const&)> wall_revoked = [](queue::WallId const&) {};
    queue::WallService walls;

    Program(Settings const& wanted, metrics::Registry& registry, std::unique_ptr<db::Database> opened,
            identity::ServerKey loaded)
        : settings(wanted), metrics(registry), database(std::move(opened)), key(std::move(loaded)),
          accounts(
              *database, clock,
              [this](identity::SignedOut const& out) { tell([&](auto& live) { live.signed_out(out); }); }),
          pairings(*database, clock, key,
                   [this](KioskId const& id) { tell([&](auto& live) { live.kiosk_revoked(id); }); }),
          self_tests(*database, clock, [this](KioskId const& id) { return order_self_test(id); }),
          interviews(*database, clock), supply(*database, clock),
          motives(*database, clock, [this](std::string const& code) { return places.knows(code); }),
          calendars(*database, clock), queue(*database, clock, interviews.feed),
          reminders(*database, clock, message_channels(wanted), message_sender(wanted)),
          waiting(*database, clock, book, appointments, slots, waiting_settings(wanted)),
          feeds(*database, clock), webhooks(*database, clock, wanted.webhooks.allow_private),
          walls(*database, clock, [this](queue::WallId const& id) { wall_revoked(id); }) {}

    /// Before it runs nobody is connected: there is nobody to tell.
    template <class News>
    void tell(News news) {
        if (realtime != nullptr) {
            news(*realtime);
        }
    }

    Result<void> order_self_test(KioskId const& kiosk) {
        return realtime != nullptr ? realtime->order_self_test(kiosk)
                                   : fail(ErrorCode::unavailable, "kiosk_offline");
    }

    http::Authenticate<identity::Caller> authenticate() { return identity::by_session_cookie(accounts); }

    interview::ProveVisit prove_visit() {
        return [this](std::string const& address, std::string const& code) {
            return visits.prove(address, code);
        };
    }

    http::Router routes() {
        http::Router router;
        identity::add_account_routes(router, accounts);
        identity::add_pairing_routes(router, pairings, authenticate());
        identity::add_audit_routes(router, *database, clock, authenticate());
        fleet::add_self_test_routes(router, self_tests, authenticate());
        network::add_network_routes(router, *database, authenticate());
        interview::add_interview_routes(router, interviews.outcomes, authenticate());
        scheduling::add_planning_routes(router, {supply, motives, calendars}, authenticate());
        scheduling::add_rota_routes(router, {rota, displaced, supply, calendars}, authenticate());
        scheduling::add_appointment_routes(router, desk, authenticate());
        scheduling::add_public_booking_routes(router, public_booking);
        places::add_place_routes(router, places);
        poster::add_poster_routes(router, posters);
        publication::add_publication_routes(router, publication);
        queue::add_queue_routes(router, queue, authenticate());
        queue::add_arrival_routes(router, arrivals, authenticate());
        queue::add_home_visit_routes(router, visits);
        scheduling::add_reminder_routes(router, reminders, authenticate());
        scheduling::add_waiting_routes(router, waiting, authenticate());
        scheduling::add_calendar_feed_routes(router, feeds, authenticate());
        scheduling::add_webhook_routes(router, webhooks, authenticate());
        scheduling::add_unmet_count_routes(router, unmet, authenticate());
        scheduling::add_walk_in_routes(router, walk_ins, authenticate());
        queue::add_wall_routes(router, walls, authenticate());
        http::RouteOptions const at_once{.runs_on = http::RunsOn::io};
        router.get(
            "/healthz",
            [](http::Request const&) { return Result<http::Response>(http::Response::text(200, "ok\n")); },
            at_once);
        router.get(
            "/metrics",
            [this](http::Request const&) {
                auto response = http::Response::text(200, metrics.exposition());
                response.content_type = "text/plain; version=0.0.4; charset=utf-8";
                return Result<http::Response>(std::move(response));
            },
            at_once);
        return router;
    }

    void measure_links(std::string const& kind, ws::LinkCounts const& counts) {
        metrics.set("links", static_cast<double>(counts.links), {{"kind", kind}});
        metrics.set("link_sockets", static_cast<double>(counts.sockets), {{"kind", kind}});
        metrics.set("link_messages_sent", static_cast<double>(counts.sent), {{"kind", kind}});
        metrics.set("link_slow_readers", static_cast<double>(counts.slow_readers), {{"kind", kind}});
        metrics.set("link_refused", static_cast<double>(counts.refused), {{"kind", kind}});
    }

    void begin_nothing_to_tell() {
        reminders.stop();
        waiting.stop();
        webhooks.stop();
    }

    int run(http::StaticFiles pages);
};

/// What people and other programs are told, each on a thread of its own.
struct Telling {
    RepeatedJob messages;
    RepeatedJob offers;
    RepeatedJob deliveries;

    /// Waits for what is under way.
    void stop() {
        messages.stop();
        offers.stop();
        deliveries.stop();
    }
};

interview::SideBoards boards_beside(queue::QueueRealtime& lines) {
    return {[&](auto const& link, auto const& caller) { lines.boards().console_came(link, caller); },
            [&](auto const& link, auto const& site) { lines.boards().desk_came(link, site); },
            [&](auto const& link, auto const& kiosk, auto const& site) {
                lines.boards().kiosk_came(link, kiosk, site);
            },
            [&](auto const& link) { lines.boards().went(link); },
            [&] { lines.boards().kiosks_changed(); },
            [&] { lines.boards().attendance_changed(); }};
}

int Program::run(http::StaticFiles pages) {
    interview::Realtime live({io, workers, *database, clock, interviews, key, authenticate(), prove_visit()},
                             realtime_settings(settings));
    realtime = &live;
    queue::QueueRealtime lines(
        {io, workers, clock, queue, walls,
         [&](ws::LinkId const& link, boost::json::object message) { live.tell(link, std::move(message)); },
         [&](AccountId const& adviser) { return live.groups_of(adviser); }, [&] { return live.on_duty(); },
         [&](ws::LinkId const& link, boost::json::object message) {
             live.tell_kiosk(link, std::move(message));
         }});
    live.show_beside(boards_beside(lines));
    wall_revoked = [&](queue::WallId const& wall) { lines.revoked(wall); };
    // After the boards, which nothing may keep from being told.
    interviews.feed.subscribe([this](interview::InterviewCard const& card) { queue.follow(card.interview); });
    http::Server server(io, workers, routes(), http_options(settings, metrics, rate_limit));
    server.add_link("/api/v1/link", live.console_links());
    server.add_link("/api/v1/kiosk-link", live.kiosk_links());
    server.add_link("/api/v1/wall-link", lines.wall_links());
    server.add_files("/", pages);
    RegularJobs daily(io, workers, std::chrono::hours(24),
                      {[this] { accounts.apply_retention(); }, [this] { pairings.apply_retention(); },
                       [this] { interview::apply_retention(*database, clock.now()).value(); },
                       [this] { scheduling::apply_appointment_retention(*database, clock.now()).value(); },
                       [this] { queue.follow_all().value(); }, [this] { queue.end_past_days().value(); },
                       [this] { queue::apply_retention(*database, clock.now()).value(); }});
    RegularJobs each_minute(io, workers, std::chrono::minutes(1),
                            {[this] { appointments.release_expired().value(); }});
    Telling telling{RepeatedJob(io, std::chrono::seconds(5), [this] { reminders.run(); }),
                    RepeatedJob(io, std::chrono::seconds(2), [this] { waiting.run(); }),
                    RepeatedJob(io, std::chrono::seconds(5), [this] { webhooks.run(); })};
    live.start();
    lines.start();
    if (auto const started = server.start(); !started) {
        fmt::print(stderr, "parvis: {}\n", text::say(Language::en, started.error()));
        return 1;
    }
    log::info("listening", {{"address", settings.listen.address}, {"port", server.port()}});
    boost::asio::signal_set signals(io, SIGTERM, SIGINT);
    signals.async_wait([&](auto const& failure, int signal) {
        if (failure) {
            return;
        }
        log::info("stopping", {{"signal", signal}});
        daily.stop();
        each_minute.stop();
        begin_nothing_to_tell();
        server.stop([&] {
            lines.stop();
            live.stop();
            telling.stop();
            workers.stop();
            io.stop();
        });
    });
    io.run();
    log::info("stopped");
    return 0;
}

int cannot_start(Error const& error) {
    fmt::print(stderr, "parvis: {}\n", text::say(Language::en, error));
    return 1;
}

} // namespace

int serve(Settings const& settings, Prepare const& prepare) {
    metrics::Registry metrics("parvis_");
    auto database = open_storage(settings, &metrics);
    if (!database) {
        return cannot_start(database.error());
    }
    auto key = identity::load_or_make_server_key(**database);
    if (!key) {
        return cannot_start(key.error());
    }
    auto pages = http::StaticFiles::open(settings.web);
    if (!pages) {
        return cannot_start(pages.error());
    }
    Program program(settings, metrics, std::move(*database), std::move(*key));
    if (prepare) {
        if (auto const prepared = prepare(*program.database, program.accounts, program.clock); !prepared) {
            return cannot_start(prepared.error());
        }
    }
    return program.run(std::move(*pages));
}

} // namespace parvis
