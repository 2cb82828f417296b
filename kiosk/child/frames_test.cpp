// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/child/frames.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

namespace parvis::kiosk {
namespace {

using Heard = std::vector<std::pair<char, std::string>>;

Heard feed_in_pieces(Bytes const& stream, std::size_t piece) {
    FrameParser parser(1024);
    Heard heard;
    for (std::size_t at = 0; at < stream.size(); at += piece) {
        auto const part = ByteView(stream).subspan(at, std::min(piece, stream.size() - at));
        EXPECT_TRUE(parser.feed(
            part, [&](char type, ByteView payload) { heard.emplace_back(type, as_text(payload)); }));
    }
    return heard;
}

TEST(FrameParser, gives_the_same_frames_however_the_stream_is_cut) {
    auto stream = make_frame('a', as_bytes("first"));
    for (auto const& more : {make_frame('b', {}), make_frame('c', as_bytes(std::string(700, 'x')))}) {
        stream.insert(stream.end(), more.begin(), more.end());
    }
    Heard const expected{{'a', "first"}, {'b', ""}, {'c', std::string(700, 'x')}};
    for (auto const piece :
         {std::size_t{1}, std::size_t{3}, std::size_t{5}, std::size_t{64}, stream.size()}) {
        EXPECT_EQ(feed_in_pieces(stream, piece), expected) << "pieces of " << piece;
    }
}

TEST(FrameParser, refuses_a_frame_larger_than_allowed_before_storing_it) {
    FrameParser parser(16);
    auto const frame = make_frame('a', as_bytes(std::string(17, 'x')));
    EXPECT_FALSE(
        parser.feed(frame, [](char, ByteView) { FAIL() << "a frame over the limit was handed over"; }));
}

TEST(FrameWriter, is_understood_by_read_frame) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe(ends.data()), 0);
    FrameWriter writer(ends[1]);
    ASSERT_TRUE(writer.write('s', as_bytes("head"), as_bytes("body")));
    ::close(ends[1]);
    auto const frame = read_frame(ends[0], 100);
    ASSERT_TRUE(frame.has_value());
    EXPECT_EQ(frame->type, 's');
    EXPECT_EQ(as_text(frame->payload), "headbody");
    EXPECT_FALSE(read_frame(ends[0], 100).has_value()) << "the stream has ended";
    ::close(ends[0]);
}

} // namespace
} // namespace parvis::kiosk
