// SPDX-License-Identifier: EUPL-1.2
// What happened, as JSON lines on standard error:
// {"at":"2026-03-01T09:30:00.250Z","level":"info","event":"kiosk_paired", "kiosk_id":"01J..."}. Always one
// valid JSON object per line, whatever the values hold.
//
// No personal data: no names, addresses, telephone numbers, mail addresses, subjects of interviews, contents
// of papers, passwords, tokens or keys. Ids of ours, counts, durations, codes and addresses of machines of
// ours are fine.
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

namespace parvis::log {

enum class Level { debug, info, warn, error };

/// A number, truth value or text; ids (anything with `text()`) count as text.
class Value {
  public:
    template <class T>
    requires(std::integral<T> && !std::same_as<T, bool>) Value(T number)
        : held_(static_cast<std::int64_t>(number)) {}
    Value(bool truth) : held_(truth) {}
    Value(double number) : held_(number) {}
    Value(std::string text) : held_(std::move(text)) {}
    Value(std::string_view text) : held_(std::string(text)) {}
    Value(char const* text) : held_(std::string(text)) {}
    template <class T>
    requires requires(T const& id) {
        { id.text() } -> std::convertible_to<std::string_view>;
    }
    Value(T const& id) : held_(std::string(id.text())) {}

    std::variant<std::int64_t, bool, double, std::string> const& held() const { return held_; }

  private:
    std::variant<std::int64_t, bool, double, std::string> held_;
};

struct Field {
    std::string_view name; ///< snake_case, with its unit: "waited_ms"
    Value value;
};

using Fields = std::initializer_list<Field>;

/// `event` is a snake_case name that never changes with the values. Any thread; never throws.
void debug(std::string_view event, Fields fields = {}) noexcept;
void info(std::string_view event, Fields fields = {}) noexcept;
void warn(std::string_view event, Fields fields = {}) noexcept;
void error(std::string_view event, Fields fields = {}) noexcept;

/// Nothing below this level is written; info at the start.
void set_level(Level level);

/// The line that a call would write, without its newline. `at_ms`: UTC milliseconds.
std::string format_line(std::int64_t at_ms, Level level, std::string_view event, Fields fields);

/// While it lives, lines go to `receive` (one at a time, without newline, every level) instead of standard
/// error. For tests.
class Capture {
  public:
    explicit Capture(std::function<void(std::string const& line)> receive);
    ~Capture();
    Capture(Capture const&) = delete;
    Capture& operator=(Capture const&) = delete;
};

} // namespace parvis::log
