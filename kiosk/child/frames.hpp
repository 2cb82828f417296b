// SPDX-License-Identifier: EUPL-1.2
// How the daemon and its child processes talk: frames of one type byte, a little-endian u32 length and the
// payload.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parvis::kiosk {

using Bytes = std::vector<std::byte>;
using ByteView = std::span<std::byte const>;

/// A frame's head: type byte and length of the payload.
inline constexpr std::size_t frame_head_size = 5;

ByteView as_bytes(std::string_view text);
std::string_view as_text(ByteView bytes);

/// A whole frame, ready to be sent.
Bytes make_frame(char type, ByteView payload);

/// Cuts a byte stream into frames. Never holds more than one frame.
class FrameParser {
  public:
    using Sink = std::function<void(char type, ByteView payload)>;

    explicit FrameParser(std::size_t max_payload) : max_payload_(max_payload) {}

    /// Calls `sink` for each frame completed by `bytes`; the payload is valid during that call only.
    /// False when a frame is larger than allowed: the stream cannot be read on.
    bool feed(ByteView bytes, Sink const& sink);

  private:
    std::size_t max_payload_;
    Bytes pending_;
};

/// Writes frames to a blocking descriptor. Used in child processes.
class FrameWriter {
  public:
    explicit FrameWriter(int descriptor) : descriptor_(descriptor) {}

    /// The payload is `head` followed by `body`. False once the reader has gone.
    bool write(char type, ByteView head, ByteView body = {});
    bool write(char type, std::string_view text) { return write(type, as_bytes(text)); }
    bool broken() const { return broken_; }

  private:
    bool write_all(ByteView bytes);

    int descriptor_;
    bool broken_ = false;
};

struct Frame {
    char type = 0;
    Bytes payload;
};

/// Reads one frame from a blocking descriptor. Nothing at the end of the stream, or when the frame is larger
/// than `max_payload`.
std::optional<Frame> read_frame(int descriptor, std::size_t max_payload);

/// Appends `value` in little-endian order.
void append_u32(Bytes& to, std::uint32_t value);
/// The little-endian number at `offset`; the caller has checked the length.
std::uint32_t read_u32(ByteView from, std::size_t offset);

} // namespace parvis::kiosk
