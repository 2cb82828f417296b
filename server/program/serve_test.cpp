// SPDX-License-Identifier: EUPL-1.2
#include "server/program/demo_network.hpp"
#include "server/program/serve.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace parvis {
namespace {

class Start : public ::testing::Test {
  protected:
    Start() {
        std::string pattern = (std::filesystem::temp_directory_path() / "parvis-serve-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
        std::filesystem::create_directory(folder + "/web");
        std::ofstream(folder + "/web/index.html") << "<!doctype html>";
        settings.data = folder;
        settings.web = folder + "/web";
        settings.listen.port = 0;
    }
    ~Start() override { std::filesystem::remove_all(folder); }

    Settings settings;
    std::string folder;
};

/// Ends the start on purpose: the server would go on until a signal.
Error enough() {
    return fail(ErrorCode::unavailable, "data_unwritable");
}

TEST_F(Start, lets_people_be_signed_out_before_anybody_can_be_connected) {
    bool came_through = false;
    auto const prepare = [&](db::Database& database, identity::AccountService& accounts,
                             Clock const& clock) -> Result<void> {
        auto const people = furnish_demo(database, accounts, clock).value();
        auto const in = accounts.sign_in(people.front().email, demo_password, "127.0.0.1").value();
        EXPECT_TRUE(accounts.sign_out(in.token).ok());
        EXPECT_TRUE(accounts.sign_out_everywhere(in.caller).ok());
        came_through = true;
        return enough();
    };
    EXPECT_EQ(serve(settings, prepare), 1);
    EXPECT_TRUE(came_through);
}

} // namespace
} // namespace parvis
