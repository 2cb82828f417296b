// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/http_test_support.hpp"
#include "platform/http/tls_test_support.hpp"

#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <gtest/gtest.h>

namespace parvis::http {
namespace {

using namespace testing;
namespace asio = boost::asio;

class Tls : public ::testing::Test {
  protected:
    Tls() {
        make_certificate(folder.path(), "localhost");
        options.tls =
            TlsFiles{(folder.path() / "certificate.pem").string(), (folder.path() / "key.pem").string()};
        router.get("/who", [](Request const& request) -> Result<Response> {
            return Response::json(200, {{"secure", request.secure}});
        });
    }

    /// The whole answer, or why there is none.
    std::string ask(std::uint16_t port, asio::ssl::context& context) {
        asio::io_context io;
        asio::ssl::stream<asio::ip::tcp::socket> stream(io, context);
        stream.next_layer().connect({asio::ip::make_address("127.0.0.1"), port});
        boost::system::error_code error;
        stream.handshake(asio::ssl::stream_base::client, error);
        if (error) {
            return "refused";
        }
        std::string const request = "GET /who HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        stream.write_some(asio::buffer(request));
        std::string answer;
        std::string chunk(4096, '\0');
        while (!error) {
            answer.append(chunk, 0, stream.read_some(asio::buffer(chunk), error));
        }
        EXPECT_EQ(error, asio::error::eof) << "the server says goodbye as TLS wants it";
        return answer;
    }

    TemporaryFolder folder;
    ServerOptions options;
    Router router;
};

TEST_F(Tls, serves_its_own_certificate) {
    RunningServer server(router, options);
    asio::ssl::context context(asio::ssl::context::tls_client);
    context.load_verify_file(options.tls->certificate_chain);
    context.set_verify_mode(asio::ssl::verify_peer);
    context.set_verify_callback(asio::ssl::host_name_verification("localhost"));
    auto const answer = ask(server.port(), context);
    EXPECT_NE(answer.find("{\"secure\":true}"), std::string::npos);
    EXPECT_NE(answer.find("Strict-Transport-Security: max-age="), std::string::npos);
}

TEST_F(Tls, refuses_versions_before_1_2) {
    RunningServer server(router, options);
    asio::ssl::context context(asio::ssl::context::tls_client);
    SSL_CTX_set_security_level(context.native_handle(), 0);
    SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context.native_handle(), TLS1_1_VERSION);
    EXPECT_EQ(ask(server.port(), context), "refused");
    asio::ssl::context modern(asio::ssl::context::tls_client);
    SSL_CTX_set_max_proto_version(modern.native_handle(), TLS1_2_VERSION);
    EXPECT_NE(ask(server.port(), modern).find("200 OK"), std::string::npos);
}

TEST_F(Tls, survives_a_caller_that_speaks_plainly) {
    RunningServer server(router, options);
    Client plain(server.port());
    plain.send("GET /who HTTP/1.1\r\nHost: localhost\r\n\r\n");
    EXPECT_NE(plain.answer().status, 200U);
    asio::ssl::context context(asio::ssl::context::tls_client);
    EXPECT_NE(ask(server.port(), context).find("200 OK"), std::string::npos);
}

TEST_F(Tls, says_which_file_it_cannot_use) {
    asio::io_context io;
    Workers workers(io, 1);
    auto wrong = options;
    wrong.tls->certificate_chain = "/nowhere/certificate.pem";
    Server without_certificate(io, workers, {}, wrong);
    auto const error = without_certificate.start().error();
    EXPECT_EQ(error.reason, "tls_certificate_unreadable");
    EXPECT_EQ(error.arguments.at(0).second, "/nowhere/certificate.pem");
    wrong = options;
    wrong.tls->private_key = options.tls->certificate_chain;
    Server without_key(io, workers, {}, wrong);
    EXPECT_EQ(without_key.start().error().reason, "tls_key_unreadable");
}

} // namespace
} // namespace parvis::http
