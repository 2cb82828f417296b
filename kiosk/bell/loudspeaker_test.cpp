// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/bell/loudspeaker.hpp"
#include "kiosk/store/test_folder.hpp"

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <sstream>

namespace parvis::kiosk {
namespace {

std::string content_of(std::filesystem::path const& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

TEST(Loudspeaker, gives_the_player_the_whole_sound) {
    TestFolder const folder;
    auto const heard = folder.path() / "heard.wav";
    boost::asio::io_context io;
    Loudspeaker loudspeaker(io, {{"sh", "-c", "cat > " + heard.string()}, {}});
    ASSERT_TRUE(loudspeaker.play(Chime::call));
    io.run_for(std::chrono::seconds(10));
    EXPECT_EQ(content_of(heard), chime_wav(Chime::call));
    EXPECT_FALSE(loudspeaker.playing());
}

TEST(Loudspeaker, plays_the_configured_sound_for_a_call_only) {
    TestFolder const folder;
    auto const sound = folder.path() / "own.wav";
    auto const heard = folder.path() / "heard.wav";
    std::ofstream(sound) << "own sound";
    boost::asio::io_context io;
    Loudspeaker loudspeaker(io, {{"sh", "-c", "cat > " + heard.string()}, sound});
    ASSERT_TRUE(loudspeaker.play(Chime::call));
    io.run_for(std::chrono::seconds(10));
    EXPECT_EQ(content_of(heard), "own sound");
    ASSERT_TRUE(loudspeaker.play(Chime::confirmation));
    io.restart();
    io.run_for(std::chrono::seconds(10));
    EXPECT_EQ(content_of(heard), chime_wav(Chime::confirmation));
}

TEST(Loudspeaker, says_when_there_is_no_player) {
    boost::asio::io_context io;
    Loudspeaker loudspeaker(io, {{"no-such-player-here"}, {}});
    auto const played = loudspeaker.play(Chime::call);
    ASSERT_FALSE(played);
    EXPECT_EQ(played.error().reason, "player_not_started");
}

} // namespace
} // namespace parvis::kiosk
