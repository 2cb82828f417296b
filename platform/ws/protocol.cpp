// SPDX-License-Identifier: EUPL-1.2
#include "platform/ws/protocol.hpp"

#include "platform/json/json.hpp"

namespace parvis::ws {

namespace {

struct ProtocolRange {
    int lowest;
    int highest;
};
BOOST_DESCRIBE_STRUCT(ProtocolRange, (), (lowest, highest))

struct ResumeWire {
    std::string epoch;
    std::string link;
    std::uint64_t received;
};
BOOST_DESCRIBE_STRUCT(ResumeWire, (), (epoch, link, received))

struct HelloWire {
    ProtocolRange protocol;
    std::optional<std::string> language;
    std::optional<ResumeWire> resume;
    std::optional<boost::json::object> proof;
    std::optional<std::string> token;
};
BOOST_DESCRIBE_STRUCT(HelloWire, (), (protocol, language, resume, proof, token))

} // namespace

std::string_view to_string(CloseReason reason) {
    switch (reason) {
    case CloseReason::normal:
        return "normal";
    case CloseReason::going_away:
        return "going_away";
    case CloseReason::protocol_error:
        return "protocol_error";
    case CloseReason::unauthenticated:
        return "unauthenticated";
    case CloseReason::forbidden:
        return "forbidden";
    case CloseReason::slow_reader:
        return "slow_reader";
    case CloseReason::replaced:
        return "replaced";
    case CloseReason::shutting_down:
        return "shutting_down";
    case CloseReason::too_large:
        return "too_large";
    case CloseReason::unavailable:
        return "unavailable";
    }
    return "unknown";
}

std::string_view text_member(boost::json::object const& object, std::string_view name) {
    auto const* member = object.if_contains(name);
    auto const* text = member != nullptr ? member->if_string() : nullptr;
    return text != nullptr ? std::string_view(*text) : std::string_view();
}

Result<Hello> parse_hello(boost::json::object message) {
    auto const* type = message.if_contains("type");
    if (type == nullptr || !type->is_string()) {
        return fail(ErrorCode::invalid_input, type == nullptr ? "field_missing" : "field_wrong_type", "/type",
                    {{"expected", "text"}});
    }
    if (type->get_string() != "hello") {
        return fail(ErrorCode::conflict, "hello_expected", "/type");
    }
    message.erase("type");
    auto wire = json::decode<HelloWire>(message, json::Unknown::ignore);
    if (!wire) {
        return wire.error();
    }
    if (wire->protocol.lowest > wire->protocol.highest) {
        return fail(ErrorCode::invalid_input, "value_out_of_range", "/protocol/lowest",
                    {{"lowest", "1"}, {"highest", std::to_string(wire->protocol.highest)}});
    }
    Hello hello;
    hello.lowest = wire->protocol.lowest;
    hello.highest = wire->protocol.highest;
    hello.language = parse_language(wire->language.value_or("")).value_or(Language::fr);
    if (wire->resume) {
        hello.resume = Resume{wire->resume->epoch, wire->resume->link, wire->resume->received};
    }
    hello.proof = std::move(wire->proof).value_or(boost::json::object());
    hello.token = wire->token.value_or("");
    for (auto const* name : {"protocol", "language", "resume", "proof", "token"}) {
        message.erase(name);
    }
    hello.extra = std::move(message);
    return hello;
}

boost::json::object to_json(Hello const& hello) {
    boost::json::object out;
    out.emplace("type", "hello");
    out.emplace("protocol", json::encode(ProtocolRange{hello.lowest, hello.highest}));
    out.emplace("language", tag(hello.language));
    if (hello.resume) {
        out.emplace("resume", json::encode(ResumeWire{hello.resume->epoch, hello.resume->link,
                                                      hello.resume->received}));
    }
    if (!hello.proof.empty()) {
        out.emplace("proof", hello.proof);
    }
    if (!hello.token.empty()) {
        out.emplace("token", hello.token);
    }
    for (auto const& [name, value] : hello.extra) {
        out.emplace(name, value);
    }
    return out;
}

} // namespace parvis::ws
