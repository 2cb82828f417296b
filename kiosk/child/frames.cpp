// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/child/frames.hpp"

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <unistd.h>
#include <utility>

namespace parvis::kiosk {

namespace {

Bytes make_head(char type, std::size_t payload_size) {
    Bytes head;
    head.reserve(frame_head_size);
    head.push_back(static_cast<std::byte>(type));
    append_u32(head, static_cast<std::uint32_t>(payload_size));
    return head;
}

bool read_all(int descriptor, std::span<std::byte> into) {
    while (!into.empty()) {
        auto const got = ::read(descriptor, into.data(), into.size());
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return false;
        }
        into = into.subspan(static_cast<std::size_t>(got));
    }
    return true;
}

} // namespace

ByteView as_bytes(std::string_view text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}

std::string_view as_text(ByteView bytes) {
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

Bytes make_frame(char type, ByteView payload) {
    auto frame = make_head(type, payload.size());
    frame.insert(frame.end(), payload.begin(), payload.end());
    return frame;
}

bool FrameParser::feed(ByteView bytes, Sink const& sink) {
    while (!bytes.empty()) {
        auto wanted = frame_head_size;
        if (pending_.size() >= frame_head_size) {
            wanted += read_u32(pending_, 1);
        }
        auto const taken = std::min(wanted - pending_.size(), bytes.size());
        pending_.insert(pending_.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(taken));
        bytes = bytes.subspan(taken);
        if (pending_.size() < frame_head_size) {
            return true;
        }
        auto const payload = std::size_t{read_u32(pending_, 1)};
        if (payload > max_payload_) {
            return false;
        }
        if (pending_.size() == frame_head_size + payload) {
            auto const whole = std::exchange(pending_, {});
            sink(static_cast<char>(whole.front()), ByteView(whole).subspan(frame_head_size));
        }
    }
    return true;
}

bool FrameWriter::write(char type, ByteView head, ByteView body) {
    return write_all(make_head(type, head.size() + body.size())) && write_all(head) && write_all(body);
}

bool FrameWriter::write_all(ByteView bytes) {
    while (!bytes.empty() && !broken_) {
        auto const sent = ::write(descriptor_, bytes.data(), bytes.size());
        if (sent < 0 && errno == EINTR) {
            continue;
        }
        if (sent <= 0) {
            broken_ = true;
        } else {
            bytes = bytes.subspan(static_cast<std::size_t>(sent));
        }
    }
    return !broken_;
}

std::optional<Frame> read_frame(int descriptor, std::size_t max_payload) {
    Bytes head(frame_head_size);
    if (!read_all(descriptor, head)) {
        return std::nullopt;
    }
    auto const size = std::size_t{read_u32(head, 1)};
    if (size > max_payload) {
        return std::nullopt;
    }
    Frame frame{static_cast<char>(head.front()), Bytes(size)};
    if (!read_all(descriptor, frame.payload)) {
        return std::nullopt;
    }
    return frame;
}

void append_u32(Bytes& to, std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8) {
        to.push_back(static_cast<std::byte>((value >> shift) & 0xFFU));
    }
}

std::uint32_t read_u32(ByteView from, std::size_t offset) {
    assert(offset + 4 <= from.size());
    std::uint32_t value = 0;
    for (std::size_t index = 0; index < 4; ++index) {
        value |= std::to_integer<std::uint32_t>(from[offset + index]) << (8 * index);
    }
    return value;
}

} // namespace parvis::kiosk
