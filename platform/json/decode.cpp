// SPDX-License-Identifier: EUPL-1.2
#include "platform/json/decode.hpp"

#include <cmath>
#include <stdexcept>

namespace parvis::json {

namespace encoding {

void undescribed_enum_value(long long value) {
    throw std::logic_error("an enum holds " + std::to_string(value) +
                           ", which its description does not name");
}

} // namespace encoding

namespace decoding {
namespace {

/// Above this a double skips whole numbers.
constexpr double largest_exact = 9007199254740992.0;

std::optional<std::int64_t> whole(double number) {
    if (std::nearbyint(number) != number || std::abs(number) > largest_exact) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(number);
}

} // namespace

std::string Place::pointer() const {
    if (parent == nullptr) {
        return {};
    }
    std::string text = parent->pointer() + '/';
    if (is_index) {
        return text + std::to_string(index);
    }
    for (char const c : name) {
        if (c == '~') {
            text += "~0";
        } else if (c == '/') {
            text += "~1";
        } else {
            text += c;
        }
    }
    return text;
}

Error wrong_type(Place const& place, std::string expected) {
    return fail(ErrorCode::invalid_input, "field_wrong_type", place.pointer(),
                {{"expected", std::move(expected)}});
}

Error out_of_range(Place const& place, std::string lowest, std::string highest) {
    return fail(ErrorCode::invalid_input, "value_out_of_range", place.pointer(),
                {{"lowest", std::move(lowest)}, {"highest", std::move(highest)}});
}

Error unknown_value(Place const& place, std::string allowed) {
    return fail(ErrorCode::invalid_input, "value_unknown", place.pointer(),
                {{"allowed", std::move(allowed)}});
}

Error unknown_message(Place const& place, std::string allowed) {
    return fail(ErrorCode::invalid_input, "message_type_unknown", place.pointer(),
                {{"allowed", std::move(allowed)}});
}

Error missing(Place const& place) {
    return fail(ErrorCode::invalid_input, "field_missing", place.pointer());
}

Error unknown_field(Place const& place) {
    return fail(ErrorCode::invalid_input, "field_unknown", place.pointer());
}

Error wrong_length(Place const& place, std::size_t expected) {
    return fail(ErrorCode::invalid_input, "list_wrong_length", place.pointer(),
                {{"expected", std::to_string(expected)}});
}

bool is_text(boost::json::value const& value, std::string_view text) {
    auto const* held = value.if_string();
    return held != nullptr && std::string_view(held->data(), held->size()) == text;
}

Failure read_boolean(bool& into, boost::json::value const& from, Place const& place) {
    if (!from.is_bool()) {
        return wrong_type(place, "boolean");
    }
    into = from.get_bool();
    return std::nullopt;
}

Failure read_signed(std::int64_t& into, boost::json::value const& from, Place const& place,
                    std::int64_t lowest, std::int64_t highest) {
    auto const range = [&] { return out_of_range(place, std::to_string(lowest), std::to_string(highest)); };
    std::int64_t number = 0;
    if (from.is_int64()) {
        number = from.get_int64();
    } else if (from.is_uint64()) {
        // Boost.JSON uses uint64 only for what int64 cannot hold.
        return range();
    } else if (from.is_double()) {
        auto const exact = whole(from.get_double());
        if (!exact) {
            return std::abs(from.get_double()) > largest_exact ? range() : wrong_type(place, "integer");
        }
        number = *exact;
    } else {
        return wrong_type(place, "integer");
    }
    if (number < lowest || number > highest) {
        return range();
    }
    into = number;
    return std::nullopt;
}

Failure read_unsigned(std::uint64_t& into, boost::json::value const& from, Place const& place,
                      std::uint64_t highest) {
    auto const range = [&] { return out_of_range(place, "0", std::to_string(highest)); };
    if (from.is_uint64()) {
        into = from.get_uint64();
        return into > highest ? Failure(range()) : std::nullopt;
    }
    std::int64_t number = 0;
    if (auto failure = read_signed(number, from, place, std::numeric_limits<std::int64_t>::min(),
                                   std::numeric_limits<std::int64_t>::max())) {
        return failure->reason == "value_out_of_range" ? Failure(range()) : failure;
    }
    if (number < 0 || static_cast<std::uint64_t>(number) > highest) {
        return range();
    }
    into = static_cast<std::uint64_t>(number);
    return std::nullopt;
}

Failure read_number(double& into, boost::json::value const& from, Place const& place) {
    if (from.is_double()) {
        into = from.get_double();
    } else if (from.is_int64()) {
        into = static_cast<double>(from.get_int64());
    } else if (from.is_uint64()) {
        into = static_cast<double>(from.get_uint64());
    } else {
        return wrong_type(place, "number");
    }
    // 1e999 arrives as infinity.
    return std::isfinite(into) ? std::nullopt : Failure(out_of_range(place, "-1.79e308", "1.79e308"));
}

Failure read_text(std::string& into, boost::json::value const& from, Place const& place) {
    auto const* text = from.if_string();
    if (text == nullptr) {
        return wrong_type(place, "text");
    }
    into.assign(text->data(), text->size());
    if (into.find('\0') != std::string::npos) {
        return fail(ErrorCode::invalid_input, "character_not_allowed", place.pointer());
    }
    return std::nullopt;
}

Failure read_instant(Instant& into, boost::json::value const& from, Place const& place) {
    // The years 1970 to 9999: an instant outside is a mistake of units, and would not fit into an id or a
    // date.
    constexpr std::int64_t latest = 253'402'300'799'999;
    if (!from.is_number()) {
        return wrong_type(place, "instant");
    }
    return read_signed(into.ms, from, place, 0, latest);
}

Failure read_date(LocalDate& into, boost::json::value const& from, Place const& place) {
    auto const* text = from.if_string();
    if (text == nullptr) {
        return wrong_type(place, "text");
    }
    if (!parse_iso({text->data(), text->size()}, into)) {
        return fail(ErrorCode::invalid_input, "date_invalid", place.pointer());
    }
    return std::nullopt;
}

} // namespace decoding
} // namespace parvis::json
