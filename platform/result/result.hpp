// SPDX-License-Identifier: EUPL-1.2
// The outcome of something that may fail in an expected way: a value, or an Error that a person can act on.
// Unexpected failures (database gone, library threw) are exceptions, never a Result.
#pragma once

#include <concepts>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace parvis {

/// What kind of failure it is; protocol-free. Only platform/http and platform/ws know what it means on the
/// wire.
enum class ErrorCode {
    invalid_input,
    unauthenticated,
    forbidden,
    not_found,
    conflict,
    expired,
    rate_limited,
    too_large,
    unavailable,
    timeout,
    device_failure,
    unsupported
};

/// The enumerator's own name, e.g. "rate_limited".
std::string_view to_string(ErrorCode code);

/// Named values for the sentence of an error, e.g. {"nearest", "server.listen"}. Never personal data.
using ErrorArguments = std::vector<std::pair<std::string, std::string>>;

/// An expected failure. The sentence shown to people is the catalogue entry `problem.<reason>`.
struct Error {
    ErrorCode code{};
    std::string reason;       ///< stable sub-code, e.g. "pairing_code_expired"
    std::string pointer;      ///< JSON pointer of the offending field, or ""
    ErrorArguments arguments; ///< for the sentence

    friend bool operator==(Error const&, Error const&) = default;
};

/// One line for logs and exception texts: "invalid_input field_missing at /name (expected=text)".
std::string describe(Error const& error);

/// Writes the error as `return fail(ErrorCode::not_found, "kiosk_unknown");`.
[[nodiscard]] Error fail(ErrorCode code, std::string reason, std::string pointer = {},
                         ErrorArguments arguments = {});

/// Reading the value of a failed Result, or the error of a successful one, is a mistake of the program.
class BadResultAccess : public std::logic_error {
  public:
    using std::logic_error::logic_error;
};

namespace result_access {
[[noreturn]] void no_value(Error const& error);
[[noreturn]] void no_error();
} // namespace result_access

/// A value of T or an Error. Must not be dropped. (GCC 12 does not warn for a dropped `co_await` of one.)
template <class T>
class [[nodiscard]] Result {
    static_assert(!std::is_reference_v<T> && !std::is_same_v<std::remove_cv_t<T>, Error>);

  public:
    using value_type = T;

    /// From anything that converts to T without a cast, except an Error.
    template <class U = T>
    requires(std::convertible_to<U&&, T> && !std::same_as<std::remove_cvref_t<U>, Result> &&
             !std::same_as<std::remove_cvref_t<U>, Error>) Result(U&& value)
        : state_(std::in_place_index<0>, std::forward<U>(value)) {}
    // A template, so that `return {{a, b}};` means a T and is not ambiguous.
    template <std::same_as<Error> E>
    Result(E error) : state_(std::in_place_index<1>, std::move(error)) {}

    bool ok() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept { return ok(); }

    /// Throws BadResultAccess when this is an error.
    T& value() & { return *checked(); }
    T const& value() const& { return *checked(); }
    T&& value() && { return std::move(*checked()); }
    T& operator*() & { return *checked(); }
    T const& operator*() const& { return *checked(); }
    T&& operator*() && { return std::move(*checked()); }
    T* operator->() { return checked(); }
    T const* operator->() const { return checked(); }

    template <class U>
    T value_or(U&& otherwise) const& {
        return ok() ? value() : static_cast<T>(std::forward<U>(otherwise));
    }

    /// Throws BadResultAccess when this is a value.
    Error const& error() const& {
        if (ok()) {
            result_access::no_error();
        }
        return *std::get_if<1>(&state_);
    }
    Error&& error() && {
        if (ok()) {
            result_access::no_error();
        }
        return std::move(*std::get_if<1>(&state_));
    }

  private:
    T* checked() {
        if (!ok()) {
            result_access::no_value(*std::get_if<1>(&state_));
        }
        return std::get_if<0>(&state_);
    }
    T const* checked() const {
        if (!ok()) {
            result_access::no_value(*std::get_if<1>(&state_));
        }
        return std::get_if<0>(&state_);
    }

    std::variant<T, Error> state_;
};

/// Success without a value, or an Error: `return {};` is success.
template <>
class [[nodiscard]] Result<void> {
  public:
    using value_type = void;

    Result() = default;
    Result(Error error) : error_(std::move(error)) {}

    bool ok() const noexcept { return !error_.has_value(); }
    explicit operator bool() const noexcept { return ok(); }
    /// Throws BadResultAccess when this is an error.
    void value() const {
        if (error_) {
            result_access::no_value(*error_);
        }
    }
    Error const& error() const& {
        if (!error_) {
            result_access::no_error();
        }
        return *error_;
    }
    Error&& error() && {
        if (!error_) {
            result_access::no_error();
        }
        return std::move(*error_);
    }

  private:
    std::optional<Error> error_;
};

template <class T>
inline constexpr bool is_result = false;
template <class T>
inline constexpr bool is_result<Result<T>> = true;

} // namespace parvis
