// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/printer/ipp_message.hpp"

#include <array>
#include <string_view>

namespace parvis::kiosk::ipp_message {

Ipp new_request(ipp_op_t operation, std::string const& uri) {
    Ipp request(ippNewRequest(operation));
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, uri.c_str());
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, cupsUser());
    return request;
}

void want(Ipp const& request, std::span<char const* const> names) {
    ippAddStrings(request.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                  static_cast<int>(names.size()), nullptr, names.data());
}

std::string text(Ipp const& answer, char const* name) {
    auto* const found = ippFindAttribute(answer.get(), name, IPP_TAG_ZERO);
    auto const* value = found == nullptr ? nullptr : ippGetString(found, 0, nullptr);
    return value == nullptr ? std::string() : std::string(value);
}

std::vector<std::string> texts(Ipp const& answer, char const* name) {
    std::vector<std::string> values;
    auto* const found = ippFindAttribute(answer.get(), name, IPP_TAG_ZERO);
    for (int index = 0; found != nullptr && index < ippGetCount(found); ++index) {
        auto const* value = ippGetString(found, index, nullptr);
        if (value != nullptr && std::string_view(value) != "none") {
            values.emplace_back(value);
        }
    }
    return values;
}

int number(Ipp const& answer, char const* name, int otherwise) {
    auto* const found = ippFindAttribute(answer.get(), name, IPP_TAG_ZERO);
    return found == nullptr ? otherwise : ippGetInteger(found, 0);
}

PrinterAttributes printer_of(Ipp const& answer) {
    auto const state = number(answer, "printer-state", IPP_PSTATE_IDLE);
    auto* const accepting = ippFindAttribute(answer.get(), "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
    return {.stopped = state == IPP_PSTATE_STOPPED,
            .processing = state == IPP_PSTATE_PROCESSING,
            .accepting = accepting == nullptr || ippGetBoolean(accepting, 0) != 0,
            .reasons = texts(answer, "printer-state-reasons"),
            .message = text(answer, "printer-state-message"),
            .model = text(answer, "printer-make-and-model"),
            .device_uri = text(answer, "device-uri")};
}

void want_printer_attributes(Ipp const& request) {
    constexpr std::array names{"printer-state",         "printer-state-reasons",  "printer-is-accepting-jobs",
                               "printer-state-message", "printer-make-and-model", "device-uri"};
    want(request, names);
}

} // namespace parvis::kiosk::ipp_message
