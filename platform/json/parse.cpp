// SPDX-License-Identifier: EUPL-1.2
#include "platform/json/parse.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_stack.hpp>

#include <limits>

namespace parvis::json {
namespace {

namespace bj = boost::json;

/// Builds the value and counts the members as they were written: fewer in the result means that one came
/// twice.
struct Builder {
    static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_array_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_key_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_string_size = std::numeric_limits<std::size_t>::max();
    using error = boost::system::error_code;

    bj::value_stack stack;
    std::size_t members_written = 0;

    bool on_document_begin(error&) {
        stack.reset();
        return true;
    }
    bool on_document_end(error&) { return true; }
    bool on_object_begin(error&) { return true; }
    bool on_object_end(std::size_t count, error&) {
        members_written += count;
        stack.push_object(count);
        return true;
    }
    bool on_array_begin(error&) { return true; }
    bool on_array_end(std::size_t count, error&) {
        stack.push_array(count);
        return true;
    }
    bool on_key_part(bj::string_view part, std::size_t, error&) {
        stack.push_chars(part);
        return true;
    }
    bool on_key(bj::string_view part, std::size_t, error&) {
        stack.push_key(part);
        return true;
    }
    bool on_string_part(bj::string_view part, std::size_t, error&) {
        stack.push_chars(part);
        return true;
    }
    bool on_string(bj::string_view part, std::size_t, error&) {
        stack.push_string(part);
        return true;
    }
    bool on_number_part(bj::string_view, error&) { return true; }
    bool on_int64(std::int64_t number, bj::string_view, error&) {
        stack.push_int64(number);
        return true;
    }
    bool on_uint64(std::uint64_t number, bj::string_view, error&) {
        stack.push_uint64(number);
        return true;
    }
    bool on_double(double number, bj::string_view, error&) {
        stack.push_double(number);
        return true;
    }
    bool on_bool(bool truth, error&) {
        stack.push_bool(truth);
        return true;
    }
    bool on_null(error&) {
        stack.push_null();
        return true;
    }
    bool on_comment_part(bj::string_view, error&) { return true; }
    bool on_comment(bj::string_view, error&) { return true; }
};

std::size_t members_in(bj::value const& value) {
    std::size_t count = 0;
    if (auto const* object = value.if_object()) {
        count += object->size();
        for (auto const& member : *object) {
            count += members_in(member.value());
        }
    } else if (auto const* array = value.if_array()) {
        for (auto const& item : *array) {
            count += members_in(item);
        }
    }
    return count;
}

} // namespace

Result<boost::json::value> parse(std::string_view text, std::size_t max_bytes, int max_depth) {
    if (text.size() > max_bytes) {
        return fail(ErrorCode::too_large, "json_too_large", {}, {{"max_bytes", std::to_string(max_bytes)}});
    }
    bj::parse_options options;
    options.max_depth = static_cast<std::size_t>(max_depth);
    bj::basic_parser<Builder> parser(options);
    boost::system::error_code error;
    auto const read = parser.write_some(false, text.data(), text.size(), error);
    if (error == bj::error::too_deep) {
        return fail(ErrorCode::invalid_input, "json_too_deep", {},
                    {{"max_depth", std::to_string(max_depth)}});
    }
    if (error || read < text.size()) {
        return fail(ErrorCode::invalid_input, "json_malformed", {}, {{"position", std::to_string(read)}});
    }
    auto& builder = parser.handler();
    auto value = builder.stack.release();
    if (members_in(value) != builder.members_written) {
        return fail(ErrorCode::invalid_input, "json_duplicate_key");
    }
    return value;
}

std::string serialize(boost::json::value const& value) {
    return boost::json::serialize(value);
}

} // namespace parvis::json
