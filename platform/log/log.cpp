// SPDX-License-Identifier: EUPL-1.2
#include "platform/log/log.hpp"

#include "platform/time/instant.hpp"

#include <boost/json/serialize.hpp>
#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <atomic>
#include <cmath>
#include <mutex>
#include <utility>

namespace parvis::log {
namespace {

std::string_view name_of(Level level) {
    switch (level) {
    case Level::debug:
        return "debug";
    case Level::info:
        return "info";
    case Level::warn:
        return "warn";
    case Level::error:
        return "error";
    }
    return "error";
}

/// Length of the valid UTF-8 sequence at the start (RFC 3629: shortest form, no surrogates), 0 when there is
/// none.
std::size_t sequence_length(std::string_view text) {
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    auto const lead = byte(0);
    std::size_t const length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    if (length == 0 || length > text.size()) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80) {
            return 0;
        }
    }
    bool const overlong = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
    bool const outside = (lead == 0xED && byte(1) >= 0xA0) || (lead == 0xF4 && byte(1) >= 0x90);
    return overlong || outside ? 0 : length;
}

/// A log line must stay readable by every JSON reader, even when a driver hands us Latin-1.
std::string valid_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        auto const length = sequence_length(text);
        if (length == 0) {
            out += "\xEF\xBF\xBD";
            text.remove_prefix(1);
        } else {
            out += text.substr(0, length);
            text.remove_prefix(length);
        }
    }
    return out;
}

void append_text(std::string& line, std::string_view text) {
    line += boost::json::serialize(boost::json::string_view(valid_utf8(text)));
}

void append_value(std::string& line, Value const& value) {
    std::visit(
        [&](auto const& held) {
            using Held = std::remove_cvref_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, std::string>) {
                append_text(line, held);
            } else if constexpr (std::is_same_v<Held, bool>) {
                line += held ? "true" : "false";
            } else if constexpr (std::is_same_v<Held, double>) {
                line += std::isfinite(held) ? fmt::format("{}", held) : "null";
            } else {
                line += std::to_string(held);
            }
        },
        value.held());
}

struct Output {
    std::mutex mutex;
    std::function<void(std::string const&)> captured;
    spdlog::logger errors{"parvis", std::make_shared<spdlog::sinks::stderr_sink_mt>()};
    std::atomic<Level> lowest{Level::info};

    Output() {
        errors.set_pattern("%v");
        errors.set_level(spdlog::level::trace);
        errors.flush_on(spdlog::level::trace);
    }
};

/// Never destroyed: objects that log while the program ends must find it.
Output& output() {
    static auto* const only = new Output; // NOLINT(cppcoreguidelines-owning-memory)
    return *only;
}

void write(Level level, std::string_view event, Fields fields) noexcept {
    try {
        auto& out = output();
        std::unique_lock lock(out.mutex);
        if (!out.captured && level < out.lowest.load()) {
            return;
        }
        auto const line = format_line(SystemClock{}.now().ms, level, event, fields);
        if (out.captured) {
            out.captured(line);
            return;
        }
        lock.unlock();
        out.errors.log(spdlog::level::critical, spdlog::string_view_t(line.data(), line.size()));
    } catch (...) { // NOLINT(bugprone-empty-catch): a line that cannot be written must not stop the work it
                    // tells of
    }
}

} // namespace

void debug(std::string_view event, Fields fields) noexcept {
    write(Level::debug, event, fields);
}
void info(std::string_view event, Fields fields) noexcept {
    write(Level::info, event, fields);
}
void warn(std::string_view event, Fields fields) noexcept {
    write(Level::warn, event, fields);
}
void error(std::string_view event, Fields fields) noexcept {
    write(Level::error, event, fields);
}

void set_level(Level level) {
    output().lowest = level;
}

std::string format_line(std::int64_t at_ms, Level level, std::string_view event, Fields fields) {
    std::string line = "{\"at\":\"" + to_rfc3339({at_ms}) + "\",\"level\":\"";
    line += name_of(level);
    line += "\",\"event\":";
    append_text(line, event);
    for (auto const& field : fields) {
        line += ',';
        append_text(line, field.name);
        line += ':';
        append_value(line, field.value);
    }
    line += '}';
    return line;
}

Capture::Capture(std::function<void(std::string const&)> receive) {
    std::lock_guard const lock(output().mutex);
    output().captured = std::move(receive);
}

Capture::~Capture() {
    std::lock_guard const lock(output().mutex);
    output().captured = nullptr;
}

} // namespace parvis::log
