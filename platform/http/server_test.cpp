// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/http_test_support.hpp"

#include <gtest/gtest.h>

#include <atomic>

namespace parvis::http {
namespace {

using namespace testing;

Router small_router() {
    Router router;
    router.get("/api/v1/kiosks/{kiosk_id}", [](Request const& request) -> Result<Response> {
        return Response::json(200, {{"kiosk", request.params.at("kiosk_id")}});
    });
    router.post("/api/v1/echo", [](Request const& request) -> Result<Response> {
        auto const body = request.json_body();
        return body ? Result<Response>(Response::json(201, *body)) : body.error();
    });
    router.post("/api/v1/small", [](Request const&) -> Result<Response> { return Response::no_content(); },
                {.max_body_bytes = 10});
    router.get("/taken", [](Request const&) -> Result<Response> {
        return fail(ErrorCode::conflict, "slot_taken", "/slot", {{"slot", "9"}});
    });
    router.get("/broken",
               [](Request const&) -> Result<Response> { throw std::runtime_error("secret cause"); });
    router.get("/tagged", [](Request const&) -> Result<Response> {
        auto response = Response::text(200, "same");
        response.set_header("ETag", "\"v1\"");
        return response;
    });
    router.get("/who", [](Request const& request) -> Result<Response> {
        return Response::json(200, {{"address", request.client_address},
                                    {"secure", request.secure},
                                    {"language", tag(request.language)}});
    });
    return router;
}

TEST(Server, answers_a_route_with_its_parameters_and_keeps_the_connection) {
    RunningServer server(small_router());
    Client client(server.port());
    auto const first = client.ask("GET /api/v1/kiosks/abc%20d");
    EXPECT_EQ(first.status, 200U);
    EXPECT_EQ(first.json().at("kiosk"), "abc d");
    EXPECT_EQ(first.header("Cache-Control"), "no-store");
    EXPECT_EQ(client.ask("POST /api/v1/echo", "Content-Type: application/json\r\n", "[1,2]").body, "[1,2]");
    EXPECT_EQ(client.ask("GET /api/v1/kiosks/2").status, 200U);
}

TEST(Server, answers_head_like_get_without_content) {
    RunningServer server(small_router());
    Client client(server.port());
    auto const head = client.ask("HEAD /api/v1/kiosks/abc");
    EXPECT_EQ(head.status, 200U);
    EXPECT_EQ(head.header("Content-Length"), "15");
    EXPECT_EQ(client.ask("GET /api/v1/kiosks/abc").body.size(), 15U);
}

TEST(Server, tells_unknown_paths_from_wrong_methods) {
    RunningServer server(small_router());
    Client client(server.port());
    auto const unknown = client.ask("GET /nowhere");
    EXPECT_EQ(unknown.status, 404U);
    EXPECT_EQ(unknown.header("Content-Type"), "application/problem+json");
    EXPECT_EQ(unknown.code(), "route_unknown");
    auto const wrong = client.ask("DELETE /api/v1/echo");
    EXPECT_EQ(wrong.status, 405U);
    EXPECT_EQ(wrong.header("Allow"), "POST");
    EXPECT_EQ(wrong.code(), "method_not_allowed");
    EXPECT_EQ(client.ask("OPTIONS /taken").header("Allow"), "GET, HEAD");
}

TEST(Server, turns_errors_into_problems_in_the_language_of_the_caller) {
    ServerOptions options;
    options.problem_text = [](Language language, Error const& error) {
        return std::string(language == Language::en ? "Taken: " : "Pris : ") + error.arguments.at(0).second;
    };
    RunningServer server(small_router(), options);
    Client client(server.port());
    auto const english = client.ask("GET /taken", "Accept-Language: en-GB,fr;q=0.5\r\n");
    EXPECT_EQ(english.status, 409U);
    EXPECT_EQ(english.json().at("detail"), "Taken: 9");
    EXPECT_EQ(english.json().at("pointer"), "/slot");
    EXPECT_EQ(english.header("Content-Language"), "en");
    EXPECT_EQ(client.ask("GET /taken").json().at("detail"), "Pris : 9");
}

TEST(Server, hides_the_cause_of_an_unexpected_failure) {
    RunningServer server(small_router());
    Client client(server.port());
    auto const answer = client.ask("GET /broken");
    EXPECT_EQ(answer.status, 500U);
    EXPECT_EQ(answer.code(), "internal_error");
    EXPECT_EQ(answer.body.find("secret"), std::string::npos);
    EXPECT_EQ(client.ask("GET /who").status, 200U) << "and lives on";
}

TEST(Server, refuses_bodies_over_the_limit_of_their_route) {
    RunningServer server(small_router());
    auto const answer = Client(server.port()).ask("POST /api/v1/small", "", std::string(11, 'x'));
    EXPECT_EQ(answer.status, 413U);
    EXPECT_EQ(answer.code(), "body_too_large");
    EXPECT_EQ(answer.json().at("arguments").at("max_bytes"), "10");
    EXPECT_EQ(Client(server.port()).ask("POST /api/v1/small", "", std::string(10, 'x')).status, 204U);
}

TEST(Server, refuses_large_bodies_with_an_answer_that_arrives) {
    RunningServer server(small_router());
    Client client(server.port());
    auto const answer =
        client.ask("POST /api/v1/echo", "Content-Type: application/json\r\n", std::string(3'000'000, ' '));
    EXPECT_EQ(answer.status, 413U);
}

TEST(Server, counts_chunked_bodies_too) {
    RunningServer server(small_router());
    Client client(server.port());
    client.send("POST /api/v1/small HTTP/1.1\r\nHost: parvis.test\r\nTransfer-Encoding: chunked\r\n\r\n"
                "14\r\n01234567890123456789\r\n0\r\n\r\n");
    EXPECT_EQ(client.answer().status, 413U);
}

TEST(Server, refuses_headers_over_16_kib) {
    RunningServer server(small_router());
    Client client(server.port());
    auto const answer = client.ask("GET /who", "X-Much: " + std::string(20'000, 'x') + "\r\n");
    EXPECT_EQ(answer.status, 431U);
    EXPECT_EQ(answer.code(), "headers_too_large");
}

TEST(Server, refuses_what_is_not_http) {
    RunningServer server(small_router());
    Client client(server.port());
    client.send("\x16\x03\x01 this is no HTTP\r\n\r\n");
    auto const answer = client.answer();
    EXPECT_EQ(answer.status, 400U);
    EXPECT_EQ(answer.code(), "request_malformed");
}

TEST(Server, refuses_a_request_without_host) {
    RunningServer server(small_router());
    Client client(server.port());
    client.send("GET /who HTTP/1.1\r\n\r\n");
    EXPECT_EQ(client.answer().code(), "host_missing");
}

TEST(Server, answers_408_when_a_request_does_not_end) {
    ServerOptions options;
    options.limits.header_time = 50ms;
    options.limits.body_time = 50ms;
    RunningServer server(small_router(), options);
    Client header(server.port());
    header.send("GET /who HTTP/1.1\r\nHost: ");
    EXPECT_EQ(header.answer().status, 408U);
    Client body(server.port());
    body.send("POST /api/v1/echo HTTP/1.1\r\nHost: parvis.test\r\nContent-Length: 10\r\n\r\n12");
    EXPECT_EQ(body.answer().code(), "request_timeout");
}

TEST(Server, closes_idle_connections_without_a_word) {
    ServerOptions options;
    options.limits.idle_time = 50ms;
    RunningServer server(small_router(), options);
    Client client(server.port());
    EXPECT_EQ(client.ask("GET /who").status, 200U);
    EXPECT_TRUE(client.is_closed());
}

TEST(Server, turns_away_connections_over_the_limit) {
    ServerOptions options;
    options.limits.connections = 1;
    RunningServer server(small_router(), options);
    Client first(server.port());
    EXPECT_EQ(first.ask("GET /who").status, 200U);
    Client second(server.port());
    auto const answer = second.answer();
    EXPECT_EQ(answer.status, 503U);
    EXPECT_EQ(answer.code(), "too_many_connections");
    EXPECT_FALSE(answer.header("Retry-After").empty());
    EXPECT_EQ(first.ask("GET /who").status, 200U);
}

TEST(Server, answers_in_time_while_a_slow_handler_goes_on) {
    std::promise<void> let_go;
    auto const wait = let_go.get_future().share();
    std::promise<void> finished;
    Router router;
    router.get("/slow",
               [&](Request const&) -> Result<Response> {
                   wait.wait();
                   finished.set_value();
                   return Response::no_content();
               },
               {.time_limit = 30ms});
    RunningServer server(std::move(router));
    Client client(server.port());
    auto const answer = client.ask("GET /slow");
    EXPECT_EQ(answer.status, 504U);
    EXPECT_EQ(answer.code(), "handler_timeout");
    let_go.set_value();
    EXPECT_EQ(finished.get_future().wait_for(20s), std::future_status::ready);
}

TEST(Server, answers_routes_of_the_io_thread_while_all_workers_are_busy) {
    std::promise<void> let_go;
    auto const wait = let_go.get_future().share();
    std::atomic<int> running = 0;
    Router router;
    router.get("/slow", [&](Request const&) -> Result<Response> {
        ++running;
        wait.wait();
        return Response::no_content();
    });
    router.get("/healthz", [&](Request const&) -> Result<Response> { return Response::text(200, "ok"); },
               {.runs_on = RunsOn::io});
    RunningServer server(std::move(router));
    Client a(server.port());
    Client b(server.port());
    a.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    b.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    Client c(server.port());
    while (running < 2) {
        EXPECT_EQ(c.ask("GET /healthz").status, 200U);
    }
    EXPECT_EQ(c.ask("GET /healthz").body, "ok");
    let_go.set_value();
    EXPECT_EQ(a.answer().status, 204U);
}

TEST(Server, answers_304_to_who_has_the_same_version) {
    RunningServer server(small_router());
    Client client(server.port());
    EXPECT_EQ(client.ask("GET /tagged", "If-None-Match: \"v0\"\r\n").status, 200U);
    auto const same = client.ask("GET /tagged", "If-None-Match: \"v0\", W/\"v1\"\r\n");
    EXPECT_EQ(same.status, 304U);
    EXPECT_TRUE(same.body.empty());
    EXPECT_EQ(same.header("ETag"), "\"v1\"");
}

TEST(Server, believes_forwarded_addresses_of_trusted_proxies_only) {
    std::string const fields = "X-Forwarded-For: 203.0.113.9, 198.51.100.7\r\nX-Forwarded-Proto: https\r\n";
    RunningServer open(small_router());
    auto const direct = Client(open.port()).ask("GET /who", fields);
    EXPECT_EQ(direct.json().at("address"), "127.0.0.1");
    EXPECT_EQ(direct.json().at("secure"), false);
    EXPECT_TRUE(direct.header("Strict-Transport-Security").empty());
    ServerOptions options;
    options.trusted_proxies = {"127.0.0.0/8"};
    RunningServer behind(small_router(), options);
    auto const forwarded = Client(behind.port()).ask("GET /who", fields);
    EXPECT_EQ(forwarded.json().at("address"), "198.51.100.7");
    EXPECT_EQ(forwarded.json().at("secure"), true);
    EXPECT_FALSE(forwarded.header("Strict-Transport-Security").empty());
}

TEST(Server, sends_strict_security_headers_with_everything) {
    ServerOptions options;
    options.content_security = {{"connect-src", "wss://relay.test"}};
    RunningServer server(small_router(), options);
    Client client(server.port());
    for (auto const* line : {"GET /who", "GET /nowhere"}) {
        auto const answer = client.ask(line);
        auto const policy = answer.header("Content-Security-Policy");
        EXPECT_NE(policy.find("default-src 'self'"), std::string::npos);
        EXPECT_NE(policy.find("frame-ancestors 'none'"), std::string::npos);
        EXPECT_NE(policy.find("connect-src 'self' wss://relay.test"), std::string::npos);
        EXPECT_EQ(policy.find("unsafe"), std::string::npos);
        EXPECT_EQ(answer.header("X-Content-Type-Options"), "nosniff");
    }
}

TEST(Server, lets_the_before_hook_end_a_request) {
    ServerOptions options;
    options.before = [](Request const& request) -> std::optional<Response> {
        return request.header("X-Page-Token") ? std::nullopt : std::optional(Response::text(429, "slowly"));
    };
    RunningServer server(small_router(), options);
    Client client(server.port());
    EXPECT_EQ(client.ask("GET /who").status, 429U);
    EXPECT_EQ(client.ask("GET /who", "X-Page-Token: t\r\n").status, 200U);
}

TEST(Server, reports_what_it_answered_by_pattern) {
    std::vector<std::string> reported;
    ServerOptions options;
    options.answered = [&](Answered const& answered) {
        reported.push_back(answered.route + " " + std::to_string(answered.status));
    };
    {
        RunningServer server(small_router(), options);
        Client client(server.port());
        client.ask("GET /api/v1/kiosks/1234");
        client.ask("GET /nowhere");
    }
    EXPECT_EQ(reported, (std::vector<std::string>{"/api/v1/kiosks/{kiosk_id} 200", "none 404"}));
}

TEST(Server, goes_on_when_asked_with_expect_continue) {
    RunningServer server(small_router());
    Client client(server.port());
    client.send("POST /api/v1/echo HTTP/1.1\r\nHost: parvis.test\r\nContent-Type: application/json\r\n"
                "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    EXPECT_EQ(client.answer().status, 100U);
    client.send("{}");
    EXPECT_EQ(client.answer().status, 201U);
}

TEST(Server, finishes_running_requests_before_it_stops) {
    std::promise<void> entered;
    std::promise<void> let_go;
    auto const wait = let_go.get_future().share();
    Router router;
    router.get("/slow", [&](Request const&) -> Result<Response> {
        entered.set_value();
        wait.wait();
        return Response::text(200, "done");
    });
    auto server = std::make_unique<RunningServer>(std::move(router));
    Client idle(server->port());
    Client busy(server->port());
    busy.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
    entered.get_future().wait();
    auto stopping = std::async(std::launch::async, [&] { server->stop(); });
    EXPECT_TRUE(idle.is_closed());
    let_go.set_value();
    auto const answer = busy.answer();
    EXPECT_EQ(answer.body, "done");
    EXPECT_EQ(answer.header("Connection"), "close");
    stopping.get();
    EXPECT_THROW(Client(server->port()), boost::system::system_error);
}

TEST(Server, does_not_wait_for_ever_when_it_stops) {
    std::promise<void> entered;
    std::promise<void> let_go;
    auto const wait = let_go.get_future().share();
    Router router;
    router.get("/stuck", [&](Request const&) -> Result<Response> {
        entered.set_value();
        wait.wait();
        return Response::no_content();
    });
    ServerOptions options;
    options.limits.stop_time = 50ms;
    options.limits.handler_time = 200ms;
    RunningServer server(std::move(router), options);
    Client client(server.port());
    client.send("GET /stuck HTTP/1.1\r\nHost: x\r\n\r\n");
    entered.get_future().wait();
    server.stop();
    EXPECT_TRUE(client.is_closed());
    let_go.set_value();
}

TEST(Server, says_why_it_cannot_listen) {
    RunningServer first(small_router());
    ServerOptions options;
    options.port = first.port();
    boost::asio::io_context io;
    Workers workers(io, 1);
    Server second(io, workers, {}, options);
    auto const taken = second.start();
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().reason, "listen_failed");
    Server nowhere(io, workers, {}, {.address = "town hall"});
    EXPECT_EQ(nowhere.start().error().reason, "listen_address_invalid");
    Server gullible(io, workers, {}, {.trusted_proxies = {"10.0.0.0/99"}});
    EXPECT_EQ(gullible.start().error().reason, "trusted_proxy_invalid");
}

} // namespace
} // namespace parvis::http
