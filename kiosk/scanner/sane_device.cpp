// SPDX-License-Identifier: EUPL-1.2
#include "kiosk/scanner/sane_device.hpp"

#include <sane/saneopts.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

namespace parvis::kiosk {

using kiosk_protocol::ScanStatus;

namespace {

std::string text_of(SANE_Status status) {
    return sane_strstatus(status);
}

double to_number(SANE_Value_Type type, SANE_Word word) {
    return type == SANE_TYPE_FIXED ? SANE_UNFIX(word) : static_cast<double>(word);
}

SANE_Word to_word(SANE_Value_Type type, double value) {
    return type == SANE_TYPE_FIXED ? SANE_FIX(value) : static_cast<SANE_Word>(std::lround(value));
}

} // namespace

ScanStatus scan_status(SANE_Status status) {
    switch (status) {
    case SANE_STATUS_GOOD:
        return ScanStatus::finished;
    case SANE_STATUS_CANCELLED:
        return ScanStatus::cancelled;
    case SANE_STATUS_DEVICE_BUSY:
        return ScanStatus::device_busy;
    case SANE_STATUS_JAMMED:
        return ScanStatus::jammed;
    case SANE_STATUS_NO_DOCS:
        return ScanStatus::no_documents;
    case SANE_STATUS_COVER_OPEN:
        return ScanStatus::cover_open;
    case SANE_STATUS_NO_MEM:
        return ScanStatus::no_memory;
    case SANE_STATUS_ACCESS_DENIED:
        return ScanStatus::access_denied;
    case SANE_STATUS_UNSUPPORTED:
        return ScanStatus::unsupported;
    case SANE_STATUS_INVAL:
        return ScanStatus::invalid;
    case SANE_STATUS_EOF:
    case SANE_STATUS_IO_ERROR:
        return ScanStatus::io_error;
    }
    return ScanStatus::io_error;
}

SaneLibrary::SaneLibrary() {
    // Without an authorisation callback a device that wants a password answers ACCESS_DENIED.
    if (auto const status = sane_init(nullptr, nullptr); status != SANE_STATUS_GOOD) {
        throw ScanFailure(scan_status(status), "sane_init: " + text_of(status));
    }
}

SaneLibrary::~SaneLibrary() {
    sane_exit();
}

std::vector<ScannerDevice> SaneLibrary::devices() const {
    SANE_Device const** list = nullptr;
    if (auto const status = sane_get_devices(&list, SANE_FALSE); status != SANE_STATUS_GOOD) {
        throw ScanFailure(scan_status(status), "sane_get_devices: " + text_of(status));
    }
    std::vector<ScannerDevice> devices;
    for (; list != nullptr && *list != nullptr; ++list) {
        devices.push_back({(*list)->name, (*list)->vendor, (*list)->model, (*list)->type});
    }
    return devices;
}

SaneDevice::SaneDevice(std::string const& name) {
    auto const status = sane_open(name.c_str(), &handle_);
    if (status == SANE_STATUS_GOOD) {
        return;
    }
    // Drivers answer "invalid argument" or "I/O error" for a device that is not there.
    auto const lost = status == SANE_STATUS_INVAL || status == SANE_STATUS_IO_ERROR;
    throw ScanFailure(lost ? ScanStatus::device_lost : scan_status(status), "sane_open: " + text_of(status));
}

SaneDevice::~SaneDevice() {
    sane_close(handle_);
}

std::optional<SaneDevice::Option> SaneDevice::find(std::string_view name) {
    // Asking for option 0 first makes the network driver fetch its options anew; otherwise they vanish after
    // a change.
    sane_get_option_descriptor(handle_, 0);
    SANE_Int count = 0;
    if (sane_control_option(handle_, 0, SANE_ACTION_GET_VALUE, &count, nullptr) != SANE_STATUS_GOOD) {
        return std::nullopt;
    }
    for (SANE_Int index = 1; index < count; ++index) {
        auto const* descriptor = sane_get_option_descriptor(handle_, index);
        if (descriptor != nullptr && descriptor->name != nullptr && name == descriptor->name) {
            return Option{index, descriptor};
        }
    }
    return std::nullopt;
}

std::optional<SaneDevice::Option> SaneDevice::find_settable(std::string_view name) {
    auto const option = find(name);
    auto const usable = option && SANE_OPTION_IS_ACTIVE(option->descriptor->cap) &&
                        SANE_OPTION_IS_SETTABLE(option->descriptor->cap);
    return usable ? option : std::nullopt;
}

std::vector<std::string> SaneDevice::option_names() {
    sane_get_option_descriptor(handle_, 0);
    SANE_Int count = 0;
    sane_control_option(handle_, 0, SANE_ACTION_GET_VALUE, &count, nullptr);
    std::vector<std::string> names;
    for (SANE_Int index = 1; index < count; ++index) {
        auto const* descriptor = sane_get_option_descriptor(handle_, index);
        if (descriptor != nullptr && descriptor->name != nullptr && *descriptor->name != '\0') {
            names.emplace_back(descriptor->name);
        }
    }
    return names;
}

bool SaneDevice::has_option(std::string_view name) {
    return find_settable(name).has_value();
}

std::vector<std::string> SaneDevice::choices(std::string_view name) {
    std::vector<std::string> choices;
    auto const option = find(name);
    if (option && option->descriptor->type == SANE_TYPE_STRING &&
        option->descriptor->constraint_type == SANE_CONSTRAINT_STRING_LIST) {
        for (auto const* choice = option->descriptor->constraint.string_list; *choice != nullptr; ++choice) {
            choices.emplace_back(*choice);
        }
    }
    return choices;
}

std::vector<int> SaneDevice::listed_numbers(std::string_view name) {
    std::vector<int> numbers;
    auto const option = find(name);
    if (option && option->descriptor->constraint_type == SANE_CONSTRAINT_WORD_LIST) {
        auto const* list = option->descriptor->constraint.word_list;
        for (SANE_Word index = 1; index <= list[0]; ++index) {
            auto const value =
                static_cast<int>(std::lround(to_number(option->descriptor->type, list[index])));
            if (value > 0) {
                numbers.push_back(value);
            }
        }
    }
    return numbers;
}

std::optional<double> SaneDevice::number(std::string_view name) {
    auto const option = find(name);
    if (!option || !SANE_OPTION_IS_ACTIVE(option->descriptor->cap) ||
        (option->descriptor->type != SANE_TYPE_INT && option->descriptor->type != SANE_TYPE_FIXED) ||
        option->descriptor->size != static_cast<SANE_Int>(sizeof(SANE_Word))) {
        return std::nullopt;
    }
    SANE_Word word = 0;
    if (sane_control_option(handle_, option->index, SANE_ACTION_GET_VALUE, &word, nullptr) !=
        SANE_STATUS_GOOD) {
        return std::nullopt;
    }
    return to_number(option->descriptor->type, word);
}

void SaneDevice::set(Option const& option, void* value) {
    std::string const name = option.descriptor->name;
    auto const status = sane_control_option(handle_, option.index, SANE_ACTION_SET_VALUE, value, nullptr);
    if (status != SANE_STATUS_GOOD) {
        throw ScanFailure(scan_status(status), "option " + name + ": " + text_of(status));
    }
}

bool SaneDevice::set_text(std::string_view name, std::string const& value) {
    auto const option = find_settable(name);
    if (!option || option->descriptor->type != SANE_TYPE_STRING) {
        return false;
    }
    auto const capacity = static_cast<std::size_t>(std::max(option->descriptor->size, 1));
    if (value.size() >= capacity) {
        throw ScanFailure(ScanStatus::invalid, "option " + std::string(name) + ": the value is too long");
    }
    std::vector<char> buffer(capacity, '\0');
    std::ranges::copy(value, buffer.begin());
    set(*option, buffer.data());
    return true;
}

void SaneDevice::set_word(Option const& option, double value) {
    if (option.descriptor->constraint_type == SANE_CONSTRAINT_RANGE) {
        auto const* range = option.descriptor->constraint.range;
        value = std::clamp(value, to_number(option.descriptor->type, range->min),
                           to_number(option.descriptor->type, range->max));
    }
    auto word = to_word(option.descriptor->type, value);
    set(option, &word);
}

bool SaneDevice::set_number(std::string_view name, double value) {
    auto const option = find_settable(name);
    if (!option ||
        (option->descriptor->type != SANE_TYPE_INT && option->descriptor->type != SANE_TYPE_FIXED) ||
        option->descriptor->size != static_cast<SANE_Int>(sizeof(SANE_Word))) {
        return false;
    }
    set_word(*option, value);
    return true;
}

bool SaneDevice::set_yes_no(std::string_view name, bool value) {
    auto const option = find_settable(name);
    if (!option || option->descriptor->type != SANE_TYPE_BOOL) {
        return false;
    }
    SANE_Bool word = value ? SANE_TRUE : SANE_FALSE;
    set(*option, &word);
    return true;
}

void SaneDevice::set_from_text(std::string_view name, std::string const& value) {
    auto const refuse = [&](std::string const& why) {
        throw ScanFailure(ScanStatus::invalid, "option " + std::string(name) + ": " + why);
    };
    auto const option = find_settable(name);
    if (!option) {
        refuse("the scanner has no such option, or it cannot be set");
        return;
    }
    switch (option->descriptor->type) {
    case SANE_TYPE_STRING:
        set_text(name, value);
        return;
    case SANE_TYPE_BOOL:
        if (value != "yes" && value != "no") {
            refuse("must be yes or no");
        }
        set_yes_no(name, value == "yes");
        return;
    case SANE_TYPE_INT:
    case SANE_TYPE_FIXED: {
        double number = 0;
        auto const [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
        if (error != std::errc() || end != value.data() + value.size() || !set_number(name, number)) {
            refuse("must be one number");
        }
        return;
    }
    default:
        refuse("is of a kind that cannot be set");
    }
}

} // namespace parvis::kiosk
