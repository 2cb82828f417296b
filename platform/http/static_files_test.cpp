// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/http_test_support.hpp"

#include <gtest/gtest.h>

namespace parvis::http {
namespace {

using namespace testing;

class Pages : public ::testing::Test {
  protected:
    Pages() {
        folder.write("index.html", "<p>home</p>");
        folder.write("adviser/index.html", "<p>adviser</p>");
        folder.write("assets/app-BxT3k9_a.js", script);
        folder.write("assets/logo.png", std::string(5000, 'a'));
        folder.write(".secret", "secret");
        folder.write(".git/config", "secret");
        outside.write("passwd", "secret");
        std::filesystem::create_symlink(outside.path() / "passwd", folder.path() / "link.txt");
        files.emplace(*StaticFiles::open(folder.path()));
        server.emplace(Router{}, ServerOptions{}, [this](Server& fresh) { fresh.add_files("/", *files); });
        client.emplace(server->port());
    }

    std::string const script = "const words = '" + std::string(5000, 'a') + "';";
    TemporaryFolder folder;
    TemporaryFolder outside;
    std::optional<StaticFiles> files;
    std::optional<RunningServer> server;
    std::optional<Client> client;
};

TEST_F(Pages, are_served_with_their_type_and_index) {
    auto const home = client->ask("GET /");
    EXPECT_EQ(home.status, 200U);
    EXPECT_EQ(home.body, "<p>home</p>");
    EXPECT_EQ(home.header("Content-Type"), "text/html; charset=utf-8");
    EXPECT_EQ(home.header("Cache-Control"), "no-cache");
    EXPECT_EQ(client->ask("GET /adviser/").body, "<p>adviser</p>");
    auto const folder_without_slash = client->ask("GET /adviser?x=1");
    EXPECT_EQ(folder_without_slash.status, 308U);
    EXPECT_EQ(folder_without_slash.header("Location"), "/adviser/?x=1");
}

TEST_F(Pages, are_kept_for_ever_when_their_name_is_a_hash) {
    EXPECT_EQ(client->ask("GET /assets/app-BxT3k9_a.js").header("Cache-Control"),
              "public, max-age=31536000, immutable");
    EXPECT_EQ(client->ask("GET /assets/logo.png").header("Cache-Control"), "no-cache");
}

TEST_F(Pages, are_compressed_as_the_browser_likes) {
    auto const plain = client->ask("GET /assets/app-BxT3k9_a.js");
    EXPECT_EQ(plain.body, script);
    EXPECT_EQ(plain.header("Content-Encoding"), "");
    EXPECT_EQ(plain.header("Vary"), "Accept-Encoding");
    auto const gzip = client->ask("GET /assets/app-BxT3k9_a.js", "Accept-Encoding: gzip\r\n");
    EXPECT_EQ(gzip.header("Content-Encoding"), "gzip");
    EXPECT_LT(gzip.body.size(), 200U);
    auto const brotli = client->ask("GET /assets/app-BxT3k9_a.js", "Accept-Encoding: gzip, br\r\n");
    EXPECT_EQ(brotli.header("Content-Encoding"), "br");
    EXPECT_NE(brotli.header("ETag"), plain.header("ETag"));
    EXPECT_EQ(client->ask("GET /assets/logo.png", "Accept-Encoding: br\r\n").header("Content-Encoding"), "");
}

TEST_F(Pages, are_not_sent_again_to_who_has_them) {
    auto const first = client->ask("GET /", "Accept-Encoding: br\r\n");
    auto const again =
        client->ask("GET /", "Accept-Encoding: br\r\nIf-None-Match: " + first.header("ETag") + "\r\n");
    EXPECT_EQ(again.status, 304U);
    EXPECT_EQ(again.header("ETag"), first.header("ETag"));
    EXPECT_TRUE(again.body.empty());
}

TEST_F(Pages, never_lead_out_of_their_folder) {
    for (auto const* path : {"/../passwd", "/%2e%2e/passwd", "/adviser/..%2f..%2fetc/passwd", "/.secret",
                             "/.git/config", "/link.txt", "//etc/passwd", "/adviser/index.html/"}) {
        auto const answer = client->ask(std::string("GET ") + path);
        EXPECT_GE(answer.status, 400U) << path;
        EXPECT_EQ(answer.body.find("secret"), std::string::npos) << path;
    }
}

TEST_F(Pages, can_only_be_read) {
    auto const answer = client->ask("POST /", "", "x");
    EXPECT_EQ(answer.status, 405U);
    EXPECT_EQ(answer.header("Allow"), "GET, HEAD");
}

TEST_F(Pages, are_read_when_first_asked_for) {
    EXPECT_EQ(files->file_count(), 4U);
    EXPECT_EQ(files->memory_bytes(), 0U);
    client->ask("GET /");
    EXPECT_EQ(files->memory_bytes(), 11U);
    EXPECT_TRUE(files->is_ready({""}, ""));
    EXPECT_FALSE(files->is_ready({"adviser", ""}, ""));
}

TEST(StaticFiles, must_be_a_folder) {
    auto const opened = StaticFiles::open("/nowhere/at/all");
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().reason, "folder_missing");
}

} // namespace
} // namespace parvis::http
